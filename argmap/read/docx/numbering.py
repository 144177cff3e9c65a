"""The numbers that Word prints before the paragraphs of numbered lists (ECMA-376 part 1, 17.9)."""

from lxml import etree

from argmap.read._note_numbers import printed
from argmap.read.docx.wordml import attribute, child, name_of

_LONGEST = 6


class Numbering:
    """Counts the paragraphs of a document's lists; only the outermost level, and only what it prints as a number."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[str, etree._Element] = {}
        self._fresh: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        for element in root if root is not None else ():
            if name_of(element) == "abstractNum":
                level = next((item for item in element if attribute(item, "ilvl") == "0"), None)
                if level is not None:
                    self._levels[attribute(element, "abstractNumId") or ""] = level
            elif name_of(element) == "num":
                key = attribute(element, "numId") or ""
                self._lists[key] = attribute(child(element, "abstractNumId"), "val") or ""
                override = child(child(element, "lvlOverride"), "startOverride")
                if override is not None:
                    self._fresh[key] = _whole(attribute(override, "val"))

    def next(self, properties: etree._Element | None) -> str | None:
        """What is printed before the next paragraph of a list (a `numPr`), such as "7."; None for a bullet or nothing."""
        key = attribute(child(properties, "numId"), "val") or ""
        level = self._levels.get(self._lists.get(key, ""))
        if level is None or (attribute(child(properties, "ilvl"), "val") or "0") != "0":
            return None
        form = attribute(child(level, "numFmt"), "val") or "decimal"
        if form != "decimal":
            return None
        shared = self._lists[key]
        first = self._fresh.pop(key, None)
        if first is None:
            first = (
                self._counts[shared] + 1 if shared in self._counts else _whole(attribute(child(level, "start"), "val"))
            )
        self._counts[shared] = first
        pattern = attribute(child(level, "lvlText"), "val") or "%1."
        return pattern.replace("%1", printed(first, form))[:20]


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= _LONGEST else 1
