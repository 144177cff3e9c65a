"""Debates, papers of the United Nations, diplomatic papers, and other places of an archive cited before. All of it is invented."""

import pytest

from tests.cite.making import kinds, mentions, read, source


@pytest.mark.parametrize(
    ("note", "title", "volume", "column"),
    [
        ("HC Deb 12 May 1950 vol 475 cc 100-2.", "House of Commons Debates", "475", "100-2"),
        ("Hansard, HL Deb, vol. 171, col. 12, 3 June 1951.", "House of Lords Debates", "171", "12"),
        ("Hansard, House of Commons, 5th ser., vol. 475, cols 9-12 (12 May 1950).", "House of Commons Debates", "475", "9-12"),
        ("475 H.C. Deb. 5s., col. 110.", "House of Commons Debates", "475", "110"),
        ("Parl. Deb., HC, 12 May 1950, vol. 475, col. 7.", "House of Commons Debates", "475", "7"),
    ],
)  # fmt: skip
def test_debates_of_a_parliament(note: str, title: str, volume: str, column: str) -> None:
    item = source(note)
    (mention,) = mentions(note)
    assert (item.type, item.title, item.volume) == ("hearing", title, volume)
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value) == ("column", column)


@pytest.mark.parametrize(
    "note", ["96 Cong. Rec. 9228 (1950).", "Congressional Record, 81st Cong., 2nd sess., vol. 96, pt. 7, 9228."]
)
def test_the_record_of_congress(note: str) -> None:
    item = source(note)
    assert (item.type, item.title) == ("hearing", "Congressional Record")
    assert (item.volume or "").startswith("96")
    assert [mention.locator and mention.locator.value for mention in mentions(note)] == ["9228"]


def test_a_debate_in_the_german_parliament_is_not_cut_at_its_ordinals() -> None:
    note = "Verhandlungen des Deutschen Bundestages, Stenographische Berichte, 1. WP, 65. Sitzung, 5.5.1950, S. 2345."
    item = source(note)
    assert (item.type, item.section) == ("hearing", "1. WP, 65. Sitzung")
    assert item.issued is not None
    assert item.issued.date_parts == ((1950, 5, 5),)


def test_two_days_of_one_volume_are_two_debates_and_one_cited_again_is_one() -> None:
    found = read(
        "HC Deb 12 May 1950 vol 475 c 9.", "HC Deb 13 May 1950 vol 475 c 90.", "HC Deb, 12 May 1950, vol. 475, col. 10."
    )
    assert len(found.sources) == 2
    assert found.notes[0].sources == found.notes[2].sources


def test_a_debate_in_the_author_s_sentence() -> None:
    note = "The minister told the house (HC Deb 12 May 1950 vol 475 c 101) that nothing was decided."
    assert kinds(note) == ["discursive", "full", "discursive"]


@pytest.mark.parametrize(
    ("note", "number"),
    [
        ("UN Document S/1501, June 25, 1950.", "S/1501"),
        ("U.N. Doc. A/RES/377(V) (3 November 1950).", "A/RES/377(V)"),
        ("S/PV.473, 25 June 1950.", "S/PV.473"),
        ("Security Council Resolution 82, 25 June 1950, S/RES/82.", "82"),
    ],
)
def test_papers_of_the_united_nations(note: str, number: str) -> None:
    item = source(note)
    assert (item.type, item.number) == ("report", number)
    assert item.issued is not None
    assert item.issued.date_parts[0][0] == 1950


def test_a_report_has_the_title_before_its_number() -> None:
    item = source("Report of the Committee on Grain, Cmd. 8078 (London: Elm House, 1950), p. 5.")
    assert (item.title, item.number, item.publisher) == ("Report of the Committee on Grain", "Cmd. 8078", "Elm House")


def test_short_and_long_forms_of_diplomatic_papers_are_one_volume() -> None:
    found = read(
        "FRUS, 1950, 7:148-50.",
        "FRUS 1950, vol. VII, Korea, p. 151.",
        "Foreign Relations of the United States, 1950, vol. 7 (Washington: GPO, 1976), 160.",
        "FRUS, 1949, 7:12.",
    )
    assert [note.sources[0] == found.notes[0].sources[0] for note in found.notes] == [True, True, True, False]
    assert found.sources[0].title == "Foreign Relations of the United States, 1950"


def test_diplomatic_papers_print_the_document_before_them() -> None:
    found = read("Memorandum by the Counselor (Reed), March 3, 1949, FRUS, 1949, vol. 7, pt. 2, 969-70.")
    (note,) = found.notes
    assert [mention.kind for mention in note.mentions] == ["archival", "container"]
    document, volume = (found.source_of[one] for one in note.sources)
    assert document.printed_in == (volume.id,)


@pytest.mark.parametrize(
    ("before", "note", "archive", "parts"),
    [
        ("Reed to Hill, April 9, 1949, Box 38, RG 59, NARA.", "Ibid., Folder 4.", "NARA", {"record-group": "59", "box": "38", "folder": "4"}),
        ("РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 5.", "Там же. Д. 335. Л. 7.", "РГАСПИ", {"fond": "558", "opis": "11", "delo": "335", "listy": "7"}),
        ("TNA, FO 371/81567, Reed to Hill, 4 May 1950.", "Ibid., FO 371/81568, Hill to Reed, 9 May 1950.", "TNA", {"piece": "81568"}),
        ("PA AA, B 10, Bd. 512, Bl. 33.", "Ebd., Bd. 513, Bl. 2.", "PA AA", {"band": "513", "blatt": "2"}),
        ("Hill Papers, Box 8, Folder 12, Harry S. Truman Library.", "Ibid., folder 13, which is full of mills.", "HSTL", {"box": "8", "folder": "13"}),
    ],
)  # fmt: skip
def test_ibid_and_another_number_is_another_document_of_that_archive(
    before: str, note: str, archive: str, parts: dict[str, str]
) -> None:
    found = read(before, note)
    first, second = found.sources
    assert second.archive in {archive, first.archive}
    assert second.archive == first.archive
    assert {key: (second.custom or {}).get(key) for key in parts} == parts
    assert found.notes[1].sources == (second.id,)


def test_ibid_and_another_series_in_italian_notes() -> None:
    notes = [f"ASVe, Savi alle acque, b. {number}, c. 4r." for number in range(20, 26)]
    found = read(*notes, "Ivi, Estimo generale, b. 335, c. 4r.")
    made = found.source_of[found.notes[-1].sources[0]]
    assert made.archive == "ASVe"
    assert (made.custom or {}).get("busta") == "335"


@pytest.mark.parametrize(
    ("before", "note"),
    [
        ("TNA, FO 371/81567, Reed to Hill, 4 May 1950.", "Ibid., f. 5."),
        ("РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 5.", "Там же. Л. 9."),
        ("Ada Marsh, Old Mills (Elm: Reed, 1990), 5.", "Ibid., vol. 2, 8."),
        ("Ada Marsh, Old Mills (Elm: Reed, 1990), 5.", "Ibid., Folder 4."),
    ],
)
def test_ibid_and_a_place_in_the_same_document_is_that_document(before: str, note: str) -> None:
    found = read(before, note)
    assert found.notes[1].sources == found.notes[0].sources


def test_the_procurators_de_supra_are_no_back_reference() -> None:
    notes = [f"ASVe, Procuratori di San Marco de supra, b. {number}, c. 4r." for number in range(20, 26)]
    assert {mention.kind for note in read(*notes).notes for mention in note.mentions} == {"archival"}


@pytest.mark.parametrize("volume_title", ["Korea", "The Near East, South Asia, and Africa"])
def test_titles_in_italics_in_diplomatic_papers(volume_title: str) -> None:
    found = source(
        f"*Foreign Relations of the United States*, 1950, vol. 7, *{volume_title}* (Washington, DC: GPO, 1976), 148–50."
    )
    assert (found.volume, found.volume_title, found.publisher) == ("7", volume_title, "GPO")


def test_a_bracket_with_the_number_of_a_report_behind_its_title() -> None:
    assert source("Report on Dams (Cmd. 6404, 1942), p. 5.").title == "Report on Dams"
