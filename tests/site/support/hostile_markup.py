"""Markup that closes an attribute and runs a script if a page takes text for HTML."""

from __future__ import annotations

HOSTILE_MARKUP = '"><img src=x onerror=alert(1)>'
