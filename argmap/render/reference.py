"""A source in a few words, for a node, and in one line, for a list."""

import re

from argmap.model import Citation, Name, Source
from argmap.render.text import clean, shorten

_MANY = 3
_TO_THE_DAY = 3  # year, month, day
_DOCUMENTS = frozenset({"document", "manuscript", "personal_communication", "report", "treaty"})
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


def _family(name: Name) -> str:
    particle = f"{name.non_dropping_particle} " if name.non_dropping_particle else ""
    return particle + (name.family or name.literal or name.given or "")


def _whole(name: Name) -> str:
    return ", ".join(part for part in (_family(name), name.given if name.family else None, name.suffix) if part)


def authors(source: Source) -> str:
    """Family names: "Goncharov, Lewis and Xue", "Weathersby", or nothing."""
    names = [_family(name) for name in source.author or source.editor or ()]
    if len(names) > _MANY:
        return f"{names[0]} et al."
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def year(source: Source) -> str:
    """The year of issue, or the words that stand for it, or nothing."""
    issued = source.issued
    if issued is None:
        return ""
    parts = issued.date_parts
    return str(parts[0][0]) if parts and parts[0] else issued.literal or ""


def is_archival(source: Source) -> bool:
    """Whether it is cited by a call number."""
    return bool(source.archive_location)


def call_number(source: Source) -> str:
    """Holding body and call number, the body once and by its abbreviation: "AVPRF, f. 059a, op. 5a, d. 4, l. 136"."""
    place = " ".join(_ABBREVIATED.get(word, word) for word in (source.archive_location or "").split(" "))
    body = source.archive or ""
    abbreviation = _IN_BRACKETS.search(body)
    names = (body, abbreviation[1] if abbreviation else body)
    if any(place.casefold().startswith(name.casefold()) for name in names):
        return place
    return f"{names[1]}, {place}"


def _is_dated_document(source: Source) -> bool:
    """Whether it is a letter, telegram or record of a known day."""
    parts = source.issued.date_parts if source.issued else ()
    return source.type in _DOCUMENTS and bool(parts) and len(parts[0]) == _TO_THE_DAY and bool(source.title)


def short(source: Source) -> str:
    """The short form: "Weathersby 2002", or an archival document's call number.

    Another document of a known day goes by its title, since one person writes many letters in a year; so does a
    source without an author.
    """
    if is_archival(source):
        return clean(call_number(source))
    issued = year(source)
    name = title(source) if _is_dated_document(source) else authors(source) or title(source)
    return clean(name if issued in name else f"{name} {issued}") or clean(source.id)


def title(source: Source) -> str:
    """The short title, the title, or what kind of thing it is."""
    return clean(source.title_short or source.title or source.genre or "")


def cited(citation: Citation, source: Source | None, limit: int = 1000) -> str:
    """A citation in short form, of `limit` characters at most, with its locator: "Weathersby 2002, 9-12"."""
    name = shorten(short(source) if source else clean(citation.source), limit)
    place = clean(citation.locator.value) if citation.locator else ""
    # A call number may already end with the folios that the locator repeats.
    return name if name.endswith(f" {place}") or not place else f"{name}, {place}"


def full(source: Source) -> str:
    """One bibliographic line with all that identifies the source; addresses are plain text."""
    people = "; ".join(_whole(name) for name in source.author or source.editor or ())
    issue = f"no. {source.issue}" if source.issue else None
    journal = ", ".join(part for part in (source.container_title, source.volume, issue) if part)
    imprint = ": ".join(part for part in (source.publisher_place, source.publisher) if part)
    pages = f"pp. {source.page}" if source.page else None
    held = ", ".join(dict.fromkeys(part for part in (source.archive, source.archive_location) if part))
    address = f"doi:{source.DOI}" if source.DOI else source.URL
    parts = (people, source.title, journal, imprint, year(source), pages, held, source.note, address)
    return clean(" ".join(f"{part.rstrip('.')}." for part in parts if part)) or clean(source.id)
