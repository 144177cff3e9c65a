"""Sources in short form and as a bibliographic line."""

import pytest

from argmap.model import Citation, Date, Locator, Name, Source
from argmap.render.reference import cited, full, more, short

YEAR = Date(date_parts=((1921,),))
DAY = Date(date_parts=((1901, 5, 2),))


def _names(*families: str) -> tuple[Name, ...]:
    return tuple(Name(family=family, given="A.") for family in families)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source(id="s", type="book", author=_names("Quay"), issued=YEAR), "Quay 1921"),
        (Source(id="s", type="book", author=_names("Quay", "Mole"), issued=YEAR), "Quay and Mole 1921"),
        (Source(id="s", type="book", author=_names("A", "B", "C"), issued=YEAR), "A et al. 1921"),
        (Source(id="s", type="book", editor=_names("Ed")), "Ed"),
        (Source(id="s", type="book", author=(Name(family="Berg", non_dropping_particle="van den"),)), "van den Berg"),
        (Source(id="s", type="book", title="Annals", issued=YEAR), "Annals 1921"),
        (Source(id="s", type="book", title="Annals of 1921", issued=YEAR), "Annals of 1921"),
        (Source(id="s", type="book"), "s"),
        (
            Source(id="s", type="document", author=_names("Pilot"), title="Pilot to Clerk", issued=DAY),
            "Pilot to Clerk, 2 May 1901",
        ),
        (Source(id="s", type="article-newspaper", author=_names("Pilot"), title="Wreck", issued=DAY), "Pilot 1901"),
        (Source(id="s", type="document", archive="SAP", archive_location="fond 1, opis 2"), "SAP, f. 1, op. 2"),
        (
            Source(id="s", type="document", archive="State (SAP)", archive_location="SAP, box 4"),
            "SAP, box 4",
        ),
        (Source(id="s", type="document", archive_location="box 4"), "box 4"),
    ],
)
def test_short_form(source: Source, expected: str) -> None:
    assert short(source) == expected


def test_a_citation_keeps_its_locator_when_it_is_shortened() -> None:
    source = Source(id="s", type="book", title="A very long title of a book that nobody shortened")
    citation = Citation(source="s", locator=Locator(label="page", value="9-12"))
    assert cited(citation, source, 20) == "A very long title…, 9-12"
    assert cited(Citation(source="lost"), None) == "lost"


def test_below_the_short_form_stands_the_call_number_or_the_title() -> None:
    document = Source(id="s", type="document", title="Pilot to Clerk", archive="State (SAP)", archive_location="fond 1")
    assert more(document) == "SAP, f. 1"
    assert more(Source(id="s", type="book", title="Annals")) == "Annals"


def test_the_line_names_all_that_identifies_a_source() -> None:
    source = Source(
        id="s",
        type="article-journal",
        author=_names("Quay"),
        title="Silt.",
        container_title="Ports",
        volume="4",
        issue="2",
        page="1-9",
        issued=YEAR,
        DOI="10.1/x",
    )
    assert full(source) == "Quay, A. “Silt.” Ports 4, no. 2: 1-9. 1921. doi:10.1/x."


def test_a_chapter_is_not_taken_for_a_page() -> None:
    gibbon = Source(id="gibbon1776", type="book", author=(Name(family="Gibbon"),), issued=YEAR)
    assert (
        cited(Citation(source="gibbon1776", locator=Locator(label="chapter", value="16")), gibbon)
        == "Gibbon 1921, ch. 16"
    )
    assert cited(Citation(source="gibbon1776", locator=Locator(label="page", value="16")), gibbon) == "Gibbon 1921, 16"
