"""Works called by their author alone, with a page or a year: "Marsh, 101"; "Marsh 103–107"; "Marsh/Reed 1991, S. 41 f."."""

import re

from argmap.cite.dates import MONTHS
from argmap.cite.folding import fold
from argmap.cite.lexicon import PLACES, listed
from argmap.cite.library import Library, title_words
from argmap.cite.locators import PAGES, VOLUME, bare_places, best_locator
from argmap.cite.markers import BackReference
from argmap.cite.names import Names, family, read_names
from argmap.cite.work import YEAR_SUFFIX, Work, date_in
from argmap.model import Locator

_LONGEST = 160
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z]?)"
_PLACE = rf"(?:{VOLUME})?(?:pp?\.\s?|[Ss]s?\.\s?|at\s)?(?P<value>{PAGES})"
_BEHIND = re.compile(
    rf"(?:,?\s\(?{_YEAR}\)?(?=[\s,.;:)]|$))?(?:(?:,|:)?\s(?:(?P<tome>[IVX]{{1,4}})\s(?=\d))?{_PLACE})?[\s.,;)]*$"
)
_LABELS = frozenset(
    listed("""
    Table Figure Fig Chapter Chap Part Book Volume Vol Page Note Plate Map Document Doc Appendix Section Article Column Line
    Tabelle Abbildung Kapitel Seite Anlage Tableau Chapitre Spring Summer Autumn Fall Winter Easter Christmas Circa Since Until
""")
)
_UNITS = frozenset(
    listed("""
    Karton Kasten Mappe Akte Akten Faszikel Heft Band Bände Blatt Buch Bücher Urkunde Urkunden Register Rep Konvolut Schachtel Bestand Lade
    Fach Nachlass Nachlaß Protokoll Protokolle Ratsprotokolle Hofrat Busta Filza Registro Mazzo Senato Legajo Caja Liasse Carton Dossier Anm
""")
)
"""What archives keep, and no authors."""
_FAMILIES = re.compile(
    r"[^\W\d_a-zß-ÿ][\w’'-]*[a-zß-ÿ]{2}[\w’'-]*(?:\s?/\s?[^\W\d_a-zß-ÿ][\w’'-]*[a-zß-ÿ]{2}[\w’'-]*){0,5}"
)
_ON = re.compile(r"\s?ff?\b")
_TOME = re.compile(r"(?<=[a-zß-ÿ])\s[IVX]{1,4}$")
_HEAD = re.compile(r"[^,;:()\d]{2,80}")
_AND = re.compile(r"(?:and|und|et)\s")
_BESIDE = re.compile(r"\s?/\s?")
"""Between two authors, as Germans write: "Marsh/Reed", "Marsh / Reed"."""
_TITLED = re.compile(
    rf"(?P<names>[^,;:()\d]{{2,80}}),\s[„“«]?(?P<title>[^,;:()]{{2,80}}?)[”“»]?\s\(?{_YEAR}\)?(?:(?:,|:)?\s{_PLACE})?[\s.,;)]*$"
)
"""A short title between the name and the year: "Marsh, Vorrede 1991, S. 41"."""


def by_name(words: str, library: Library) -> tuple[BackReference, Locator | None] | None:
    """Read a whole stretch as the name of an author cited before, with a page, a year or both.

    A back reference like "op. cit.": which work is meant is for the resolver to say.
    """
    found = _read(words)
    if found is None:
        return _titled(words, library)
    names, match, start = found
    if not (match["value"] or match["year"]) or not _known(names, match, library):
        return None
    end = start + names.end
    year = int(match["year"]) if match["year"] else None
    return BackReference(
        "opcit", start, end, _author(words[start:end], names), year=year, letter=match["letter"] or ""
    ), _place(match)


def _titled(words: str, library: Library) -> tuple[BackReference, Locator | None] | None:
    """Read name, short title and year of a work cited before, which has that title's words and that year."""
    match = _TITLED.match(words) if len(words) <= _LONGEST else None
    names = _names(match["names"]) if match else None
    if match is None or names is None:
        return None
    short, year = set(title_words(match["title"])), int(match["year"])
    works = (library.entries[number] for number in library.of_family(family(names.names[0])))
    if not short or not any(
        work.dated(year, match["letter"]) and short <= {*title_words(work.title)} for work in works
    ):
        return None
    author = _author(match["names"], names)
    back = BackReference("opcit", 0, match.end("year"), author, match["title"], year=year, letter=match["letter"])
    return back, _place(match)


def by_year(words: str) -> Work | None:
    """Read a whole stretch as name and year of a work that a list somewhere else has: "Marsh 1991, pp. 41–45"."""
    found = _read(words)
    if found is None or not found[1]["year"] or any(name.given for name in found[0].names):
        return None
    names, match, _ = found
    work = Work({"author": names.names, "issued": date_in(match["year"]), "type": "book"})
    work.put(custom={YEAR_SUFFIX: match["letter"]} if match["letter"] else None)
    work.locator = _place(match)
    return work


def by_pages(words: str) -> Work | None:
    """Read a whole stretch as names and the pages from one on, of a work that a list has: "Marsh/Reed II 12 ff."; "Marsh 2 f."."""
    found = _read(words) if _ON.search(words) else None
    if found is None:
        return None
    names, match, start = found
    called = words[start : start + names.end]
    if match["year"] or not match["value"] or not _ON.search(match["value"]) or not _FAMILIES.fullmatch(called):
        return None
    if called in _UNITS:
        return None
    work = Work({"author": names.names, "type": "book"})
    work.locator = _place(match)
    return work


def _read(words: str) -> tuple[Names, re.Match[str], int] | None:
    if len(words) > _LONGEST:
        return None
    joint = _AND.match(words)
    start = joint.end() if joint else 0
    head = _HEAD.match(words, start)
    called = head.group().rstrip() if head else ""
    if tome := _TOME.search(called):
        called = called[: tome.start()]
    match = _BEHIND.match(words, start + len(called)) if called else None
    if match is None or not match.group().strip(" .,;)"):
        return None
    names = _names(called)
    return None if names is None or _no_person(called) else (names, match, start)


def _names(called: str) -> Names | None:
    """Names that are all that a stretch holds; also with a stroke between them."""
    parts = _BESIDE.split(called)
    read = [read_names(part) for part in parts]
    if not all(names.names and names.end == len(part) for names, part in zip(read, parts, strict=True)):
        return None
    return Names(tuple(name for names in read for name in names.names), len(called))


def _author(called: str, names: Names) -> str:
    """The authors as a back reference names them: of several each one's own name, with "and" between."""
    if len(names.names) == 1:
        return called
    people = (" ".join(filter(None, (name.given, name.non_dropping_particle, family(name)))) for name in names.names)
    return " and ".join(people)


def _no_person(words: str) -> bool:
    """Whether what looks like a name is a month, a season, a town or a label: "May 4", "London, 1850", "Table 4"."""
    first = words.split(maxsplit=1)[0].strip(".,")
    return first.lower() in MONTHS or first in _LABELS or words.strip(" .,") in PLACES


def _known(names: Names, match: re.Match[str], library: Library) -> bool:
    """Whether a work cited before is by all of these, and of the year that is given."""
    wanted = {fold(family(name)) for name in names.names if name.family}
    works = (library.entries[number] for number in library.of_family(family(names.names[0])))
    dated = (work for work in works if match["year"] is None or work.dated(int(match["year"]), match["letter"]))
    return any(wanted <= {fold(family(name)) for name in work.creators} for work in dated)


def _place(match: re.Match[str]) -> Locator | None:
    if not match["value"]:
        return None
    place = best_locator(bare_places(match))
    tome = match.groupdict().get("tome")
    return place.model_copy(update={"value": f"{tome}:{place.value}"}) if place and tome else place
