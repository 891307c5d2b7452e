"""The QR code that leads from a printed page back to the site, as an SVG path."""

from __future__ import annotations

import re
from typing import Any

import zxingcpp

# With one byte for each module, a row is runs of light and dark in turn; its ends are light.
_RUN = re.compile(rb"\0+|\xff+")


def qr(url: str) -> tuple[int, str]:
    """The side of the code in modules, its quiet zone included, and a path that draws its dark
    modules with a stroke one module wide."""
    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    image: Any = code.to_image(scale=1, add_quiet_zones=True)  # a buffer, though not by its type
    side, _ = image.shape
    pixels = bytes(image)
    drawn = []
    for y in range(side):
        *runs, _ = map(len, _RUN.findall(pixels, y * side, (y + 1) * side))
        if runs:
            drawn.append(f"M0,{y}.5" + "m%d,0h%d" * (len(runs) // 2) % tuple(runs))
    return side, "".join(drawn)
