"""Word's fields: their codes by where they begin, and which note a cross reference to a note means."""

import re

from lxml import etree

from argmap.read.docx.wordml import attribute, name_of
from argmap.read.prose import Series

REFERENCES: dict[str, Series] = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
"""The elements that call notes."""

_CONTENTS = re.compile(r"\s*TOC\b")
_NOTE = re.compile(r"\s*NOTEREF\s+\"?(?P<bookmark>[^\s\"\\]{1,100})\"?(?P<switches>[^\r\n]{0,200})")


class Fields:
    """What is known of the fields of one part before it is read.

    A field that never ends has no code here: nothing that follows may be taken for its result.
    """

    def __init__(self, root: etree._Element) -> None:
        self._codes: dict[etree._Element, str] = {}
        self._bookmarks: dict[str, tuple[Series, str]] = {}
        opened: list[tuple[etree._Element, list[str]]] = []
        waiting: dict[str, str] = {}
        for element in root.iter(
            "{*}fldChar", "{*}instrText", "{*}bookmarkStart", "{*}bookmarkEnd", *_reference_tags()
        ):
            name = name_of(element)
            if name == "fldChar":
                self._step(element, opened)
            elif name == "instrText" and opened:
                opened[-1][1].append(element.text or "")
            elif name == "bookmarkStart":
                waiting[attribute(element, "id") or ""] = attribute(element, "name") or ""
            elif name == "bookmarkEnd":
                waiting.pop(attribute(element, "id") or "", None)
            elif name in REFERENCES:
                note = REFERENCES[name], attribute(element, "id") or ""
                self._bookmarks.update(dict.fromkeys(waiting.values(), note))
                waiting.clear()

    def _step(self, element: etree._Element, opened: list[tuple[etree._Element, list[str]]]) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            opened.append((element, []))
        elif kind == "end" and opened:
            begin, code = opened.pop()
            self._codes[begin] = "".join(code)

    def code(self, element: etree._Element) -> str:
        """The code of the field that an element begins."""
        return self._codes.get(element, "")

    def called(self, code: str) -> tuple[Series, str] | None:
        """The note that a field calls once more: a cross reference in the format of a note's sign."""
        match = _NOTE.match(code)
        return self._bookmarks.get(match["bookmark"]) if match and "\\f" in match["switches"] else None


def is_contents(code: str) -> bool:
    """Whether a field's result is a table of contents."""
    return bool(_CONTENTS.match(code))


def _reference_tags() -> tuple[str, ...]:
    return tuple(f"{{*}}{name}" for name in REFERENCES)
