"""Citations in the text itself, in parentheses. argmap follows notes alone: of these it only knows that they are there."""

import re
from calendar import month_name

from argmap.model import Document

_MONTH = "|".join(month_name[1:])
_YEAR = r"(?:1[4-9]|20)\d\d[a-z]?"
_AUTHOR_YEAR = (
    rf"[(\[](?:see |cf\. |e\.g\. )?(?!(?:{_MONTH})\b)[^\W\d_a-z][\w’'-]{{1,40}}[^()\[\]\n]{{0,60}}?,? {_YEAR}"
)
_PAGES = r"[:,] ?[^()\[\]\n]{1,20}"
_AUTHOR_DATE = re.compile(rf"{_AUTHOR_YEAR}(?:{_PAGES})?[)\]]")
_PLACED = re.compile(rf"{_AUTHOR_YEAR}{_PAGES}[)\]]")
_NUMBER = r" ?(?:\d{1,5}|[ivxlc]{1,7})\b"
PLACE = re.compile(
    r"(?:\b(?:pp?|vols?|tom|arts?|chaps?|chs?|cap|c|l|ll|lib|liv|bk|sects?|fols?|ff?|nos?|n|nn|cols?|tit|pts?|paras?|ep|hom|orat)\."
    r"|\b(?:articles?|chapters?|books?|volumes?|sections?|paragraphs?)|§)" + _NUMBER,
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{1,80})[)\]]")
_AUTHOR_OUTSIDE = re.compile(
    rf"[^\W\d_a-z][\w’'-]{{1,40}}(?: et al\.)?(?:[’']s)? \({_YEAR}(?:[:,;] ?[^()\[\]\n]{{1,40}})?\)"
)
_HABIT = 2
"""Sentences with author and year in a parenthesis after which a year behind a name cites as well."""


def by_author_and_year(document: Document) -> frozenset[str]:
    """Ids of the sentences that cite "(Marsh 1990, 12)", or "Marsh (1990)" in a text that has the habit."""
    sure = {sentence.id for sentence in document.sentences if _AUTHOR_DATE.search(sentence.text)}
    if not has_habit(document, len(sure)):
        return frozenset(sure)
    return frozenset(sure | {sentence.id for sentence in document.sentences if _AUTHOR_OUTSIDE.search(sentence.text)})


def has_habit(document: Document, citing: int) -> bool:
    """Whether a text with so many such sentences is one that cites so: among notes a place and its year ("(Berlin 1878)") may look alike."""
    placed = not document.notes or any(_PLACED.search(sentence.text) for sentence in document.sentences)
    return citing >= _HABIT and placed


def citing_in_text(document: Document) -> frozenset[str]:
    """Ids of all sentences that cite in the text: by author and year, or by a place in a work ("(Art. 12)")."""
    placed = {sentence.id for sentence in document.sentences if _places(sentence.text)}
    return by_author_and_year(document) | placed


def _places(text: str) -> bool:
    return any(map(PLACE.search, _IN_BRACKETS.findall(text)))
