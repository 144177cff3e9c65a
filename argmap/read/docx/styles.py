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
_UP = 3
"""In half points: less is a nudge."""

_MOST_ANCESTORS = 20


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph is; `level` is 1 to 9 for headings, `contents` marks a line of a table of contents."""

    level: int = 0
    title: bool = False
    contents: bool = False
    kind: ParagraphKind = "prose"
    indent: int = 0
    """How far it is set in from the left, in twentieths of a point."""


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
        return ParagraphStyle(kind=_kind(properties, chain), indent=_indent(properties, chain))

    def numbering(self, properties: etree._Element | None) -> etree._Element | None:
        """The list that a paragraph belongs to (its `numPr`), by its own properties or by its style."""
        chain = self._chain(attribute(child(properties, "pStyle"), "val"))
        said = (child(source, "numPr") for source in (properties, *(item for _, item in chain)))
        return next((item for item in said if item is not None), None)

    def is_italic(self, properties: etree._Element | None) -> bool:
        """Whether a run with these properties (its `rPr`) is in italics, by its own format or by its style."""
        said, key = self._said(properties, "i")
        return is_on(said) if said is not None else key is not None and _spaced(key) == "emphasis"

    def is_bold(self, properties: etree._Element | None) -> bool:
        """Whether a run is in bold type, likewise."""
        said, key = self._said(properties, "b")
        return is_on(said) if said is not None else key is not None and _spaced(key) == "strong"

    def is_raised(self, properties: etree._Element | None) -> bool:
        """Whether a run stands above the line, likewise: as a superscript, or by some points."""
        said, _ = self._said(properties, "vertAlign")
        up = attribute(child(properties, "position"), "val") or ""
        return attribute(said, "val") == "superscript" or (up.isdecimal() and len(up) <= 4 and int(up) >= _UP)  # noqa: PLR2004

    def _said(self, properties: etree._Element | None, name: str) -> tuple[etree._Element | None, str | None]:
        """What a run or its styles say of a format; where nothing, the name of a style that is not in the file."""
        own = child(properties, name)
        if own is not None:
            return own, None
        key = attribute(child(properties, "rStyle"), "val")
        for _ in range(_MOST_ANCESTORS):
            style = self._styles.get(key or "")
            if style is None:
                break
            if (said := child(child(style, "rPr"), name)) is not None:
                return said, None
            key = attribute(child(style, "basedOn"), "val")
        return None, key

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


def _indent(properties: etree._Element | None, chain: list[tuple[str, etree._Element | None]]) -> int:
    """How far the lines of a paragraph are set in; 0 for one whose first line hangs, as in a bibliography."""
    for source in (properties, *(item for _, item in chain)):
        said = child(source, "ind")
        left = attribute(said, "left") or attribute(said, "start")
        if left is not None:
            hangs = (attribute(said, "hanging") or "0") != "0"
            return int(left) if left.isdecimal() and len(left) <= 5 and not hangs else 0  # noqa: PLR2004
    return 0
