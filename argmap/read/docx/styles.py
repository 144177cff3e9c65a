"""What Word's paragraph styles say about a paragraph: heading, title, quotation, list, code, table of contents."""

import re
from dataclasses import dataclass

from lxml import etree

from argmap.model import ParagraphKind
from argmap.read.docx.wordml import attribute, child, is_on, name_of

_HEADING = re.compile(r"heading\s?(\d)\Z")
_QUOTE = re.compile(
    r"(?:intense\s|block\s?)?(?:quote|quotation|quotations|zitat|citation|text\s?block)\Z|block text\Z|blockquote\Z"
)
_CODE = re.compile(r"source ?code\Z|html preformatted\Z|plain ?text code\Z|verbatim\Z")
_LIST = re.compile(r"list (?:bullet|number)\b")
_LEVELS = 9
_MOST_ANCESTORS = 20


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph is; `level` is 1 to 9 for headings, `contents` marks a line of a table of contents."""

    level: int = 0
    title: bool = False
    contents: bool = False
    kind: ParagraphKind = "prose"


class Styles:
    """The styles part, by style id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        for style in root if root is not None else ():
            if name_of(style) == "style" and (key := attribute(style, "styleId")):
                self._styles.setdefault(key, style)

    def of(self, properties: etree._Element | None) -> ParagraphStyle:
        """The style of a paragraph with these properties (its `pPr`)."""
        chain = self._chain(attribute(child(properties, "pStyle"), "val"))
        names = [name for name, _ in chain]
        if any(name == "title" for name in names):
            return ParagraphStyle(title=True)
        if any(name.startswith(("toc ", "table of figures", "contents ")) for name in names):
            return ParagraphStyle(contents=True)
        level = self._level(properties, chain)
        if level:
            return ParagraphStyle(level=level)
        return ParagraphStyle(kind=_kind(properties, chain))

    def is_italic(self, properties: etree._Element | None) -> bool:
        """Whether a run with these properties (its `rPr`) is in italics, by its own format or by its style."""
        own = child(properties, "i")
        if own is not None:
            return is_on(own)
        key = attribute(child(properties, "rStyle"), "val")
        for _ in range(_MOST_ANCESTORS):
            style = self._styles.get(key or "")
            if style is None:
                break
            if (said := child(child(style, "rPr"), "i")) is not None:
                return is_on(said)
            key = attribute(child(style, "basedOn"), "val")
        return key is not None and _spaced(key) == "emphasis"

    def _chain(self, key: str | None) -> list[tuple[str, etree._Element | None]]:
        """A style and those it is based on: their names in lower case, and their paragraph properties."""
        chain: list[tuple[str, etree._Element | None]] = []
        while key and len(chain) < _MOST_ANCESTORS:
            style = self._styles.get(key)
            if style is None:
                chain.append((_spaced(key), None))
                break
            chain.append(((attribute(child(style, "name"), "val") or key).lower(), child(style, "pPr")))
            key = attribute(child(style, "basedOn"), "val")
        return chain

    def _level(self, properties: etree._Element | None, chain: list[tuple[str, etree._Element | None]]) -> int:
        for name, _ in chain:
            if match := _HEADING.match(name):
                return int(match.group(1)) or 1
        for source in (properties, *(item for _, item in chain)):
            outline = attribute(child(source, "outlineLvl"), "val")
            if outline is not None:
                return int(outline) + 1 if outline.isdecimal() and len(outline) == 1 and int(outline) < _LEVELS else 0
        return 0


def _spaced(key: str) -> str:
    """A style's name from its id ("Heading1", "FootnoteText"), for files whose styles part lacks it."""
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", key[:200]).lower()


def _kind(properties: etree._Element | None, chain: list[tuple[str, etree._Element | None]]) -> ParagraphKind:
    names = [name for name, _ in chain]
    if any(_CODE.match(name) for name in names):
        return "code"
    if any(_QUOTE.match(name) for name in names):
        return "quote"
    for source in (properties, *(item for _, item in chain)):
        numbering = child(child(source, "numPr"), "numId")
        if numbering is not None:
            return "list" if attribute(numbering, "val") != "0" else "prose"
    return "list" if names and _LIST.match(names[0]) else "prose"
