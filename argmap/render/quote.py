r"""Writing DOT safely: the only place where user text becomes DOT.

Graphviz reads text up to three times: as a DOT string (where only `\"` is an escape), for character entities
(`&amp;`, `&#92;`) and for its own escapes (`\N` is the node's name, `\G` the graph's, `\l` a line's end). In labels all
text goes into HTML-like labels with every special character as an entity and every backslash doubled. Tooltips are read
a different number of times by different versions of Graphviz; there a backslash travels as BACKSLASH and a line's end
as BREAK, two characters that cleaned text never holds, and `svg.tidy` puts the real ones back.
"""

import html
from collections.abc import Iterable, Mapping

BREAK = "\u2028"
BACKSLASH = "\u2029"
# Graphviz refuses strings of more than 16,384 bytes and joins shorter ones with "+"; a character has up to four.
_PIECE = 4000


def attributes(pairs: Mapping[str, str]) -> str:
    """` [a="b" c=<…>]`: values that were made by `markup` stand in angle brackets, others are quoted."""
    return " [" + " ".join(f"{name}={_value(value)}" for name, value in pairs.items()) + "]"


def _value(value: str) -> str:
    if isinstance(value, Markup):
        return value
    text = value.replace("\\", "").replace('"', "")
    if len(text) <= _PIECE:
        return f'"{text}"'
    pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)] or [""]
    return " + ".join(f'"{piece}"' for piece in pieces)


class Markup(str):
    """An HTML-like label, ready to be written between `=` and the next attribute."""

    __slots__ = ()


def escape(text: str) -> str:
    """Cleaned text as the content of an HTML-like label.

    A `]` goes as an entity: Graphviz gives its XML parser one text at a time, and that keeps back a `]` at the end (it
    may begin `]]>`), so that a cell with nothing else looked empty and the whole label was refused.
    """
    return html.escape(text, quote=False).replace("\\", "&#92;&#92;").replace("]", "&#93;")


def markup(content: str) -> Markup:
    """An HTML-like label from content whose text was escaped."""
    return Markup(f"<{content}>")


def tooltip(lines: Iterable[str]) -> str:
    """Cleaned lines as the value of `tooltip`; the first is the element's accessible name."""
    return html.escape(BREAK.join(lines), quote=False).replace('"', "&quot;").replace("\\", BACKSLASH)
