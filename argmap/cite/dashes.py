"""Dashes typed with hyphens, as on a typewriter and in Markdown: "610--623" is read as "610–623"."""

import re
from typing import NamedTuple

_ADDRESS = r"(?:https?://|www\.|\bdoi:|\b10\.\d{4,9}/)\S*"
_AUTHOR_AGAIN = r"(?<!\S)---(?=[.,]\s)"
"""An author named before: "---. *The Weir*"."""
_TYPED = re.compile(rf"{_ADDRESS}|{_AUTHOR_AGAIN}|(?<!-)(?P<dash>-{{2,3}})(?!-)", re.IGNORECASE)
"""A typed dash, or what is left as it is."""
_ENDS = frozenset(".!?”\"’'»)")


class TypedDash(NamedTuple):
    """Where a dash is typed, and the one that is meant."""

    start: int
    end: int
    meant: str


def typed_dashes(text: str) -> list[TypedDash]:
    """The typed dashes of a text in order: two hyphens are an en dash, three an em dash, as Pandoc has it.

    Behind a sentence or a quotation two are an em dash, too, as typists have it ("“… a mill.”--Marsh").
    """
    if "--" not in text:
        return []
    return [TypedDash(*match.span(), _meant(match)) for match in _TYPED.finditer(text) if match["dash"]]


def with_dashes(text: str) -> str:
    """A text with the dashes that are meant."""
    return _TYPED.sub(_meant, text) if "--" in text else text


def _meant(match: re.Match[str]) -> str:
    ends = match.string[match.start() - 1 : match.start()] in _ENDS
    return {None: match.group(), "--": "—" if ends else "–", "---": "—"}[match["dash"]]
