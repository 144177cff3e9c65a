"""What of a page is not its text: navigation, machinery, pictures, the pages around a book's text."""

import re

from argmap.read.html.profiles import signs
from argmap.read.html.tree import Node, names

SILENT = "silent"
"""Nothing is lost: it has no words of the author's."""

_NAMES = {
    **dict.fromkeys(names("head style template noscript title link meta base area source track param"), SILENT),
    **dict.fromkeys(
        names("input button select datalist textarea progress meter rt rp annotation annotation-xml"), SILENT
    ),
    "script": "script",
    "nav": "navigation",
    **dict.fromkeys(names("img svg canvas map"), "image"),
    **dict.fromkeys(names("iframe object embed audio video applet frame noframes"), "embedded object"),
}
_SIGNS = {
    **dict.fromkeys(("type:titlepage", "type:halftitlepage", "type:cover"), "title page"),
    **dict.fromkeys(
        ("type:imprint", "type:colophon", "type:copyright-page", "role:doc-colophon", "role:doc-cover"), "imprint"
    ),
    **dict.fromkeys(
        ("type:toc", "type:landmarks", "type:page-list", "type:loi", "type:lot", "role:doc-toc"), "table of contents"
    ),
    **dict.fromkeys(("role:doc-pagelist", "class:toc", "class:catlinks"), "table of contents"),
    **dict.fromkeys(("type:index", "role:doc-index"), "index"),
    **dict.fromkeys(
        ("role:navigation", "role:search", "class:navbox", "class:noprint", "class:mw-jump-link"), "navigation"
    ),
    **dict.fromkeys(
        (
            "class:sr-only",
            "class:show-for-sr",
            "class:visually-hidden",
            "class:visuallyhidden",
            "class:screen-reader-text",
            "class:off-screen",
            "class:offscreen",
            "class:element-invisible",
            "class:assistive-text",
        ),
        "hidden text",
    ),
    **dict.fromkeys(
        (
            "class:cite-accessibility-label",
            "class:mw-editsection",
            "class:pagenum",
            "class:pageno",
            "class:paranumber",
            "class:ltx_tag_note",
        ),
        SILENT,
    ),
    **dict.fromkeys(("class:footnote_tooltip", "class:footnote_index_arrow", "class:margin-toggle"), SILENT),
    **dict.fromkeys(("type:pagebreak", "role:doc-pagebreak"), SILENT),
}
_HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|mso-hide\s{0,5}:\s{0,5}all")
PARTS = frozenset({"title page", "imprint", "table of contents", "index"})
"""Losses that are whole parts of a book."""

GUIDE = {
    "cover": "title page", "title-page": "title page", "copyright-page": "imprint", "colophon": "imprint",
    "toc": "table of contents", "loi": "table of contents", "lot": "table of contents", "index": "index",
}  # fmt: skip
"""The same in the words of an EPUB 2 guide."""


def unread(node: Node) -> str | None:
    """What is lost if an element is not read; `SILENT` if nothing is; None for one that is to be read."""
    if node.name in _NAMES:
        return SILENT if node.name == "img" and node.attributes.get("alt") == "" else _NAMES[node.name]
    if not node.attributes:
        return None
    if "hidden" in node.attributes or _HIDDEN.search(node.attributes.get("style", "")[:1000].lower()):
        return "hidden text"
    if node.name in {"body", "html"}:
        return None
    return next((_SIGNS[sign] for sign in signs(node) if sign in _SIGNS), None)
