"""The numbers that Word prints on notes: format, first number and restart, by section (ECMA-376 part 1, 17.11)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from argmap.read.docx.wordml import attribute, child
from argmap.read.prose import Series

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SIGNS = {"chicago": "*†‡§", "fnsymbol": "*†‡§¶‖", "docutils": "*†‡§¶#♠♥♦♣"}
"""Signs in turn, doubled when they are used up: Word's, LaTeX's and docutils'."""

_ALPHABET = 26
_MOST_ROMAN = 100_000


@dataclass(frozen=True, slots=True)
class NoteStyle:
    """How one section numbers one series of notes."""

    format: str
    first: int = 1
    restart: str = "continuous"


def printed(number: int, form: str) -> str:
    """A number in one of Word's formats (or LaTeX's or docutils' signs); decimal where the format is not one for notes."""
    if form in {"lowerRoman", "upperRoman"} and 0 < number < _MOST_ROMAN:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form in {"lowerLetter", "upperLetter"} and 0 < number < _MOST_ROMAN:
        letter = chr(ord("a") + (number - 1) % _ALPHABET) * ((number - 1) // _ALPHABET + 1)
        return letter.upper() if form == "upperLetter" else letter
    if (signs := _SIGNS.get(form)) and 0 < number < _MOST_ROMAN:
        return signs[(number - 1) % len(signs)] * ((number - 1) // len(signs) + 1)
    return str(number)


def _roman(number: int) -> str:
    digits = []
    for value, letters in _ROMAN:
        digits.append(letters * (number // value))
        number %= value
    return "".join(digits)


class NoteCounter:
    """Counts the notes of one series as they are called, section by section."""

    def __init__(self, series: Series, settings: etree._Element | None, body: etree._Element) -> None:
        default = NoteStyle("decimal" if series == "footnote" else "lowerRoman")
        tag = f"{series}Pr"
        default = _style(child(settings, tag), default)
        self._styles = [_style(child(section, tag), default) for section in _sections(body)] or [default]
        self.saw_pages = False
        self._section = 0
        self._next = self._styles[0].first

    @property
    def by_page(self) -> bool:
        """Whether numbers begin anew on every page: then only the laid-out page knows them."""
        return any(style.restart == "eachPage" for style in self._styles)

    def next_section(self) -> None:
        """The section ends here."""
        if self._section + 1 < len(self._styles):
            self._section += 1
            if self._styles[self._section].restart == "eachSect":
                self._next = self._styles[self._section].first

    def next_page(self) -> None:
        """A page ends here, as Word noted when it last laid the text out."""
        if self._styles[self._section].restart == "eachPage":
            self._next = self._styles[self._section].first
            self.saw_pages = True

    def number(self) -> str:
        """The number of the next note."""
        value = printed(self._next, self._styles[self._section].format)
        self._next += 1
        return value


def _sections(body: etree._Element) -> Iterator[etree._Element]:
    for section in body.iter("{*}sectPr"):
        parent = section.getparent()
        if parent is None or not str(parent.tag).endswith("}sectPrChange"):
            yield section


def _style(properties: etree._Element | None, default: NoteStyle) -> NoteStyle:
    if properties is None:
        return default
    form = attribute(child(properties, "numFmt"), "val") or default.format
    restart = attribute(child(properties, "numRestart"), "val") or default.restart
    first = attribute(child(properties, "numStart"), "val") or ""
    number = int(first) if first.isdecimal() and len(first) <= 6 else default.first  # noqa: PLR2004 - Word's limit is 16383
    return replace(default, format=form, restart=restart, first=number)
