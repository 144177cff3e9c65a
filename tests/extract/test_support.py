"""The passage rule."""

import pytest

from argmap.extract.ahead import is_for_what_follows
from tests.extract.conftest import Judge

CITES = "Thorne lease book, p. 4."
TALKS = "This was a bad year."


def grounds(judge: Judge, *paragraphs: str, **notes: str) -> list[tuple[str, tuple[str, ...]]]:
    rows = judge(*paragraphs, notes={n.removeprefix("n"): text for n, text in notes.items()})
    return [(row.support, row.notes) for row in rows]


def test_a_note_covers_what_came_since_the_note_before_it(judge: Judge) -> None:
    text = (
        "The rents fell in 1640. / The mill burnt in 1641.{{1}} / The lord sold 30 acres."
        " / Dune bought ten of them.{{2}} / The parish emptied in 1650."
    )
    assert grounds(judge, text, n1=CITES, n2=CITES) == [
        ("passage", ("1",)),
        ("direct", ("1",)),
        ("passage", ("2",)),
        ("direct", ("2",)),
        ("none", ()),
    ]


def test_a_note_without_a_source_supports_nothing_and_bars_the_next(judge: Judge) -> None:
    rows = judge(
        "The rents fell in 1640. / The mill burnt in 1641.{{1}} / The lord sold 30 acres.{{2}}",
        notes={"1": TALKS, "2": CITES},
    )
    assert [row.support for row in rows] == ["none", "none", "direct"]
    assert "note 1" in rows[0].reason
    assert "names no source" in rows[1].reason


def test_an_empty_note_on_a_signpost_does_not_bar(judge: Judge) -> None:
    text = "The rents fell in 1640. / We now turn to the mill.{{1}} / The mill burnt in 1641.{{2}}"
    assert grounds(judge, text, n1=TALKS, n2=CITES) == [("passage", ("2",)), ("none", ()), ("direct", ("2",))]


def test_a_paragraph_break_ends_the_passage(judge: Judge) -> None:
    assert grounds(judge, "The rents fell in 1640.", "The mill burnt in 1641.{{1}}", n1=CITES)[0] == ("none", ())


def test_a_passage_runs_on_into_a_paragraph_that_plainly_continues_it(judge: Judge) -> None:
    found = grounds(
        judge,
        "In May the lord sent Margery Dune to the mill.",
        "According to Dune’s report, the mill had not worked since 1640.{{1}}",
        n1=CITES,
    )
    assert found == [("passage", ("1",)), ("direct", ("1",))]


def test_a_quotation_over_paragraphs_carries_its_note_back(judge: Judge) -> None:
    found = grounds(judge, "Dune wrote in 1641: “The mill is cold.", "“The barns are bare.”{{1}}", n1=CITES)
    assert found == [("passage", ("1",)), ("direct", ("1",))]


def test_a_note_before_a_quotation_covers_it(judge: Judge) -> None:
    found = grounds(judge, "Dune wrote to the lord in 1641:{{1}} / “The mill is cold. / The barns are bare.”", n1=CITES)
    assert found == [("direct", ("1",)), ("passage", ("1",)), ("passage", ("1",))]


def test_a_note_on_a_scholars_report_is_for_that_report(judge: Judge) -> None:
    found = grounds(
        judge, "The lord emptied the parish in 1640. / Some historians argue that it decayed by itself.{{1}}", n1=CITES
    )
    assert found == [("none", ()), ("direct", ("1",))]


def test_a_note_on_the_report_of_the_author_it_cites_is_for_that_report(judge: Judge) -> None:
    text = "The lord emptied the parish in 1640. / Dune asserts that the mill was sound.{{1}}"
    assert grounds(judge, text, n1="Dune, The Mill, p. 4.") == [("none", ()), ("direct", ("1",))]
    assert grounds(judge, text, n1=CITES) == [("passage", ("1",)), ("direct", ("1",))]


def test_a_note_on_a_quotation_covers_only_what_leads_up_to_it(judge: Judge) -> None:
    text = (
        "The rents fell in 1640. / The lord sold 30 acres. / The mill stood empty. / The barns of Thorne burnt."
        " / Dune wrote in May that “nothing is left to us but the cold mill.”{{1}}"
    )
    rows = judge(text, notes={"1": CITES})
    assert [row.support for row in rows] == ["none", "none", "passage", "passage", "direct"]
    assert "note 1 does not cover what stands so far before" in rows[0].reason


def test_a_report_further_up_carries_the_note_of_a_report_on(judge: Judge) -> None:
    text = (
        "The rents fell in 1640. / Dune complained that the barns of Thorne were bare. / The lord sold 30 acres."
        " / The mill stood empty. / Dune wrote in May that “nothing is left to us but the cold mill.”{{1}}"
    )
    assert [row.support for row in judge(text, notes={"1": CITES})] == ["passage"] * 4 + ["direct"]


def test_several_notes_at_one_place_all_cover(judge: Judge) -> None:
    found = grounds(judge, "The rents fell in 1640. / The mill burnt in 1641.{{1}}{{2}}", n1=CITES, n2=CITES)
    assert found == [("passage", ("1", "2")), ("direct", ("1", "2"))]


def test_a_marker_without_note_supports_nothing(judge: Judge) -> None:
    assert grounds(judge, "The rents fell in 1640.{{9}}") == [("none", ())]


def test_a_note_does_not_reach_over_the_authors_own_inference(judge: Judge) -> None:
    text = (
        "The rents fell in 1640. / It is self-evident that the lord wanted money."
        " / The mill burnt in 1641. / The lord sold 30 acres.{{1}}"
    )
    rows = judge(text, notes={"1": CITES})
    assert [row.support for row in rows] == ["none", "none", "passage", "direct"]
    assert "does not reach back over the author's own inference" in rows[0].reason


def test_a_note_does_not_reach_over_a_scholar_who_has_none(judge: Judge) -> None:
    text = (
        "The rents fell in 1640. / Ann Hartwell, author of a book on the parish, argues that the lord was poor."
        " / The mill burnt in 1641. / The lord sold 30 acres.{{1}}"
    )
    assert [row.support for row in judge(text, notes={"1": CITES})] == ["none", "none", "passage", "direct"]


def test_a_note_covers_the_rest_of_its_sentence_and_what_its_author_says_next(judge: Judge) -> None:
    text = (
        "Dune lists wages paid at the rate of 4d.,{{1}} / which fell in 1641 to 2d."
        " / According to Dune, 30 men left. / The mill burnt in 1641."
    )
    assert grounds(judge, text, n1="Dune, The Mill, p. 4.") == [
        ("direct", ("1",)),
        ("passage", ("1",)),
        ("passage", ("1",)),
        ("none", ()),
    ]


def test_a_note_that_says_so_covers_what_follows(judge: Judge) -> None:
    text = (
        "The quarrel began in 1868.{{1}} / Lind wanted the tube cast in Thorne. / In 1869 he gave way.{{2}} / He left."
    )
    told = "This paragraph rests on Thorne lease book, p. 4."
    assert grounds(judge, text, n1=told, n2=CITES)[1] == ("passage", ("2",))
    behind = "The quarrel began in 1868.{{1}} / Lind wanted the tube cast in Thorne. / In 1869 he gave way."
    assert grounds(judge, behind, "He left in 1870.", n1=told) == [
        ("direct", ("1",)),
        ("passage", ("1",)),
        ("passage", ("1",)),
        ("none", ()),
    ]
    assert grounds(judge, behind, n1=CITES)[1:] == [("none", ()), ("none", ())]


@pytest.mark.parametrize(
    ("note", "ahead"),
    [
        ("The following account is largely drawn from Berg, p. 4.", True),
        ("For this section see Berg, p. 4.", True),
        ("What follows is owed to Berg.", True),
        ("Unless otherwise stated, figures are Berg's.", True),
        ("Berg follows this account, p. 4.", False),
        ("Berg, The Siege, p. 4.", False),
    ],
)
def test_notes_that_say_that_they_are_for_what_follows(note: str, ahead: bool) -> None:  # noqa: FBT001 - a table
    assert is_for_what_follows(note) is ahead


def test_a_general_truth_in_a_tale_is_the_authors_own_but_the_tale_goes_on(judge: Judge) -> None:
    text = "The lord was poor in 1640. / A field is a kind of purse. / The barns were empty.{{1}}"
    assert [row[0] for row in grounds(judge, text, n1=CITES)] == ["passage", "none", "direct"]
    now = "The lord sells 30 acres. / A field is a kind of purse. / The barns are empty.{{1}}"
    assert [row[0] for row in grounds(judge, now, n1=CITES)][1] == "passage"


def test_a_note_does_not_reach_over_a_scholar_named_with_a_work(judge: Judge) -> None:
    text = "Ann Dune, in The Mills of Thorne, holds that the mill was sound. / The barns were empty in 1641.{{1}}"
    assert grounds(judge, text, n1=CITES)[0] == ("none", ())
    place = "Ann Dune, in The Hague, argued that the mill was sound. / The barns were empty in 1641.{{1}}"
    assert grounds(judge, place, n1=CITES)[0] == ("passage", ("1",))


def test_a_note_of_the_scholar_himself_covers_what_he_is_said_to_hold(judge: Judge) -> None:
    text = (
        "According to Samuel Durkee, whose study has ruled the field, wages were low."
        " / In his view the closings were natural.{{1}}"
    )
    assert grounds(judge, text, n1="S. Durkee, Cotton (New York: Harper, 1951), p. 3.") == [
        ("passage", ("1",)),
        ("direct", ("1",)),
    ]


def test_the_note_of_another_does_not_cover_what_a_scholar_cited_before_it_says_next(judge: Judge) -> None:
    text = "Tremlow holds that the tale is old.{{1}} / Tremlow adds that it is rude. / In 1170 the prior sold it.{{2}}"
    notes = {"n1": "G. Tremlow, Monks (London: Burns, 1934), p. 60.", "n2": "Thorne lease book, p. 4."}
    assert grounds(judge, text, **notes) == [("direct", ("1",)), ("passage", ("1",)), ("direct", ("2",))]


def test_a_short_and_a_full_name_are_one_reporter(judge: Judge) -> None:
    text = "Maria Santoro and others have maintained that the bird is his. / Santoro writes that “no other could.”{{1}}"
    note = "M. Santoro, The Bird (Rome: Tiber, 1966), p. 2."
    assert [row[0] for row in grounds(judge, text, n1=note)] == ["passage", "direct"]
