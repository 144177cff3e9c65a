"""What the shape of paragraphs tells where their styles tell nothing: headings in bold type, quotations set in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from argmap.read.docx.flow import Paragraph, Reference
from argmap.read.docx.styles import ParagraphStyle

_SET_IN = 400
"""Twentieths of a point; less is no quotation."""

_HEADING_LENGTH = 100
_LEVEL = 2
_NO_TITLE_END = tuple(".?!:;,”’)-—")


def told_by_shape(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[ParagraphStyle]:
    """The style of every paragraph.

    A plain paragraph is a heading if it is short, no sentence, and bold while most are not; it is a quotation if it is
    set in further than most.
    """
    plain = [paragraph for paragraph in paragraphs if _is_plain(paragraph) and paragraph.pieces]
    usual = median(paragraph.style.indent for paragraph in plain) if plain else 0
    bold = 2 * sum(paragraph.bold for paragraph in plain) > len(plain)
    for paragraph in paragraphs:
        style = paragraph.style
        if _is_plain(paragraph):
            if paragraph.bold and not bold and _is_title(text, paragraph):
                style = replace(style, level=_LEVEL)
            elif style.indent >= usual + _SET_IN:
                style = replace(style, kind="quote")
        yield style


def _is_plain(paragraph: Paragraph) -> bool:
    style = paragraph.style
    return style.kind == "prose" and not style.level and not style.title


def _is_title(text: str, paragraph: Paragraph) -> bool:
    words = "".join(text[slice(*piece)] for piece in paragraph.pieces if not isinstance(piece, Reference)).strip()
    short = 0 < len(words) <= _HEADING_LENGTH and any(char.isalpha() for char in words)
    return short and not words.endswith(_NO_TITLE_END)
