"""Archives without a row in the table, read by what commas divide. All names and numbers are invented."""

import pytest

from argmap.cite.held import parse_held
from tests.cite.making import kinds, mentions, read, source


@pytest.mark.parametrize(
    ("note", "archive", "call", "leaves"),
    [
        ("Fenwick Archives Centre, Cambridge, ABCD 20/152/6.", "Fenwick Archives Centre", "ABCD 20/152/6", None),
        ("Oxford, Alder Library, MS. Hale dep. 77, fols. 12–15.", "Alder Library", "MS. Hale dep. 77, fols. 12–15", "12–15"),
        ("Alder Library, MS Eng. hist. c. 9, fo. 4.", "Alder Library", "MS Eng. hist. c. 9, fo. 4", "4"),
        ("Northshire Record Office, DXY/44/5.", "Northshire Record Office", "DXY/44/5", None),
        ("Northshire RO, ABC (Ford) 148.", "Northshire RO", "ABC (Ford) 148", None),
        ("Town Library of Elm, MS 17/5, f. 88v.", "Town Library of Elm", "MS 17/5, f. 88v", "88v"),
        ("NAA: A123, 45/6/7 part 2.", "NAA", "A123, 45/6/7 part 2", None),
        ("Staatsarchiv Elmstadt, E 130b Bü 77.", "Staatsarchiv Elmstadt", "E 130b Bü 77", None),
        ("Politisches Archiv des Elmer Amts, Berlin, R 12345, Bl. 17–19.", "Politisches Archiv des Elmer Amts", "R 12345, Bl. 17–19", "17–19"),
        ("Service historique de la Marine, Vincennes, 10 H 2345.", "Service historique de la Marine", "10 H 2345", None),
    ],
)  # fmt: skip
def test_an_archive_and_its_number(note: str, archive: str, call: str, leaves: str | None) -> None:
    item = source(note)
    assert (item.type, item.archive, item.archive_location) == ("document", archive, call)
    (mention,) = mentions(note)
    assert mention.kind == "archival"
    assert (mention.locator.value if mention.locator else None) == leaves


@pytest.mark.parametrize(
    ("note", "title", "day"),
    [
        ("PRO, WO 12/345, Hill to Reed, 9 August 1850.", "Hill to Reed", (1850, 8, 9)),
        ("TNA, PREM 8/77, part 1, Hill to Reed, 15 July 1850.", "Hill to Reed", (1850, 7, 15)),
        ("NAA, A18, 31/7, Minute by Ash, 20 Nov. 1850.", "Minute by Ash", (1850, 11, 20)),
        ("Ash, memcon, November 10, 1850, Box 100, Country Files, Elm Presidential Library.", "Ash, memcon", (1850, 11, 10)),
        ("AGI, Audiencia de Elm, leg. 32, Toledo to the king, 8 Feb. 1570.", "Toledo to the king", (1570, 2, 8)),
        ("RGVA, fond 9, opis 2, delo 3, list 7, Report of Commissar Belov, 4 Sept. 1839.", "Report of Commissar Belov", (1839, 9, 4)),
        ("Staatsarchiv Elmstadt, MA 995, Bericht des Gesandten, 4. April 1832.", "Bericht des Gesandten", (1832, 4, 4)),
        ("Archives nationales, F7 13021, rapport du préfet, 3 mars 1827.", "rapport du préfet", (1827, 3, 3)),
    ],
)  # fmt: skip
def test_the_document_stands_before_the_number_or_behind(note: str, title: str, day: tuple[int, ...]) -> None:
    item = source(note)
    assert item.title == title
    assert item.issued is not None
    assert item.issued.date_parts == (day,)
    assert kinds(note) == ["archival"]


def test_the_collection_and_the_place_have_fields_of_their_own() -> None:
    item = source("Hill to Reed, 6 May 1858, Ada Marsh Papers, Elm Manuscript Library, Princeton, box 155, folder 6.")
    assert (item.archive, item.archive_collection) == ("Elm Manuscript Library", "Ada Marsh Papers")
    assert (item.archive_place, item.archive_location) == ("Princeton", "box 155, folder 6")
    assert (item.custom or {})["box"] == "155"


def test_the_day_may_stand_behind_the_number() -> None:
    item = source("Elm Library, National Adviser Files, Memoranda of Conversation, Box 12, Dec. 2, 1875.")
    assert item.issued is not None
    assert item.issued.date_parts == ((1875, 12, 2),)


def test_an_abbreviation_is_taught_and_used() -> None:
    first = "Foreign Archive of the Elm Republic (hereafter FAER): A 12, vol. 3, Hill to Reed, 4 July 1850."
    citations = read(first, "FAER, A 13, vol. 4, Reed to Hill, 9 July 1850.")
    assert [item.archive for item in citations.sources] == ["FAER", "FAER"]
    assert {(item.custom or {}).get("archive-name") for item in citations.sources} == {
        "Foreign Archive of the Elm Republic"
    }


@pytest.mark.parametrize(
    "note",
    [
        "АВП РФ. Ф. 0102. Оп. 6. П. 21. Д. 47. Л. 29–40.",
        "АВП РФ, ф. 0102, оп. 6, п. 21, д. 47, л. 29–40.",
    ],
)
def test_russian_full_stops_do_not_divide_a_call_number(note: str) -> None:
    item = source(note)
    assert [(item.custom or {})[key] for key in ("fond", "opis", "papka", "delo", "listy")] == [
        "0102",
        "6",
        "21",
        "47",
        "29–40",
    ]
    assert item.archive == "АВП РФ"


@pytest.mark.parametrize(
    ("note", "archive", "call"),
    [
        ("ГАРФ. Ф. Р-12. Оп. 86а. Д. 4. Л. 12–15.", "ГАРФ", "Ф. Р-12. Оп. 86а. Д. 4. Л. 12–15"),
        ("SAPMO-BArch, DY 30/J IV 2/12/5, Bl. 33–35.", "SAPMO", "DY 30/J IV 2/12/5, Bl. 33–35"),
        ("British Library, Add. MS 12345, f. 21.", "BL", "Add. MS 12345, f. 21"),
    ],
)
def test_full_stops_and_spaces_inside_a_number(note: str, archive: str, call: str) -> None:
    item = source(note)
    assert item.archive == archive
    assert (item.archive_location or "").endswith(call)


def test_a_german_day_does_not_end_a_sentence() -> None:
    item = source("BArch Freiburg, RW 4/57, Bl. 14, Notiz Ufer, 12. Juni 1841.")
    assert item.issued is not None
    assert item.issued.date_parts == ((1841, 6, 12),)


def test_the_back_of_a_leaf_is_part_of_it() -> None:
    (mention,) = mentions("GARF, f. R-12, op. 2, d. 64, l. 158ob.")
    assert mention.locator is not None
    assert mention.locator.value == "158ob"


@pytest.mark.parametrize(
    "text",
    [
        "J. Marsh, The Library of Elm, vol. 3, p. 12",
        "Ada Marsh, A History of the Vatican Archives (London: Reed, 1990), 12",
        "The letter is in the Elm Archives, and box 3 holds a copy",
        "Marsh, Library Quarterly 12 (1950): 3-9",
        "Elm Library, Annual Report, 1950",
        "",
        ", : ,",
    ],
)
def test_books_and_talk_are_no_holdings(text: str) -> None:
    assert parse_held(text, {}) is None


def test_an_interview_and_a_paper_in_brackets() -> None:
    talk = source("Rosa Tann, interview by author, Elm, 3 May 2001.")
    assert (talk.type, talk.issued and talk.issued.date_parts) == ("interview", ((2001, 5, 3),))
    paper = source(
        "Rosa Tann, “Dredging” (paper presented at the annual meeting of the River Society, Boston, 4–7 January 2001)."
    )
    assert (paper.type, paper.title) == ("paper-conference", "Dredging")
