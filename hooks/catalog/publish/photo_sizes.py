"""Photos drawn anew at the widths that pages need.

What is published are the pixels alone. The place, the hour and the camera that the file brought
(EXIF, XMP, IPTC), and whatever was hidden behind it, stay out.
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
    """The photo as WebP at each of PHOTO_WIDTHS, or as wide as it is where it is narrower."""
    with opened(file) as image:
        image.draft("RGB", (PHOTO_WIDTHS[-1], PHOTO_WIDTHS[-1]))
        upright = ImageOps.exif_transpose(image)
        if upright.mode.startswith("I"):  # 16 bits of grey, of which Pillow would keep the lowest 8
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
