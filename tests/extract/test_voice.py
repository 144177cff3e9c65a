"""Whose voice: own, quoted, reported, and by whom."""

import pytest

from tests.extract.conftest import Judge


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Hartwell argues that the enclosures ruined nobody.", "Hartwell"),
        ("The historian Ann Hartwell argues that the enclosures ruined nobody.", "Ann Hartwell"),
        ("Some historians have argued that the enclosures ruined nobody.", "some historians"),
        (
            "An influential study of the parish, published in 1950, argues that nobody was ruined.",
            "an influential study",
        ),
        ("According to Hartwell, the enclosures ruined nobody.", "Hartwell"),
        ("According to Hartwell’s account, the enclosures ruined nobody.", "Hartwell"),
        ("In the opinion of the commissioners, the cottages were unfit to live in.", "the commissioners"),
        ("The witnesses were unanimously of the opinion that the cottages were unfit.", "The witnesses"),
        ("“The cottages,” says a surgeon, “are damp and dark.”", "a surgeon"),
        ("The steward wrote that “no rent was paid.”", "the steward"),
        ("The steward, who had served three lords, declared that no rent was paid.", "the steward"),
        ("The steward refused the petition and informed the tenants that no rent would be forgiven.", "the steward"),
        ("As Hartwell says, “nobody was ruined.”", "Hartwell"),
        ("It was argued by Hartwell that nobody was ruined.", "Hartwell"),
        ("A tenant of some sixty years told me that he had never seen the lord.", "a tenant"),
        ("The old baker insisted that the flour was good.", "the old baker"),
        ("The inquiry, Hartwell said, was a farce.", "Hartwell"),
        ("The steward made it clear to the tenants that he would not wait.", "the steward"),
        (
            "Hartwell and Dune, who all wrote without Spanish records, held that the mill was sound.",
            "Hartwell and Dune",
        ),
    ],
)
def test_reported(judge: Judge, text: str, speaker: str) -> None:
    (verdict,) = judge(text)
    assert verdict.kind == "reported"
    assert (verdict.attributed_to or "").casefold() == speaker.casefold()


@pytest.mark.parametrize(
    "text",
    [
        "The records show that the rents fell by a third.",
        "I argue that the enclosures ruined the parish.",
        "The claims of the tenants were heard in 1641.",
        "The United States sent no grain in that year.",
        "The lord fell silent because the steward had said that the rents were paid.",
        "Nothing that the tenants could have said would have moved him.",
        "The steward states were set out in the ledger of 1641.",
        "If the tenants insisted that they had paid, they were dismissed.",
        "The steward was asked a question that his lord had answered before him.",
        "Norwich agreed to a lease that London had drawn up.",
        "Dune agreed because he expected that the rents would rise.",
        "The tenants did not succeed in exposing the quality which chiefly distinguishes this lease.",
    ],
)
def test_own(judge: Judge, text: str) -> None:
    (verdict,) = judge(text)
    assert verdict.attributed_to is None


def test_a_quotation_goes_on_over_sentences_and_keeps_its_speaker(judge: Judge) -> None:
    rows = judge(
        "The steward wrote that “the barns are empty. / The mill stands still. / The men are gone.” / He left."
    )
    assert [row.kind for row in rows[:3]] == ["reported", "quotation", "quotation"]
    assert [row.claim for row in rows[:3]] == [True, False, False]
    assert {row.attributed_to for row in rows[:3]} == {"the steward"}
    assert not rows[3].quotes


def test_a_quotation_of_its_own_sentence_takes_the_speaker_before_it(judge: Judge) -> None:
    rows = judge("Margery Dune asserted that the mill was sound. / “It has ground our corn for thirty winters.”")
    assert (rows[1].kind, rows[1].claim, rows[1].attributed_to) == ("quotation", True, "Margery Dune")


def test_pronouns_point_back_and_places_are_nobody(judge: Judge) -> None:
    rows = judge("In Norwich that spring Margery Dune met a friend. / She declared that the mill was sound.")
    assert rows[1].attributed_to == "Margery Dune"


def test_a_report_runs_on_where_it_is_plain(judge: Judge) -> None:
    rows = judge(
        "The steward explained that the new lease had two grounds."
        " / First, the mill would bring a better rent. / Second, the old tenant would be gone by May."
        " / The mill burnt down in 1641."
    )
    assert [bool(row.attributed_to) for row in rows] == [True, True, True, False]


def test_block_quotations(judge: Judge) -> None:
    rows = judge(
        "The steward wrote as follows:{{1}}",
        "The barns are empty. / The mill stands still.",
        notes={"1": "Dune, The Ledger, p. 4."},
        quotes=(2,),
    )
    assert rows[0].kind == "signpost"
    assert [(row.kind, row.claim, row.support, row.notes) for row in rows[1:]] == [
        ("quotation", True, "passage", ("1",)),
        ("quotation", False, "passage", ("1",)),
    ]
