"""How findings speak of words, notes and sources."""

import re
from collections.abc import Collection, Iterable, Sequence

from rapidfuzz import fuzz, process, utils

from argmap.cite import short_form
from argmap.model import Citations, Reading

EXCERPT = 72
_LONGEST_NAME = 80
_MOST_NAMES = 1000

_PAGES = re.compile(r"(\d{1,6})(?:\s?[-–]\s?(\d{1,6}))?(?!\w)")


def excerpt(text: str, limit: int = EXCERPT) -> str:
    """The first words of a text, at most `limit` characters, cut between words, in quotation marks."""
    words = " ".join(text[: 4 * limit + 200].split())
    if len(words) > limit:
        cut = words.rfind(" ", limit // 2, limit)
        words = words[: cut if cut > 0 else limit - 1].rstrip(" ,;:.–—-") + " …"
    return f"“{words}”"


def listing(things: Iterable[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    items = list(things)
    if len(items) < 2:  # noqa: PLR2004 - one thing needs no list
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """`1 note`, `2 notes`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def called(citations: Citations, source: str | None) -> str:
    """A source's short form, its bare id where the id is unknown, `no source` for None."""
    if source is None:
        return "no source"
    known = citations.source_of.get(source)
    return short_form(known) if known else source


def all_called(citations: Citations, sources: Sequence[str], last: str = "and") -> str:
    """Several sources by their short forms; where two would read alike their titles or call numbers follow."""
    names = [called(citations, source) for source in sources]
    return listing(
        (name if names.count(name) == 1 else f"{name} ({source})" for name, source in zip(names, sources, strict=True)),
        last,
    )


def reading(citations: Citations, read_as: Reading) -> str:
    """A reading of a back reference: its source, the note that cites it, and behind a colon the evidence."""
    where = f" of note {read_as.note}" if read_as.note else ""
    why = f": {'; '.join(read_as.evidence)}" if read_as.evidence else ""
    return f"{called(citations, read_as.source)}{where}{why}"


def nearest(name: str, known: Collection[str]) -> tuple[str, ...]:
    """At most three of the known names that the name may be a slip for, nearest first; none where that would be slow."""
    if len(name) > _LONGEST_NAME or len(known) > _MOST_NAMES:
        return ()
    found = process.extract(
        name, sorted(known), scorer=fuzz.ratio, processor=utils.default_process, limit=3, score_cutoff=70
    )
    return tuple(match for match, score, _ in found if score >= found[0][1] - 10)


def first_pages(printed: str) -> tuple[int, int] | None:
    """The first range of a page locator, its end completed; "2:45-7" is of volume 2. None for roman numbers."""
    match = _PAGES.match(printed.rpartition(":")[2].strip())
    return (int(match[1]), complete(match[1], match[2] or match[1])) if match else None


def complete(first: str, last: str) -> int:
    """The end of a range with the digits it shares with the beginning: `complete("351", "2")` is 352."""
    return int(first[: max(0, len(first) - len(last))] + last)
