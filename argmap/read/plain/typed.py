"""Notes typed by hand in a text that might have had others: whether what looks like them is believed."""

from collections.abc import Sequence

from argmap.read.plain.notes import Layout, Line, lay_out
from argmap.read.plain.worded import worded

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Raised digits are shown to the reader of plain text as raised characters, which are as long."""

_BELIEVED = 2 / 3
_MORE = 2


def typed_layout(text: str, lines: list[list[Line]], raised: Sequence[Line] = (), others: int = 0) -> Layout | None:
    """The notes of a text and what calls them; None where there are none.

    Most of the entries must be called, and more than one unless there is but one. Beside `others`, true notes (an author's thanks), each must answer one number, and
    they must be more than twice as many.

    Args:
        text: The text.
        lines: Its blocks of lines.
        raised: What stands above the line, in order.
        others: How many notes the text has already.
    """
    layout = worded(text, lines) or lay_out(_with_raised(text, raised), lines)
    called = {number for _, number in layout.calls.values()}
    answered = sum(entry.n in called for entry in layout.entries)
    if not answered or answered < max(_BELIEVED * len(layout.entries), min(2, len(layout.entries))):
        return None
    if others and not (answered == len(called) == len(layout.entries) > _MORE * others):
        return None
    return layout


def _with_raised(text: str, raised: Sequence[Line]) -> str:
    chunks, at = [], 0
    for start, end in raised:
        chunks += [text[at:start], text[start:end].translate(RAISED)]
        at = end
    return "".join([*chunks, text[at:]])
