"""Which chapter each note belongs to: notes counted anew, or a chapter's heading before the sentence that calls them."""

import re
from bisect import bisect_right

from argmap.model import Document

_NAMED = re.compile(
    r"(?:chapter|chapitre|kapitel|cap[ií]t[ou]lo|глава|part|teil|partie|parte|book|buch|livre|libro)\b|[IVXLC]{1,7}\.?(?:\s|$)"
    r"|(?:introduction|conclusion|einleitung|schluss|epilogue|prologue)\b",
    re.IGNORECASE,
)


def chapters(document: Document) -> list[int]:
    """The number of each note's chapter, counted from 0; all 0 where a text has none."""
    starts = _headings(document)
    called = {marker.note: marker.start for marker in reversed(document.markers) if marker.note}
    found: list[int] = []
    restarts = 0
    last, chapter = 0, 0
    for note in document.notes:
        n = int(note.n) if note.n.isdecimal() and len(note.n) < 7 else None  # noqa: PLR2004 - no book has so many
        if n is not None:
            restarts += n == 1 and last > 1
            last = n
        place = called.get(note.id)
        if place is not None:
            chapter = bisect_right(starts, place)
        found.append(chapter + restarts if not starts else max(chapter, restarts))
    return found


def _headings(document: Document) -> list[int]:
    """Where chapters begin: headings of one level that are called chapters, or several of the highest level."""
    named = [heading for heading in document.headings if _NAMED.match(heading.text)]
    level = min((heading.level for heading in named), default=None)
    begins = [heading.start for heading in document.headings if heading.level == level]
    if len(begins) > 1:
        return begins
    tops = [heading.start for heading in document.headings if heading.level == 1]
    return tops if len(tops) > 2 else []  # noqa: PLR2004 - a title, and perhaps one more
