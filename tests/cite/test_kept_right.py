"""What newer rules must not take for what they were made for: volumes, chapters, journals, series called archives."""

import pytest

from argmap.model import Source
from tests.cite.making import mentions, read, source


def _numbers(found: Source) -> tuple[str | None, str | None, str | None]:
    return found.volume, found.issue, found.page


@pytest.mark.parametrize(
    ("note", "numbers"),
    [
        ("Barlow, A. (2005). Women of the moor. Gender and Moors, 17, 369-386.", ("17", None, "369-386")),
        ("H. Barlow, Die Mühle, in: Zeitschrift für Moore 12, 1926, 3-9.", ("12", None, "3-9")),
        ("H. Barlow. Planning of moors. Journal of Moor Systems, 33:183–201, 2000.", ("33", None, "183–201")),
        ("Barlow, F.: Die Mühlen, in: Zeitschrift für Moorkunde 4 (Berlin 1962) 80-105.", ("4", None, "80-105")),
    ],
)
def test_volume_and_pages_of_a_journal(note: str, numbers: tuple[str | None, str | None, str | None]) -> None:
    assert _numbers(source(note)) == numbers


@pytest.mark.parametrize(
    ("note", "label", "value"),
    [
        ("John Barlow, *Walks on the Moor* (Dover: Hale, 1950), chap. v, vi.", "chapter", "v, vi"),
        ("Hugh Barlow, *Moors* (Dover: Hale, 1920), chap. 3, 5.", "chapter", "3, 5"),
        ("Hugh Barlow, *Moors* (Dover: Hale, 1920), cap. 3, 45.", "page", "45"),
    ],
)
def test_two_chapters_or_a_chapter_and_a_page(note: str, label: str, value: str) -> None:
    (mention,) = mentions(note)
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value) == (label, value)


@pytest.mark.parametrize(
    "note",
    [
        "H. Barlow, « Les moulins », Archives de sociologie des moulins, t. XII, p. 45-60.",
        "Archivio Veneto, t. XII, p. 45.",
    ],
)
def test_printed_series_that_are_called_archives(note: str) -> None:
    assert all(mention.kind != "archival" for mention in mentions(note))


def test_an_acronym_before_the_same_units_is_an_archive() -> None:
    assert [mention.kind for mention in mentions("ABCD, sección colonia, tomo 71, doc. 108, ff. 845-850.")] == [
        "archival"
    ]


def test_a_container_introduced_by_words_and_a_name() -> None:
    kinds = [
        mention.kind for mention in mentions("Quoted from the edition by H. Barlow, *Weirs* (Leeds: Hale, 1991), p. 5.")
    ]
    assert "container" in kinds
    assert "full" not in kinds


def test_an_imprint_behind_its_editor_makes_no_source_of_him() -> None:
    note = "Barlow, Catherine. “The Rise of Moors.” In The Novel, volume 1. Ed. Franco Reid. Princeton: Princeton University Press, 2006. 336-363."
    assert all("Ed." not in (one.title or "") for one in read(note).sources)


def test_bare_initials_with_full_stops() -> None:
    found = source("BARLOW, K. & REID E.G., 2015. “Welcome Home?” Elm Review 12 (2015): 4–9.")
    assert [name.family for name in found.author or ()][-1] == "REID"


def test_a_known_archive_behind_town_and_day() -> None:
    found = source("Madrid, 3 de mayo de 1770, AGI, Santa Fe, 215, n. 7.")
    assert (found.archive, found.archive_collection, found.title) == ("AGI", "Santa Fe", "Madrid")
    assert found.issued is not None
    assert found.issued.date_parts[0] == (1770, 5, 3)
