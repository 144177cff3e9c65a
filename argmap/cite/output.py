"""Sources as CSL-JSON and BibTeX, and the short form that labels carry."""

import json
import re
from collections.abc import Iterable
from typing import Literal

from argmap.cite.bibliography import call_number, report
from argmap.cite.names import family
from argmap.model import Date, Name, Source

_BIBTEX_TYPES = {
    "book": "book",
    "chapter": "incollection",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "periodical": "misc",
    "report": "techreport",
    "thesis": "phdthesis",
    "manuscript": "unpublished",
    "paper-conference": "inproceedings",
}
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_SHORT_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_FULL_DATE = 3
_TITLE_WORDS = 6


def to_csl(sources: Iterable[Source]) -> str:
    """A JSON list of CSL items (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html), UTF-8, indented."""
    items = [source.model_dump(mode="json") for source in sources]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def render_bibliography(
    sources: Iterable[Source], markup: Literal["text", "markdown", "html"] = "text", style: str | None = None
) -> str:
    """The bibliography as Pandoc's citation processor sets it, ordered by the style; see `run_citeproc`.

    An archival document is given its whole call number, which styles leave out. The only call of another program here.
    """
    from argmap.cite._citeproc import run_citeproc  # noqa: PLC0415 - only here is the reader of other formats needed

    return run_citeproc(to_csl(_with_call_number(source) for source in sources), markup, style)


def _with_call_number(source: Source) -> Source:
    if not source.archive_location:
        return source
    return source.model_copy(update={"archive": call_number(source), "archive_location": None, "custom": None})


def to_bibtex(sources: Iterable[Source]) -> str:
    """BibTeX entries, their special characters escaped, capitals of titles kept by braces, for UTF-8 BibTeX or biber."""
    return "\n".join(_entry(source) for source in sources)


def _entry(source: Source) -> str:
    kind = _BIBTEX_TYPES.get(source.type, "misc")
    fields = _fields(source, kind)
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{source.id},\n{lines}}}\n"


def _fields(source: Source, kind: str) -> dict[str, str | None]:
    host = _braced(source.container_title)
    issued = source.issued.date_parts[0] if source.issued and source.issued.date_parts else ()
    title = ": ".join(part for part in (source.title, source.volume_title) if part) or source.container_title
    fields: dict[str, str | None] = {
        "author": _people(source.author),
        "editor": _people(source.editor),
        "title": _braced(title),
        "journal": host if kind == "article" else None,
        "booktitle": host if kind in {"incollection", "inproceedings"} else None,
        "series": _text(source.collection_title),
        "type": _text(source.genre) if kind in {"techreport", "phdthesis"} else None,
        "number": _text(source.number or source.issue),
        "volume": _text(source.volume),
        "pages": re.sub(r"\s*[-–—]+\s*", "--", source.page) if source.page else None,
        _PUBLISHER.get(kind, "publisher"): _text(source.publisher),
        "address": _text(source.publisher_place),
        "edition": _text(source.edition),
        "year": str(issued[0]) if issued else None,
        "url": _address(source.URL),
        "doi": source.DOI,
        "howpublished": _text(report(source) or ", ".join(filter(None, (source.archive, source.archive_location)))),
        "note": _note(source, kind),
    }
    return fields


_PUBLISHER = {"techreport": "institution", "phdthesis": "school"}


def _note(source: Source, kind: str) -> str | None:
    """The day of a letter, what kind of manuscript: what BibTeX has no field for."""
    issued = source.issued.date_parts[0] if source.issued and source.issued.date_parts else ()
    day = _day(issued) if len(issued) == _FULL_DATE else None
    genre = source.genre if kind in {"unpublished", "misc"} else None
    return _text(", ".join(filter(None, (genre, day, source.note)))) or (
        "Unpublished" if kind == "unpublished" else None
    )


def _text(value: str | None) -> str | None:
    return value.translate(_ESCAPES) if value else None


def _braced(value: str | None) -> str | None:
    """Escaped, the whole in braces so that no style changes its capitals."""
    return f"{{{value.translate(_ESCAPES)}}}" if value else None


def _address(value: str | None) -> str | None:
    return re.sub(r"[{}\\\s]", "", value) if value else None


def _people(names: tuple[Name, ...] | None) -> str | None:
    return " and ".join(_person(name) for name in names) if names else None


def _person(name: Name) -> str:
    if name.literal:
        return f"{{{name.literal.translate(_ESCAPES)}}}"
    last = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    parts = [last, name.suffix, name.given] if name.suffix else [last, name.given]
    return ", ".join((part or "").translate(_ESCAPES) for part in parts if part)


def short_form(source: Source) -> str:
    """How a label names a source: "Weathersby 2002", "Lewis and Xue 1993", "Shtykov to Stalin, 29 May 1950"."""
    if source.archive_location or source.recipient or source.type in {"document", "personal_communication"}:
        return _archival(source)
    names = source.author or source.editor or ()
    issued = source.issued.date_parts[0][:1] if source.issued and source.issued.date_parts else ()
    year = str(issued[0]) if issued else ""
    number = "/".join(filter(None, (source.volume, source.issue))) if not names else ""
    who = _who(names) or _first_words(source.title or source.container_title or source.id)
    return " ".join(filter(None, (who, number, "" if year in who.split() else year)))


def _who(names: tuple[Name, ...]) -> str:
    many = 2
    called = [
        name.literal or " ".join(filter(None, (name.non_dropping_particle, family(name))))
        for name in names
        if family(name) != "et al."
    ]
    if len(called) > many:
        return f"{called[0]} et al."
    return " and ".join(called)


def _first_words(title: str) -> str:
    words = title.split()
    return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")


def _day(parts: tuple[int, ...]) -> str:
    month = _SHORT_MONTHS[parts[1] - 1] if len(parts) > 1 and 1 <= parts[1] <= len(_SHORT_MONTHS) else ""
    return " ".join(filter(None, (str(parts[2]) if len(parts) == _FULL_DATE else "", month, str(parts[0]))))


def _archival(source: Source) -> str:
    """Sender, recipient and day; or the beginning of the title and the day; or the call number."""
    issued: Date | None = source.issued
    day = _day(issued.date_parts[0]) if issued and issued.date_parts else ""
    if source.author and source.recipient:
        return ", ".join(filter(None, (f"{family(source.author[0])} to {family(source.recipient[0])}", day)))
    if source.title:
        return ", ".join(filter(None, (_first_words(source.title), day)))
    return call_number(source) if source.archive_location else source.archive or source.id
