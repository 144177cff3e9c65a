"""A source in a few words, for a node, and in one line, for a list."""

from argmap.cite import call_number, reference, short_form
from argmap.convert import write_locator
from argmap.model import Citation, Locator, Source
from argmap.render.text import clean, shorten


def short(source: Source) -> str:
    """The short form, as everywhere: "Weathersby 2002", "Shtykov to Stalin, 29 May 1950"."""
    return clean(short_form(source)) or clean(source.id)


def more(source: Source) -> str:
    """What a node says below the short form: an archival document's call number, another source's title."""
    if source.archive_location:
        return clean(call_number(source))
    return clean(source.title_short or source.title or source.genre or "")


def cited(citation: Citation, source: Source | None, limit: int = 1000) -> str:
    """A citation in short form, of `limit` characters at most, with its locator: "Weathersby 2002, 9-12"."""
    name = shorten(short(source) if source else clean(citation.source), limit)
    place = clean(at(citation.locator)) if citation.locator else ""
    # A call number that stands for a document may end with the folios that the locator repeats.
    return name if name.endswith(f" {place}") or not place else f"{name}, {place}"


def at(locator: Locator) -> str:
    """Pages and folios as bare numbers, as notes have them; any other place with its name ("ch. 3")."""
    return locator.value if locator.label in {"page", "folio"} else write_locator(locator)


def full(source: Source) -> str:
    """One bibliographic line with all that identifies the source, and its address as plain text."""
    line = "".join(words.text for words in reference(source))
    address = f" doi:{source.DOI}." if source.DOI else f" {source.URL}." if source.URL else ""
    return clean(line + address)
