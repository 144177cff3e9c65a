"""Reviews without quotation marks: "Ada Marsh, review of Old Mills, by B. Reed, Elm Review 9 (1989): 88-90"."""

import re

from argmap.cite.hosts import put_article
from argmap.cite.names import Names, read_names
from argmap.cite.periodical import read_periodical
from argmap.cite.work import Work, clean

_OPENS = re.compile(
    r"[\s,.:]{0,3}(?:(?i:(?:book\s)?review(?:\sessay)?)\sof:?|Rez(?:ension|\.)\s(?:zu|von):?|Rez\.:|Besprechung\s(?:zu|von):?|[Cc]ompte[-\s]rendu\s(?:de|du)|[Rr]ec(?:ensione|\.)\s(?:di|a)|[Rr]eseña\sde)\s(?=[A-ZÀ-ÖØ-Þ„‘'])"
)
_BY = re.compile(r",\s(?:reviewed\s)?by\s")
_IN = re.compile(r",\s(?:in|In|dans|en):?\s(?:the\s)?")
_DIGIT = re.compile(r"\d")


def is_review(text: str) -> bool:
    """Whether a text begins with the word for a review, perhaps behind the reviewer's name."""
    return bool(_OPENS.match(text) or _OPENS.match(text, read_names(text).end))


def take_review(text: str, names: Names, work: Work) -> bool:
    """Read a review in a periodical into a work; whether it is one.

    The name behind "by" is the reviewer's where none stands before "review", else the reviewed author's.
    """
    opens = _OPENS.match(text, names.end)
    if opens is None:
        return False
    behind = text[opens.end() :]
    cut = _journal(behind)
    periodical = read_periodical(behind[cut:].lstrip(" ,")) if cut else None
    if periodical is None:
        return False
    reviewed = _IN.sub("", behind[:cut]).rstrip(" ,")
    reviewer = names.names
    if not reviewer and (by := _BY.search(reviewed)):
        reviewer, reviewed = read_names(reviewed[by.end() :]).names, reviewed[: by.start()]
    title = f"{opens.group().strip(' ,.')} {clean(reviewed)}"
    work.put(author=reviewer, title=title[0].upper() + title[1:])
    put_article(periodical, work)
    work.fields["type"] = "review-book"
    return True


def _journal(behind: str) -> int:
    """Where the periodical begins: behind "in", else behind the last comma before its numbers; 0 if nowhere."""
    digit = _DIGIT.search(behind)
    limit = digit.start() if digit else 0
    inside = next((match for match in _IN.finditer(behind, 0, limit)), None)
    return inside.end() if inside else behind.rfind(", ", 0, max(0, limit - 2)) + 1
