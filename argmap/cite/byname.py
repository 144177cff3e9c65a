"""Works called by their author alone, with a page or a year: "Marsh, 101"; "Marsh 103–107"; "Marsh and Reed 1991, pp. 41–45"."""

import re

from argmap.cite.library import Library
from argmap.cite.locators import PAGES
from argmap.cite.markers import BackReference
from argmap.cite.names import Names, family, fold, read_names
from argmap.cite.work import Work, date_in
from argmap.model import Locator

_LONGEST = 160
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)[a-z]?"
_PLACE = rf"(?:pp?\.\s?|at\s)?(?P<value>{PAGES})"
_BEHIND = re.compile(rf"(?:,?\s\(?{_YEAR}\)?(?=[\s,.;:)]|$))?(?:(?:,|:)?\s{_PLACE})?[\s.,;)]*$")
_AND = re.compile(r"(?:and|und|et)\s")


def by_name(words: str, library: Library) -> tuple[BackReference, Locator | None] | None:
    """Read a whole stretch as the name of an author cited before, with a page, a year or both.

    A back reference like "op. cit.": which work is meant is for the resolver to say.
    """
    found = _read(words)
    if found is None:
        return None
    names, match, start = found
    if not (match["value"] or match["year"]) or not _known(names, library):
        return None
    end = start + names.end
    year = int(match["year"]) if match["year"] else None
    return BackReference("opcit", start, end, words[start:end], year=year), _place(match)


def by_year(words: str) -> Work | None:
    """Read a whole stretch as name and year of a work that a list somewhere else has: "Marsh 1991, pp. 41–45"."""
    found = _read(words)
    if found is None or not found[1]["year"] or any(name.given for name in found[0].names):
        return None
    names, match, _ = found
    work = Work({"author": names.names, "issued": date_in(match["year"]), "type": "book"})
    work.locator = _place(match)
    return work


def _read(words: str) -> tuple[Names, re.Match[str], int] | None:
    if len(words) > _LONGEST:
        return None
    joint = _AND.match(words)
    start = joint.end() if joint else 0
    names = read_names(words[start:])
    match = _BEHIND.match(words, start + names.end) if names.names else None
    return (names, match, start) if match else None


def _known(names: Names, library: Library) -> bool:
    """Whether a work cited before is by all of these."""
    wanted = {fold(family(name)) for name in names.names if name.family}
    works = (library.entries[number] for number in library.of_family(family(names.names[0])))
    return any(wanted <= {fold(family(name)) for name in work.creators} for work in works)


def _place(match: re.Match[str]) -> Locator | None:
    return Locator(label="page", value=match["value"]) if match["value"] else None
