"""A source as a CSL-JSON item (schema 1.0.2): https://docs.citationstyles.org/en/stable/specification.html ."""

from typing import Any, Literal

from pydantic import ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from argmap.model.base import Value

SourceType = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "pamphlet",
    "paper-conference",
    "patent",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]


class CslValue(Value):
    """A part of a CSL item: Python names with underscores, JSON names with hyphens, empty fields left out."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))

    @model_serializer(mode="wrap")
    def _leave_out_empty(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {key: value for key, value in handler(self).items() if value not in (None, ())}


class Name(CslValue):
    """A person (`family`, `given`) or a body or undivided name (`literal`)."""

    family: str | None = None
    given: str | None = None
    non_dropping_particle: str | None = None
    dropping_particle: str | None = None
    suffix: str | None = None
    literal: str | None = None


class Date(CslValue):
    """A date or a range: one or two of `[year, month, day]`, the later parts optional; or words nobody could parse."""

    date_parts: tuple[tuple[int, ...], ...] = ()
    literal: str | None = None
    circa: bool | None = None


class Source(CslValue):
    """One work or one archival document, as a CSL-JSON item.

    Archival documents have type `document` (or `manuscript`, `personal_communication` …), `archive` for the holding
    body and `archive_location` for the call number as cited; `custom` holds the parts of that call number by name
    ("fond", "opis", "delo", "papka", "listy"), and `derived-from` and `printed-in`: see the properties.
    """

    id: str
    type: SourceType
    author: tuple[Name, ...] | None = None
    editor: tuple[Name, ...] | None = None
    translator: tuple[Name, ...] | None = None
    director: tuple[Name, ...] | None = None
    container_author: tuple[Name, ...] | None = None
    recipient: tuple[Name, ...] | None = None
    title: str | None = None
    title_short: str | None = None
    container_title: str | None = None
    collection_title: str | None = None
    collection_number: str | None = None
    genre: str | None = None
    number: str | None = None
    volume: str | None = None
    volume_title: str | None = None
    issue: str | None = None
    edition: str | None = None
    page: str | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    authority: str | None = None
    section: str | None = None
    issued: Date | None = None
    accessed: Date | None = None
    archive: str | None = None
    archive_collection: str | None = None
    archive_location: str | None = None
    archive_place: str | None = None
    URL: str | None = Field(default=None, alias="URL")
    DOI: str | None = Field(default=None, alias="DOI")
    ISBN: str | None = Field(default=None, alias="ISBN")
    ISSN: str | None = Field(default=None, alias="ISSN")
    language: str | None = None
    note: str | None = None
    abstract: str | None = None
    keyword: str | None = None
    custom: dict[str, str | tuple[str, ...]] | None = None

    @property
    def derived_from(self) -> tuple[str, ...]:
        """Ids of the sources that this one rests on: it falls if all of them do."""
        return self._ids("derived-from")

    @property
    def printed_in(self) -> tuple[str, ...]:
        """Ids of the works that print this document, which stands without them."""
        return self._ids("printed-in")

    def _ids(self, key: str) -> tuple[str, ...]:
        value = (self.custom or {}).get(key, ())
        return (value,) if isinstance(value, str) else value
