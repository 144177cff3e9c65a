"""What the shape of paragraphs tells where their styles tell nothing: headings in bold type, quotations set in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from argmap.read.docx.flow import Paragraph, Reference
from argmap.read.docx.styles import ParagraphStyle

_SET_IN = 400
"""Twentieths of a point; less is no quotation."""

_FEWEST_QUOTED = 12
"""Words; what is set in and has fewer is a name, a date, a line of a list."""

_HEADING_LENGTH = 100
_LEVEL = 2
_NO_TITLE_END = tuple(".?!:;,”’)-—")
_ITEM = re.compile(r"(?:\(\w{1,4}\)|\d{1,2}[.)]|[a-z]\)|[-•–·◦▪])\s")
_FIRST = re.compile(
    r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s|(?:introduction|einleitung|abstract|preface)\Z", re.IGNORECASE
)
"""A heading that may stand right over the first words of the text."""

_LABEL = re.compile(r"(?:name|author|student|course|tutor|date|key ?words|word count|submitted)\b", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"\A(?:fig(?:ure|\.)?|table|tab\.|map|plate|abb(?:ildung|\.)|tabelle) ?\d|\A(?:key ?words|word count|submitted)\b"
    r"|\b\d{1,2}\.? [^\W\d_]{3,12} \d{4}\b|\b[^\W\d_]{3,12} \d{1,2}, \d{4}\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b"
    r"|, (?:[^\W\d_]{1,20} ){0,3}(?:universit|college|institut|school|department|hochschule)",
    re.IGNORECASE,
)
"""A caption, a date, an affiliation."""


def told_by_shape(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[ParagraphStyle]:
    """The style of every paragraph.

    A plain paragraph is a heading if it is short, no sentence, and bold while most are not, and if text follows it; it is
    a quotation if it is set in further than most, between other paragraphs, and not too short.
    """
    plain = [paragraph for paragraph in paragraphs if _is_plain(paragraph) and paragraph.pieces]
    usual = median(paragraph.style.indent for paragraph in plain) if plain else 0
    bold = 2 * sum(paragraph.bold for paragraph in plain) > len(plain)
    said = [_words(text, paragraph) for paragraph in paragraphs]
    titles = set() if bold else _titles(paragraphs, said)
    quotes = _quotes(paragraphs, said, usual + _SET_IN) - titles
    for index, paragraph in enumerate(paragraphs):
        style = paragraph.style
        if index in titles:
            style = replace(style, level=_LEVEL)
        elif index in quotes:
            style = replace(style, kind="quote")
        yield style


def _is_plain(paragraph: Paragraph) -> bool:
    style = paragraph.style
    return style.kind == "prose" and not style.level and not style.title


def _words(text: str, paragraph: Paragraph) -> str:
    return "".join(text[slice(*piece)] for piece in paragraph.pieces if not isinstance(piece, Reference)).strip()


def _titles(paragraphs: Sequence[Paragraph], said: Sequence[str]) -> set[int]:
    """The bold paragraphs that are headings: text or another heading follows, and they are no author's name over a text."""
    filled = [index for index, words in enumerate(said) if words]
    begin = next((i for i in filled if _is_plain(paragraphs[i]) and not paragraphs[i].bold), len(said))
    found: set[int] = set()
    followed = False
    for index in reversed(filled):
        strong = _is_plain(paragraphs[index]) and paragraphs[index].bold
        first = index == filled[0]
        placed = first or index > begin or bool(_FIRST.match(said[index]))
        if strong and placed and (followed or first) and _is_title(said[index], first=first):
            found.add(index)
        followed = not strong or index in found
    return found if begin < len(said) else set()


def _is_title(words: str, *, first: bool) -> bool:
    short = len(words) <= _HEADING_LENGTH and any(char.isalpha() for char in words)
    colon = ": " in words and not (first and not _LABEL.match(words))
    return short and not colon and not words.endswith(_NO_TITLE_END) and not _NO_TITLE.search(words)


def _quotes(paragraphs: Sequence[Paragraph], said: Sequence[str], indent: float) -> set[int]:
    """The paragraphs set in, where others stand before and behind them, and one of them at least is not short."""
    found: set[int] = set()
    run: list[int] = []
    begun = False
    for index, (paragraph, words) in enumerate(zip(paragraphs, said, strict=True)):
        if not words:
            continue
        plain = _is_plain(paragraph)
        if plain and paragraph.style.indent >= indent and not _ITEM.match(words):
            run.append(index)
            continue
        if begun and any(len(said[item].split()) >= _FEWEST_QUOTED for item in run):
            found.update(run)
        run = []
        begun = begun or (plain and not paragraph.bold) or paragraph.style.kind != "prose"
    return found
