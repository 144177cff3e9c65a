"""A walk over WordprocessingML that takes out the running text, paragraph by paragraph."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from argmap.model import Loss
from argmap.read._note_numbers import NoteCounter
from argmap.read.docx.fields import REFERENCES, Fields, is_contents
from argmap.read.docx.numbering import Numbering
from argmap.read.docx.styles import ParagraphStyle, Styles
from argmap.read.docx.wordml import attribute, child, is_on, name_of
from argmap.read.prose import ProseBuilder, Series

_SKIPPED = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr"}
    | {"sdtPr", "sdtEndPr", "rubyPr", "rt", "footnoteRef", "endnoteRef", "annotationRef", "separator", "pPr"}
    | {"continuationSeparator", "softHyphen", "numberingChange", "fldData", "ffData"}
)
_AS_TEXT = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PICTURES = frozenset({"drawing", "pict", "object"})
_MATHS = "/math:t"
_CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006:AlternateContent"
_PRIVATE_USE = range(0xE000, 0xF900)
_HIGHEST = 0x10FFFF
_COMMA = re.compile(r"[\s,;]{1,5}")


@dataclass(frozen=True, slots=True)
class Reference:
    """A note's call: the raw id and the number as printed, at a place in the text."""

    key: str
    n: str
    series: Series
    at: int


@dataclass(slots=True)
class Paragraph:
    """A paragraph as taken out: stretches of the text, and calls between them; `bold` if no word of it is not."""

    style: ParagraphStyle
    start: int
    pieces: list[tuple[int, int] | Reference] = field(default_factory=list)
    bold: bool = True

    def replay(self, text: str, builder: ProseBuilder) -> None:
        """Tell a builder what is in the paragraph."""
        for index, piece in enumerate(self.pieces):
            if isinstance(piece, Reference):
                builder.mark(piece.key, piece.n, piece.at, piece.at, piece.series)
            elif not self._parts_calls(index, text):
                builder.copy(*piece)

    def _parts_calls(self, index: int, text: str) -> bool:
        """Whether all that a piece says is the comma between two calls."""
        around = self.pieces[max(index - 1, 0) : index + 2 : 2] if index else []
        both = len(around) == 2 and all(isinstance(piece, Reference) for piece in around)  # noqa: PLR2004
        piece = self.pieces[index]
        return both and not isinstance(piece, Reference) and bool(_COMMA.fullmatch(text, *piece))

    def drop_sign(self, text: str, sign: str) -> None:
        """Leave out the note's own sign where the paragraph begins with it."""
        for index, piece in enumerate(self.pieces):
            if isinstance(piece, Reference):
                return
            words = text[piece[0] : piece[1]].lstrip()
            if words:
                if words.startswith(sign):
                    self.pieces[index] = (piece[1] - len(words) + len(sign), piece[1])
                return


@dataclass(slots=True)
class _Field:
    """A field that is open: `in_code` before its result begins, `silent` if its result is no text."""

    silent: bool
    in_code: bool = True


class Flow:
    """Collects text, paragraphs and losses from the body and the notes."""

    def __init__(
        self, styles: Styles, numbering: Numbering, counters: dict[Series, NoteCounter], comments: dict[str, str]
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._counters = counters
        self._comments = comments
        self._chunks: list[str] = []
        self._length = 0
        self._numbers: dict[Series, dict[str, str]] = {"footnote": {}, "endnote": {}}
        self._signs: set[tuple[Series, str]] = set()
        self._sign_texts: set[etree._Element] = set()
        self._paragraph: Paragraph | None = None
        self._runs_on = False
        self._in_note = False
        self._tables = 0
        self._fields: list[_Field] = []
        self._codes: Fields | None = None
        self._deleted: set[tuple[Series, str]] = set()
        self._told: set[str] = set()
        self.paragraphs: list[Paragraph] = []
        self.losses: list[Loss] = []
        self.raised: list[tuple[int, int]] = []
        self.italics: list[tuple[int, int]] = []
        self.title: str | None = None

    @property
    def text(self) -> str:
        """All text taken out so far."""
        return "".join(self._chunks)

    def numbers(self, series: Series) -> dict[str, str]:
        """The printed numbers of the notes called, by raw id, in the order of their first calls."""
        return self._numbers[series]

    def is_deleted(self, series: Series, key: str) -> bool:
        """Whether a note is called only where text is deleted."""
        return (series, key) in self._deleted and key not in self._numbers[series]

    def has_sign(self, series: Series, key: str) -> bool:
        """Whether a note is called by a sign of the author's own, such as an asterisk."""
        return (series, key) in self._signs

    def walk_note(self, element: etree._Element) -> tuple[int, list[Paragraph]]:
        """Take out a note; returns where it begins, and its paragraphs."""
        body, self.paragraphs = self.paragraphs, []
        self._in_note = False
        self._separate()
        start = self._length
        self._in_note = True
        self.walk(element)
        body, self.paragraphs = self.paragraphs, body
        return start, body

    def walk(self, root: etree._Element) -> None:
        """Take out everything below an element, in order. No recursion: documents may be deep."""
        self._fields.clear()
        self._codes = Fields(root)
        stack: list[tuple[Iterator[etree._Element], etree._Element | None]] = [(iter((root,)), None)]
        while stack:
            children, parent = stack[-1]
            element = next(children, None)
            if element is None:
                stack.pop()
                if parent is not None:
                    self._leave(parent)
                continue
            name = name_of(element)
            inner = self._enter(element, name)
            stack.append((iter(inner), element if name in {"p", "tbl"} else None))
        self._close()

    def _enter(self, element: etree._Element, name: str) -> Iterable[etree._Element]:
        """Take out what an element itself says; returns the children to go on with."""
        if name in _SKIPPED:
            self._note_deletion(element, name)
            return []
        if name == "p":
            return self._open(element)
        if name == "t" or name.endswith(_MATHS):
            self._write_words(element)
        elif name in _AS_TEXT:
            self._write(_AS_TEXT[name])
        elif name in REFERENCES:
            self._refer(element, REFERENCES[name])
        elif name in _PICTURES:
            self._picture(element, name)
        else:
            return self._enter_other(element, name)
        return []

    def _enter_other(self, element: etree._Element, name: str) -> Iterable[etree._Element]:
        if name == "tbl":
            self._tables += 1
        elif name == "tr" and child(child(element, "trPr"), "del") is not None:
            self._note_deletion(element, "del")
            return []
        elif name == "r" and is_on(child(child(element, "rPr"), "vanish")):
            self._lose_once("hidden text", "not read")
            return []
        elif name == "fldSimple" and self._again(attribute(element, "instr") or ""):
            return []
        elif name == _CHOICE:
            return itertools.islice(element, 1)
        else:
            self._enter_small(element, name)
        return element

    def _enter_small(self, element: etree._Element, name: str) -> None:
        """What an element says that holds no words."""
        if name == "fldChar":
            self._field(element)
        elif name == "sym":
            self._symbol(element)
        elif name == "lastRenderedPageBreak":
            self._turn_page()
        elif name == "commentReference":
            self._lose("comment", self._comments.get(attribute(element, "id") or "", ""))
        elif name in {"altChunk", "subDoc"}:
            self._lose("embedded document", name)

    def _leave(self, element: etree._Element) -> None:
        if name_of(element) == "tbl":
            self._tables = max(self._tables - 1, 0)
            return
        properties = child(element, "pPr")
        self._runs_on = child(child(properties, "rPr"), "del") is not None
        if not self._runs_on:
            self._close()
        if child(properties, "sectPr") is not None and not self._in_note:
            for counter in self._counters.values():
                counter.next_section()

    def _open(self, element: etree._Element) -> Iterable[etree._Element]:
        """Begin a paragraph, unless the mark between it and the one before is deleted."""
        properties = child(element, "pPr")
        style = self._styles.of(properties)
        if style.contents:
            self._lose_once("table of contents", "not part of the text")
            return []
        if self._paragraph is None or not self._runs_on:
            self._close()
            self._separate()
            if self._tables and not style.level:
                style = ParagraphStyle(kind="table")
            self._paragraph = Paragraph(style, self._length)
            if style.kind == "list":
                self._number(properties)
        self._runs_on = False
        return element

    def _number(self, properties: etree._Element | None) -> None:
        """Write the number of a list's paragraph; it is none of the paragraph's words."""
        if printed := self._numbering.next(self._styles.numbering(properties)):
            self._chunks.append(f"{printed} ")
            self._length += len(printed) + 1

    def _separate(self) -> None:
        """Set off what follows: by a blank line, or by a line end inside a note."""
        if self._length and not (self._in_note and not self.paragraphs):
            gap = "\n" if self._in_note else "\n\n"
            self._chunks.append(gap)
            self._length += len(gap)

    def _close(self) -> None:
        paragraph, self._paragraph = self._paragraph, None
        if paragraph is None:
            return
        if paragraph.style.title and self.title is None:
            pieces = self.text[paragraph.start : self._length]
            self.title = " ".join(pieces.split()) or None
        self.paragraphs.append(paragraph)

    def _write(self, words: str) -> None:
        if not words:
            return
        if self._paragraph is None:  # text outside of paragraphs: not allowed, but not lost
            self._separate()
            self._paragraph = Paragraph(ParagraphStyle(), self._length)
        self._paragraph.pieces.append((self._length, self._length + len(words)))
        self._chunks.append(words)
        self._length += len(words)

    def _write_words(self, element: etree._Element) -> None:
        """The text of a run, unless it is the result of a field inside another field's code, or a note's sign."""
        silent = any(field.in_code for field in self._fields[:-1]) or any(field.silent for field in self._fields)
        if element in self._sign_texts or silent:
            return
        start = self._length
        self._write((element.text or "").replace("\r", "\n"))
        run = element.getparent()
        properties = child(run, "rPr")
        if self._styles.is_raised(properties):
            self.raised.append((start, self._length))
        if self._styles.is_italic(properties):
            self.italics.append((start, self._length))
        if self._paragraph is not None and not (element.text or "").isspace():
            self._paragraph.bold &= self._styles.is_bold(properties)

    def _field(self, element: etree._Element) -> None:
        """Keep count of complex fields."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            code = self._codes.code(element) if self._codes else ""
            contents = is_contents(code)
            if contents:
                self._lose_once("table of contents", "not part of the text")
            self._fields.append(_Field(silent=contents or self._again(code)))
        elif kind == "separate" and self._fields:
            self._fields[-1].in_code = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _again(self, code: str) -> bool:
        """Call a note once more, if that is what a field says."""
        note = self._codes.called(code) if self._codes else None
        if note is None or (number := self._numbers[note[0]].get(note[1])) is None or self._paragraph is None:
            return False
        self._paragraph.pieces.append(Reference(note[1], number, note[0], self._length))
        return True

    def _turn_page(self) -> None:
        if not self._in_note:
            for counter in self._counters.values():
                counter.next_page()

    def _symbol(self, element: etree._Element) -> None:
        if element in self._sign_texts:
            return
        sign = _character(attribute(element, "char"))
        if sign:
            self._write(sign)
        else:
            self._lose("symbol", f"{attribute(element, 'font')} {attribute(element, 'char')}")

    def _refer(self, element: etree._Element, series: Series) -> None:
        key = attribute(element, "id") or ""
        if self._paragraph is None:
            self._separate()
            self._paragraph = Paragraph(ParagraphStyle(), self._length)
        numbers = self._numbers[series]
        own = (attribute(element, "customMarkFollows") or "0") not in {"0", "false", "off"}
        if own:
            sign = self._sign(element)
            self._signs.add((series, key))
            numbers.setdefault(key, sign)
        elif key not in numbers:
            numbers[key] = self._counters[series].number()
        self._paragraph.pieces.append(Reference(key, numbers[key], series, self._length))

    def _sign(self, reference: etree._Element) -> str:
        """The author's own sign: the text behind the reference in its run."""
        sign = ""
        for item in reference.itersiblings():
            if name_of(item) == "t":
                sign += item.text or ""
                self._sign_texts.add(item)
            elif name_of(item) == "sym":
                sign += _character(attribute(item, "char")) or "*"
                self._sign_texts.add(item)
        return sign.strip()[:20] or "*"

    def _picture(self, element: etree._Element, name: str) -> None:
        words = ["".join(item.text or "" for item in box.iter("{*}t")) for box in element.iter("{*}txbxContent")]
        if any(words):
            self._lose("text box", " ".join(dict.fromkeys(words))[:300])
            return
        described = next((item.get("descr") or item.get("name") for item in element.iter("{*}docPr")), None)
        self._lose("image" if name != "object" else "embedded object", (described or "")[:200])

    def _note_deletion(self, element: etree._Element, name: str) -> None:
        if name in {"del", "moveFrom"}:
            for tag, series in REFERENCES.items():
                self._deleted.update((series, attribute(item, "id") or "") for item in element.iter(f"{{*}}{tag}"))
            self._lose_once("tracked deletion", "left out; tracked insertions are read as text")

    def _lose(self, what: str, detail: str) -> None:
        self.losses.append(Loss(what=what, detail=detail, start=self._length))

    def _lose_once(self, what: str, detail: str) -> None:
        if what not in self._told:
            self._told.add(what)
            self._lose(what, detail)


def _character(code: str | None) -> str | None:
    """A character by its hexadecimal code; None for one that only its font knows."""
    try:
        value = int(code or "", 16)
    except ValueError:
        return None
    if value in _PRIVATE_USE or not 0x20 <= value <= _HIGHEST or 0xD800 <= value < 0xE000:  # noqa: PLR2004 - surrogates
        return None
    return chr(value)
