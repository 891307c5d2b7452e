"""The QR code that leads from a printed page back to the site, as an SVG path."""

from __future__ import annotations

import re

import segno

# Any mask is readable (ISO/IEC 18004, 7.8), and to choose the best takes five times as long.
_MASK = 2
_QUIET = 4
_DARK = re.compile(b"\x01+")


def qr(url: str) -> tuple[int, str]:
    """The side of the code in modules, its quiet zone included, and the path of its dark ones."""
    code = segno.make_qr(url, error="l", mask=_MASK, boost_error=False)
    rows = [bytes(row) for row in code.matrix]
    path = "".join(
        f"M{run.start() + _QUIET} {y}h{run.end() - run.start()}v1h-{run.end() - run.start()}z"
        for y, row in enumerate(rows, _QUIET)
        for run in _DARK.finditer(row)
    )
    return len(rows) + 2 * _QUIET, path
