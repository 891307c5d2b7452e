"""Photos drawn anew at the widths that pages need.

Only the pixels are published. The place, the hour and the camera that the file names (EXIF, XMP,
IPTC) are left out, and so is anything hidden after the image.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from catalog.pages.templates import PHOTO_WIDTHS
from catalog.source.photos import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_QUALITY = 78


def drawn(file: Path) -> Iterator[tuple[int, bytes]]:
    """Yield each width of PHOTO_WIDTHS and the photo at that width as WebP, never enlarged."""
    with opened(file) as image:
        image.draft("RGB", (PHOTO_WIDTHS[-1], PHOTO_WIDTHS[-1]))
        upright = ImageOps.exif_transpose(image)
        if upright.mode.startswith("I"):  # 16 bits of grey: Pillow would keep the lowest 8
            upright = upright.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
        plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    for width in PHOTO_WIDTHS:
        smaller = plain
        if plain.width > width:
            height = max(1, round(plain.height * width / plain.width))
            smaller = plain.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
        smaller.info.clear()
        written = io.BytesIO()
        smaller.save(written, "WEBP", quality=_QUALITY, method=4)
        yield width, written.getvalue()
