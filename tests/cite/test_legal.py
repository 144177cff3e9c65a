"""Cases and statutes, in the forms of The Bluebook and of OSCOLA. All of them are invented."""

import pytest

from tests.cite.making import kinds, mentions, read, source


def test_a_case_with_its_reporter() -> None:
    note = "Marsh Board v. Reed Packing Co., 395 U.S. 575, 580 (1969)."
    item = source(note)
    assert item.type == "legal_case"
    assert item.title == "Marsh Board v. Reed Packing Co."
    assert (item.volume, item.container_title, item.page) == ("395", "U.S.", "575")
    assert item.issued is not None
    assert item.issued.date_parts == ((1969,),)
    (mention,) = mentions(note)
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value) == ("page", "580")


@pytest.mark.parametrize(
    ("note", "title", "volume", "reporter", "page", "court"),
    [
        ("See Elm, Inc. v. Oak Union, 12 F.3d 345, 350-52 (2d Cir. 1993).", "Elm, Inc. v. Oak Union", "12", "F.3d", "345", "2d Cir."),
        ("In re Reed, 387 U.S. 1 (1967).", "In re Reed", "387", "U.S.", "1", None),
        ("Reed v. State, 12 Cal. Rptr. 3d 45 (Cal. App. 2004).", "Reed v. State", "12", "Cal. Rptr. 3d", "45", "Cal. App."),
        ("Donald v Stevens [1932] AC 562 (HL) 580.", "Donald v Stevens", None, "AC", "562", "HL"),
        ("R (Elm) v Secretary of State [2005] UKHL 12, [34].", "R (Elm) v Secretary of State", None, "UKHL", "12", None),
        ("Ryland v Fletch (1868) LR 3 HL 330.", "Ryland v Fletch", None, None, None, None),
        ("BVerfGE 7, 198 (204).", None, "7", "BVerfGE", "198", None),
        ("Case C-123/90 Mill v Council [1991] ECR I-4529.", "Case C-123/90 Mill v Council", None, "ECR", "I-4529", None),
    ],
)  # fmt: skip
def test_reports_of_several_courts(  # noqa: PLR0917 - the columns of the table
    note: str, title: str | None, volume: str | None, reporter: str | None, page: str | None, court: str | None
) -> None:
    item = source(note)
    if reporter:
        assert item.type == "legal_case"
        assert (item.title, item.volume, item.container_title, item.page, item.authority) == (
            title,
            volume,
            reporter,
            page,
            court,
        )


@pytest.mark.parametrize(
    ("note", "code", "volume", "section"),
    [
        ("29 U.S.C. § 158(a)(1) (1970).", "U.S.C.", "29", "158(a)(1)"),
        ("Mill Rights Act 1998, s 6(1).", None, None, "6(1)"),
        ("Pub. L. No. 88-352, § 7, 78 Stat. 241 (1964).", "Stat.", "78", "7"),
        ("§ 823 Abs. 1 BGB.", "BGB", None, "§ 823 Abs. 1"),
    ],
)
def test_statutes(note: str, code: str | None, volume: str | None, section: str) -> None:
    item = source(note)
    assert item.type == "legislation"
    assert (item.container_title, item.volume) == (code, volume)
    (mention,) = mentions(note)
    assert mention.locator is not None
    assert mention.locator.value == section


def test_regnal_years_are_statutes_of_their_own() -> None:
    found = read("13 Eliz., c. 8, repealing 5 and 6 Ed. VI, c. 20.", "13 Eliz. c. 8.")
    assert [(item.title, item.section) for item in found.sources] == [("13 Eliz.", "8"), ("5 and 6 Ed. VI", "20")] or [
        item.section for item in found.sources
    ] == ["8", "20"]
    assert len(found.sources) == 2


def test_a_case_cited_again_by_its_reporter_is_the_same_case() -> None:
    found = read("Marsh Board v. Reed Packing Co., 395 U.S. 575, 580 (1969).", "Marsh Board, 395 U.S. at 590.")
    assert len(found.sources) == 1
    (mention,) = found.notes[1].mentions
    assert mention.kind == "short"
    assert mention.locator is not None
    assert mention.locator.value == "590"


def test_two_cases_of_one_volume_are_two() -> None:
    found = read(
        "Marsh v. Reed, 395 U.S. 575 (1969).", "Elm v. Reed, 395 U.S. 100 (1969).", "Marsh v. Reed, 396 U.S. 575."
    )
    assert len(found.sources) == 3


def test_a_case_inside_a_sentence() -> None:
    note = "As the court held in Reed v. State, 12 Cal. Rptr. 3d 45 (Cal. App. 2004), the miller was wrong."
    assert kinds(note) == ["discursive", "full", "discursive"]


def test_a_law_review_is_a_journal() -> None:
    item = source("Ada Marsh, “Law and Bread,” 45 Elm L. Rev. 123, 130 (1990).")
    assert item.type == "article-journal"
    assert (item.volume, item.container_title) == ("45", "Elm L. Rev")


@pytest.mark.parametrize(
    "text",
    [
        "He sold 12 A. M. 345 times.",
        "12 J. Elm Hist. 345 (1990).",
        "Vol. 3 U. 45.",
        "England v. Wales was played in 1966.",
    ],
)
def test_what_is_no_case(text: str) -> None:
    assert all(item.type not in {"legal_case", "legislation"} for item in read(text).sources)


def test_one_case_in_two_reporters() -> None:
    found = source("*Levee Board v. Marsh*, 141 Elm. 12, 20–21, 105 So. 300, 303 (1925).")
    assert (found.type, found.title, found.volume, found.page) == ("legal_case", "Levee Board v. Marsh", "141", "12")
    assert found.issued is not None
    assert found.issued.date_parts == ((1925,),)


@pytest.mark.parametrize(
    ("note", "title", "year", "page"),
    [
        ("Loi n° 50-123 du 3 mai 1950 relative aux digues, *JORF*, 4 mai 1950, p. 4700.", "Loi n° 50-123 du 3 mai 1950", 1950, "4700"),
        ("Décret du 1er mars 1808 sur les moulins.", "Décret du 1er mars 1808", 1808, None),
        ("Legge 3 maggio 1950, n. 123, art. 4.", "Legge 3 maggio 1950, n. 123", 1950, "4"),
        ("Reichsgesetzblatt 1933 I, S. 141.", "Reichsgesetzblatt", 1933, "141"),
        ("BGBl. I 1950, S. 12.", "BGBl", 1950, "12"),
    ],
)  # fmt: skip
def test_laws_by_their_day_and_gazettes(note: str, title: str, year: int, page: str | None) -> None:
    found = source(note)
    assert (found.type, found.title) == ("legislation", title)
    assert found.issued is not None
    assert found.issued.date_parts[0][0] == year
    assert [mention.locator.value if mention.locator else None for mention in mentions(note)] == [page]


@pytest.mark.parametrize(
    ("note", "title", "kind", "place"),
    [
        ("Reed v. The Anna, 12 F. Cas. 33, 35 (D. Mass. 1851).", "Reed v. The Anna", "legal_case", "35"),
        ("*The Tubantia* [1924] P 78, 89.", "The Tubantia", "legal_case", "89"),
        ("Case C-123/04 *Elm v Commission* [2006] ECR I-1234, para 12.", "Case C-123/04 Elm v Commission", "legal_case", "12"),
        ("Wreck Removal Act 2011.", "Wreck Removal Act", "legislation", None),
    ],
)  # fmt: skip
def test_ships_paragraphs_and_whole_acts(note: str, title: str, kind: str, place: str | None) -> None:
    found = source(note)
    assert (found.type, found.title) == (kind, title)
    assert [mention.locator.value if mention.locator else None for mention in mentions(note)] == [place]
