"""The QR code that leads from a printed page back to the site, as an SVG path."""

from __future__ import annotations

import re
from typing import Any

import zxingcpp

_DARK = re.compile(b"\0+")


def qr(url: str) -> tuple[int, str]:
    """The side of the code in modules, its quiet zone included, and a path that draws its dark
    ones with a stroke one module wide."""
    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    image: Any = code.to_image(scale=1, add_quiet_zones=True)  # a buffer, which its types leave out
    side, _ = image.shape
    pixels = bytes(image)
    drawn = []
    for y in range(side):
        left = pen = y * side
        for run in _DARK.finditer(pixels, left, left + side):
            start, end = run.span()
            drawn.append(f"M0,{y}.5" if pen == left else "")
            drawn.append(f"m{start - pen},0h{end - start}")
            pen = end
    return side, "".join(drawn)
