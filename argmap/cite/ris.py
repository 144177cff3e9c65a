"""Sources as RIS, the format that Zotero, EndNote and Citavi import.

Tags by the RIS specification (Research Information Systems, 2011) as Zotero's importer maps them; what has no tag of its
own stands in `N1`. Lines end with CR LF, each record with `ER`.
"""

import re
from collections.abc import Iterable, Iterator

from argmap.cite.bibliography import call_number
from argmap.model import Date, Name, Source

_TYPES = {
    "article": "JOUR", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "bill": "BILL",
    "book": "BOOK", "broadcast": "SOUND", "chapter": "CHAP", "collection": "SER", "dataset": "DATA", "entry": "ENCYC", "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC", "hearing": "HEAR", "legal_case": "CASE", "legislation": "STAT", "map": "MAP",
    "motion_picture": "MPCT",
    "document": "MANSCPT", "manuscript": "MANSCPT", "pamphlet": "PAMP", "paper-conference": "CONF", "periodical": "JFULL",
    "personal_communication": "PCOMM", "post": "ICOMM", "post-weblog": "BLOG", "regulation": "STAT", "report": "RPRT",
    "review": "JOUR", "review-book": "JOUR", "standard": "STAND", "thesis": "THES", "webpage": "ELEC",
}  # fmt: skip
_EDITORS = {"BOOK": "A3", "CHAP": "A2", "JOUR": "A2", "CONF": "A2", "ENCYC": "A2", "DICT": "A2"}
_DASH = re.compile(r"\s*[-–—]+\s*")
_ONE_PAGE = frozenset({"BOOK", "THES", "MANSCPT"})  # of these Zotero takes SP for the number of pages


def to_ris(sources: Iterable[Source]) -> str:
    """RIS records, one a source, UTF-8, in the given order; the empty string for no source."""
    return "".join(_record(source) for source in sources)


def _record(source: Source) -> str:
    kind = "PCOMM" if source.recipient else _TYPES.get(source.type, "GEN")
    lines = [
        ("TY", kind),
        *_people(source, kind),
        *_titles(source, kind),
        *_place(source, kind),
        *_kept(source),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines if value or tag == "ER") + "\r\n"


def _line(value: str) -> str:
    """A value on one line: a tag ends where the line ends."""
    return " ".join(value.split())


def _people(source: Source, kind: str) -> Iterator[tuple[str, str]]:
    for tag, names in (
        ("AU", source.author),
        (_EDITORS.get(kind, "ED"), source.editor),
        ("A4", source.translator),
        ("C2", source.container_author),
        ("A2", source.recipient),
    ):
        for name in names or ():
            yield tag, _person(name)


def _person(name: Name) -> str:
    """Family name, given names, suffix; a body without commas, for a comma would make it a person."""
    if name.literal or not name.family:
        return (name.literal or name.given or "").replace(",", "")
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    return ", ".join(filter(None, (family, given, name.suffix)))


def _titles(source: Source, kind: str) -> Iterator[tuple[str, str]]:
    title = ": ".join(filter(None, (source.title, source.volume_title)))
    host = source.container_title or ""
    yield "TI", title or host
    yield "ST", source.title_short or ""
    series = " ".join(filter(None, (source.collection_title, source.collection_number)))
    if kind == "CASE":
        yield "A2", host  # the reporter
    elif title:
        yield "T2", host or (series if kind in {"BOOK", "RPRT"} else "")
    if series and (host or kind not in {"BOOK", "RPRT"}):
        yield "T3", series


def _place(source: Source, kind: str) -> Iterator[tuple[str, str]]:
    yield "VL", source.volume or ""
    yield ("SN" if kind == "RPRT" else "M1" if kind == "STAT" else "IS"), source.number or ""
    yield "IS", source.issue or ""
    yield "ET", source.edition or ""
    yield "SE", source.section or ""
    if source.page and kind not in _ONE_PAGE:
        first, _, last = _DASH.sub("-", source.page).partition("-")
        yield "SP", first
        yield "EP", last
    yield ("C1" if kind == "CONF" else "CY"), source.publisher_place or ""
    yield "PB", source.publisher or source.authority or ""
    yield from _dates(source.issued, source.accessed)
    yield "M3", source.genre or ""
    yield "UR", source.URL or ""
    yield "DO", source.DOI or ""
    yield "SN", source.ISBN or source.ISSN or ""
    yield "LA", source.language or ""


def _dates(issued: Date | None, accessed: Date | None) -> Iterator[tuple[str, str]]:
    """`PY` is the year, `DA` year/month/day/other with empty parts kept, the end of a range among the other."""
    if issued and issued.date_parts:
        first, *others = issued.date_parts
        yield "PY", f"{first[0]:04d}"
        until = "-".join(f"{part:02d}" for part in others[0]) if others else ""
        if len(first) > 1 or until:
            yield (
                "DA",
                "/".join([f"{first[0]:04d}", *(f"{part:02d}" for part in first[1:3]), *[""] * (3 - len(first)), until]),
            )
    elif issued and issued.literal:
        yield "DA", f"///{issued.literal.replace('/', '-')}"
    if accessed and accessed.date_parts:
        yield "Y2", "/".join(f"{part:02d}" for part in accessed.date_parts[0])


def _kept(source: Source) -> Iterator[tuple[str, str]]:
    """Archive, call number and what else there is to say."""
    yield "DB", ", ".join(filter(None, (source.archive, source.archive_collection, source.archive_place)))
    yield "AN", source.archive_location or ""
    if source.archive and source.archive_location:
        yield "CN", call_number(source)
    yield "AB", source.abstract or ""
    for word in (source.keyword or "").split(","):
        yield "KW", word.strip()
    yield "N1", source.note or ""
    yield "ID", source.id
