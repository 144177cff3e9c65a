"""Archival documents and the table of call number systems."""

import pytest

from argmap.cite.archives import find_calls
from argmap.cite.holdings import SYSTEMS
from argmap.cite.systems import System
from argmap.model import Source
from tests.cite.making import kinds, mentions, read, source


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_every_row_parses_its_own_example(system: System) -> None:
    item = source(system.example)
    found = {"archive": item.archive, **(item.custom or {})}
    assert {key: found.get(key) for key in system.expected} == dict(system.expected)
    assert item.archive_location
    if system.folios:
        (mention,) = [mention for mention in mentions(system.example) if mention.source]
        assert mention.locator is not None
        assert mention.locator.value == system.expected[system.folios]


def test_names_of_parts_and_systems_are_unique() -> None:
    assert len({system.name for system in SYSTEMS}) == len(SYSTEMS)
    for system in SYSTEMS:
        assert len({part.name for part in system.parts}) == len(system.parts)


@pytest.mark.parametrize(
    "call",
    [
        "Fond 17, Opis 162, Delo 9, Papka 3, Listy 12-14",
        "f. 17, op. 162, d. 9, p. 3, ll. 12-14",
        "ф. 17, оп. 162, д. 9, п. 3, л. 12-14",
        "F. 17, Op. 162, P. 3, D. 9, L. 12-14",
        "fond 17 opis 162 papka 3 delo 9 list 12-14",
    ],
)
def test_spellings_of_one_call_number(call: str) -> None:
    item = source(f"RGASPI, {call}.")
    assert item.archive == "RGASPI"
    parts = item.custom or {}
    assert [parts[key] for key in ("fond", "opis", "delo", "papka", "listy")] == ["17", "162", "9", "3", "12-14"]
    assert item.id == "rgaspi-17-162-9-3-12"


def telegram(item: Source) -> tuple[str | None, str | None, tuple[tuple[int, ...], ...]]:
    assert item.author is not None
    assert item.recipient is not None
    assert item.issued is not None
    return item.author[0].family, item.recipient[0].family, item.issued.date_parts


def test_documents_before_their_call_numbers_and_the_work_that_prints_them() -> None:
    note = (
        "Ciphered telegram from [Envoy to Elm] Orlov to [Minister] Petrov, 3 September 1849, GARF, Fond 59a, Opis 5, Delo 4, "
        "Listy 136-138; Ciphered telegram from Petrov to [the chargé d’affaires in Elm] Tunin, 11 September 1849 GARF, "
        "Fond 59a, Opis 5, Delo 3, List 45.; Telegram from Tunin to the Elm Foreign Ministry (in reply to that of "
        "11 September), 14 September 1849, GARF, Fond 59a, Opis 5, Delo 3, Listy 75-77. For the full text of these "
        "documents, see K. Marsh, “Mills,” Elm Review 5 (1995): 1-9."
    )
    assert kinds(note) == ["archival", "archival", "archival", "container"]
    first, second, third, printed = read(note).sources
    assert telegram(first) == ("Orlov", "Petrov", ((1849, 9, 3),))
    assert telegram(second) == ("Petrov", "Tunin", ((1849, 9, 11),))
    assert third.recipient is not None
    assert third.recipient[0].literal == "Elm Foreign Ministry"
    assert {item.archive for item in (first, second, third)} == {"GARF"}
    for item in (first, second, third):
        assert (item.custom or {})["printed-in"] == (printed.id,)


def test_a_taught_abbreviation_and_the_full_name_are_one_archive() -> None:
    found = read(
        "Archive of the Elm Chancery [hereafter AECH], Fond 5, Opis 1, Delo 3, Listy 9-17.",
        "Record of Conversation between A. Orlov and B. Reed on 22 January 1850, AECH, Fond 5, Opis 1, Delo 3, Listy 29-38.",
    )
    first, second = found.sources
    assert first.archive == second.archive == "AECH"
    assert (second.custom or {})["archive-name"] == "Archive of the Elm Chancery"
    assert second.title == "Record of Conversation between A. Orlov and B. Reed"


def test_a_full_stop_between_document_and_archive() -> None:
    item = source(
        "Record of the talk between A. Orlov and B. Reed on 16 December 1849. Archive of the Elm Chancery, Fond 5, Opis 1, List 9."
    )
    assert item.issued is not None
    assert item.issued.date_parts == ((1849, 12, 16),)
    assert item.archive == "Archive of the Elm Chancery"


def test_a_document_without_call_number() -> None:
    note = "Report on Orlov’s visit to Elm, March 30-April 25, 1850. Prepared by the Mill Department of the Elm Council, Cited in A. Marsh, Mills (Dover: Reed, 1999), 4."
    assert kinds(note) == ["archival", "container"]
    report, book = read(note).sources
    assert report.title == "Report on Orlov’s visit to Elm"
    assert report.issued is not None
    assert report.issued.date_parts == ((1850, 3, 30), (1850, 4, 25))
    assert report.author is not None
    assert report.author[0].literal == "Mill Department of the Elm Council"
    assert (report.custom or {})["printed-in"] == (book.id,)


def test_the_same_leaves_are_the_same_document_and_others_are_not() -> None:
    call = "GARF, Fond 5, Opis 1, Delo 3, Listy 9-17"
    assert len(read(f"{call}.", f"Telegram from Orlov to Reed, 3 May 1850, {call}.").sources) == 1
    found = read(
        f"Telegram from Orlov to Reed, 3 May 1850, {call}.", f"Telegram from Orlov to Reed, 4 May 1850, {call}."
    )
    assert [item.id for item in found.sources] == ["garf-5-1-3-9-a", "garf-5-1-3-9-b"]


def test_prose_with_figures_is_no_call_number() -> None:
    for text in ("See vol. 3, p. 5, and fig. 7 d. 9.", "In box 5 of the hall", "He paid 3 d. 4 times."):
        assert find_calls(text) == []


@pytest.mark.parametrize(
    ("note", "archive", "collection", "place"),
    [
        ("Ann Carver diary, 12 March 1864, Carver Family Papers, box 3, folder 2, Elm Historical Society, Richmond.", "Elm Historical Society", "Carver Family Papers", "Richmond"),
        ("Ann Carver diary, 12 March 1864, box 3, folder 2, Carver Papers, Dover University.", "Dover University", "Carver Papers", None),
        ("Ann Carver diary, 12 March 1864, box 3, folder 2, Carver Papers, Elm Institution, Stanford, CA.", "Elm Institution", "Carver Papers", "Stanford, CA"),
    ],
)  # fmt: skip
def test_the_keeper_behind_the_box(note: str, archive: str, collection: str, place: str | None) -> None:
    found = source(note)
    assert (found.archive, found.archive_collection, found.archive_place) == (archive, collection, place)
    assert kinds(note) == ["archival"]
