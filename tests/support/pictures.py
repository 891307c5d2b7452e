"""Pictures for tests, as a telephone would make them."""

from __future__ import annotations

import io

from PIL import Image


def photo(
    kind: str = "JPEG", size: tuple[int, int] = (640, 400), *, sideways: bool = False
) -> bytes:
    """A picture that tells where it was taken, and whether it was held sideways; its left half is
    red, and its right half blue."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x010F] = "Marca del equipo"
    exif[0x0112] = 6 if sideways else 1
    exif.get_ifd(0x8825)[1] = "S"
    written = io.BytesIO()
    image.save(written, kind, exif=exif, **({} if kind == "PNG" else {"quality": 90}))
    return written.getvalue()
