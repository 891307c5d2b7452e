"""The QR code of a printed page holds the address of the page."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from catalog.pages.draw.qr import qr

_SCALE = 8


def read(side: int, path: str) -> str:
    """The text that a telephone reads in a drawing with `side` modules on each side."""
    image = Image.new("L", (side * _SCALE, side * _SCALE), 255)
    pen = ImageDraw.Draw(image)
    for line, runs in re.findall(r"M0,(\d+)\.5((?:m\d+,0h\d+)+)", path):
        x, y = 0, int(line) * _SCALE
        for step, length in re.findall(r"m(\d+),0h(\d+)", runs):
            x += int(step)
            end = x + int(length)
            pen.rectangle([x * _SCALE, y, end * _SCALE - 1, y + _SCALE - 1], fill=0)
            x = end
    return zxingcpp.read_barcodes(image)[0].text


@pytest.mark.parametrize("address", ["https://x.pe/", f"https://x.org/practicas/{'a-b' * 26}/"])
def test_a_telephone_reads_the_address(address: str) -> None:
    side, path = qr(address)
    assert read(side, path) == address
    assert re.fullmatch(r"(M0,\d+\.5(m\d+,0h\d+)+)+", path)
    assert min(int(y) for y in re.findall(r"M0,(\d+)", path)) == 4  # the quiet zone
