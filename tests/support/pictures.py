"""Pictures with the metadata that a telephone writes."""

from __future__ import annotations

import io

from PIL import Image


def photo(
    kind: str = "JPEG", size: tuple[int, int] = (640, 400), *, sideways: bool = False
) -> bytes:
    """A picture whose left half is red and whose right half is blue, as the bytes of a file.

    Its metadata has a device, a place, and an orientation: turned by a quarter if `sideways`.
    """
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x010F] = "Marca del equipo"
    exif[0x0112] = 6 if sideways else 1
    exif.get_ifd(0x8825)[1] = "S"
    written = io.BytesIO()
    image.save(written, kind, exif=exif, **({} if kind == "PNG" else {"quality": 90}))
    return written.getvalue()
