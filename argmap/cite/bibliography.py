"""A source as a line of a bibliography, in the note-and-bibliography order that historians use."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from argmap.model import Date, Name, Source

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
MONTHS = (*_MONTHS, "November", "December")
_INSIDE = frozenset({"article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference"})

_IN_BRACKETS = re.compile(r"\(([^()]{2,20})\)\s*$")
# As Russian archives are cited; anything else stays as it is.
_ABBREVIATED = {
    "fond": "f.",
    "opis": "op.",
    "delo": "d.",
    "papka": "p.",
    "list": "l.",
    "listy": "ll.",
    "Fond": "f.",
    "Opis": "op.",
    "Delo": "d.",
    "Papka": "p.",
    "List": "l.",
    "Listy": "ll.",
}


class Styled(NamedTuple):
    """Words of a reference; titles of works stand in italics."""

    text: str
    italic: bool = False


def reference(source: Source) -> tuple[Styled, ...]:
    """Author, title, where it was printed or is kept, and when; a source with nothing but an id gives its id."""
    parts = [part for part in (_people(source), _title(source), _place(source), _archive(source)) if part]
    if not parts:
        return (Styled(source.id),)
    styled: list[Styled] = []
    for part in parts:
        styled += [Styled(" "), *part] if styled else part
    return tuple(styled)


def call_number(source: Source) -> str:
    """Holding body and call number, the body once and by its abbreviation: "AVPRF, f. 059a, op. 5a, d. 4, l. 136"."""
    place = " ".join(_ABBREVIATED.get(word, word) for word in (source.archive_location or "").split(" "))
    body = source.archive or ""
    abbreviation = _IN_BRACKETS.search(body)
    names = (body, abbreviation[1] if abbreviation else body)
    if any(place.casefold().startswith(name.casefold()) for name in names):
        return place
    return f"{names[1]}, {place}"


def report(source: Source) -> str:
    """Where a case or statute stands: "395 U.S. 575"; empty for any other source."""
    if source.type not in {"legal_case", "legislation"}:
        return ""
    return " ".join(filter(None, (source.volume, source.container_title, source.page)))


def _people(source: Source) -> list[Styled]:
    if source.author:
        return [Styled(_stop(_names(source.author)))]
    if source.editor and source.type not in _INSIDE:
        return [Styled(f"{_names(source.editor)} ({'ed.' if len(source.editor) == 1 else 'eds.'}).")]
    return []


def _names(names: Iterable[Name]) -> str:
    written = [_first(name) if not index else _straight(name) for index, name in enumerate(names)]
    return written[0] if len(written) == 1 else f"{', '.join(written[:-1])} and {written[-1]}"


def _family(name: Name) -> str:
    return " ".join(part for part in (name.non_dropping_particle, name.family) if part)


def _first(name: Name) -> str:
    return name.literal or ", ".join(part for part in (_family(name), name.given, name.suffix) if part)


def _straight(name: Name) -> str:
    return name.literal or " ".join(part for part in (name.given, _family(name), name.suffix) if part)


def _title(source: Source) -> list[Styled]:
    if not source.title:
        return []
    if reported := report(source):
        return [Styled(source.title, italic=True), Styled(_stop(f", {reported}"))]
    if source.type in _INSIDE or source.container_title:
        return [Styled(f"“{_stop(source.title)}”"), *_container(source)]
    if source.archive or source.archive_location:
        return [Styled(_stop(source.title))]
    return [Styled(source.title, italic=True), Styled(_stop(_edition(source)))]


def _container(source: Source) -> list[Styled]:
    if not source.container_title:
        return []
    lead = " In " if source.type == "chapter" else " "
    numbers = "".join(
        (
            f" {source.volume}" if source.volume else "",
            f", no. {source.issue}" if source.issue else "",
            f": {source.page}" if source.page else "",
        )
    )
    editors = f", ed. {_join(_straight(name) for name in source.editor)}" if source.editor else ""
    tail = _stop(f"{editors}{numbers}")
    return [Styled(lead), Styled(source.container_title, italic=True), Styled(tail)]


def _join(names: Iterable[str]) -> str:
    return " and ".join(names)


def _edition(source: Source) -> str:
    volume = f", vol. {source.volume}" if source.volume else ""
    edition = f", {source.edition} ed." if source.edition else ""
    return f"{volume}{edition}"


def _place(source: Source) -> list[Styled]:
    house = ": ".join(part for part in (source.publisher_place, source.publisher) if part)
    series = " ".join(part for part in (source.collection_title, source.collection_number) if part)
    printed = ", ".join(part for part in (source.genre, series, house, _date(source.issued)) if part)
    return [Styled(_stop(printed))] if printed else []


def _archive(source: Source) -> list[Styled]:
    kept = ", ".join(
        part
        for part in (source.archive, source.archive_collection, source.archive_location, source.archive_place)
        if part
    )
    return [Styled(_stop(kept))] if kept else []


def _date(date: Date | None) -> str:
    if date is None:
        return ""
    written = "\N{EN DASH}".join(_day(parts) for parts in date.date_parts if parts)
    return f"c. {written}" if written and date.circa else written or date.literal or ""


def _day(parts: tuple[int, ...]) -> str:
    year, rest = str(parts[0]), parts[1:]
    if not rest or not 1 <= rest[0] <= len(MONTHS):
        return year
    month = MONTHS[rest[0] - 1]
    return f"{rest[1]} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def _stop(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
