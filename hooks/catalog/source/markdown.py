"""Render GitHub-flavoured Markdown as HTML, with GitHub's own renderer.

cmarkgfm never frees the tree and the HTML that it makes, some 40 kB a sheet, and has no function
for it. The C library inside it has, and is called directly here. Where the system hides that
library, the only loss is memory.
"""

from __future__ import annotations

import ctypes
from typing import Any

from cmarkgfm import _cmark, cmark

# By default cmark leaves HTML in the text out. With SOURCEPOS each block gives its source lines.
_OPTIONS = cmark.Options.CMARK_OPT_SOURCEPOS | cmark.Options.CMARK_OPT_GITHUB_PRE_LANG
cmark.core_extensions_ensure_registered()
_EXTENSIONS = [
    cmark.find_syntax_extension(name)
    for name in ("table", "autolink", "tagfilter", "strikethrough", "tasklist")
]
try:
    _library = ctypes.PyDLL(_cmark.__file__)
    _free_tree: Any = _library.cmark_node_free
    _free_text: Any = _library.free
except (AttributeError, OSError):
    _free_tree = _free_text = lambda _: None


def to_html(text: str) -> str:
    """The HTML of `text`, with `data-sourcepos` on its blocks. It is not safe yet: a link may
    lead anywhere."""
    parser = cmark.parser_new(_OPTIONS)
    try:
        for extension in _EXTENSIONS:
            cmark.parser_attach_syntax_extension(parser, extension)
        cmark.parser_feed(parser, text)
        tree = cmark.parser_finish(parser)
        extensions = cmark.parser_get_syntax_extensions(parser)
        rendered = _cmark.lib.cmark_render_html(tree, _OPTIONS, extensions)
        # From `&#xFFFF;`, which is no character, cmark makes a byte that is not UTF-8.
        html: str = _cmark.ffi.string(rendered).decode(errors="replace")
        _free_text(_pointer(rendered))
        _free_tree(_pointer(tree))
    finally:
        cmark.parser_free(parser)
    return html


def _pointer(found: Any) -> ctypes.c_void_p:
    return ctypes.c_void_p(int(_cmark.ffi.cast("uintptr_t", found)))
