"""Suggested links, and what a draft may not hold."""

import time

import pytest

from argmap.extract import draft_map, extract
from argmap.extract.connectives import tie
from argmap.extract.links import LIKELY
from argmap.model import ArgumentMap, Citations
from tests.extract.conftest import Judge, make


def drafted(*paragraphs: str) -> tuple[ArgumentMap, dict[str, str]]:
    document = make(*paragraphs)
    drawn, anchored = draft_map(document, Citations(), extract(document, Citations()))
    return drawn, {anchor.claim: anchor.sentence or "" for anchor in anchored}


@pytest.mark.parametrize(
    ("first", "second", "premise", "target"),
    [
        ("The lord needed new pasture.", "Therefore he emptied the village of Thorne.", "p1.s1", "p1.s2"),
        ("The lord emptied the village of Thorne.", "For he needed new pasture for his sheep.", "p1.s2", "p1.s1"),
        ("The tenants lost their rights.", "For example, they could not use the common.", "p1.s2", "p1.s1"),
        ("The tenants lost their rights.", "The court rolls confirmed it.", "p1.s2", "p1.s1"),
        ("The tenants lost their rights.", "This is shown by the rolls of the court.", "p1.s2", "p1.s1"),
        ("The barns of Thorne were empty.", "These facts suggest that the harvest had failed.", "p1.s1", "p1.s2"),
        ("The barns of Thorne were empty.", "That is why the tenants left the village.", "p1.s1", "p1.s2"),
        ("The barns of Thorne were empty.", "The village was thus lost to its lord.", "p1.s1", "p1.s2"),
    ],
)
def test_markers_link_neighbours(first: str, second: str, premise: str, target: str) -> None:
    drawn, where = drafted(f"{first} / {second}")
    (relation,) = drawn.relations
    assert (relation.kind, where[relation.premises[0]], where[relation.target]) == ("support", premise, target)
    assert relation.reason is not None
    assert relation.reason.startswith("marker")
    assert relation.confidence is not None


@pytest.mark.parametrize(
    "second",
    [
        "Thus far the story is known to all of them.",
        "For two years nobody lived there.",
        "Thus ended the village of his fathers.",
        "A village thus emptied was worth nothing.",
        "Ten years hence the tenants were forgotten.",
        "As a result of the plague nobody lived there.",
        "So it went on for many years.",
        "He said “it is therefore mine” to the bailiff.",
        "While the tenants were thus robbed of their rights they left.",
        "These people showed that they had courage.",
        "“Thus may the lord prosper in his house!”",
        "The strength of the parish, and consequently of the church, was broken.",
        "A single instance will serve to show his temper.",
    ],
)
def test_what_only_looks_like_a_marker_links_nothing(second: str) -> None:
    assert not drafted(f"The lord emptied the village of Thorne. / {second}")[0].relations


def test_fragments_are_no_claims_of_a_map() -> None:
    drawn, where = drafted(
        "The lord emptied the village of Thorne. / and sold it in 1641. / Of the mill, and of the pond of Thorne."
    )
    assert set(where.values()) == {"p1.s1"}
    assert len(drawn.losses) == 2


def test_what_a_sentence_says_of_a_place_in_a_work_needs_no_note(judge: Judge) -> None:
    (verdict,) = judge("Book IV deals with two systems of husbandry.")
    assert (verdict.needs_citation, verdict.unsure) == (False, False)


@pytest.mark.parametrize(
    "text",
    ["Later research has put the dead of Thorne at some two thousand.", "Half of the tenants of Thorne left it."],
)
def test_findings_and_numbers_in_words_need_a_note(judge: Judge, text: str) -> None:
    (_, verdict, _) = judge(f"The mill burnt. / {text} / The lord wept.")
    assert verdict.needs_citation


def relations(*paragraphs: str) -> list[tuple[str, str, str, float | None]]:
    drawn, where = drafted(*paragraphs)
    return [(row.kind, where[row.premises[0]], where[row.target], row.confidence) for row in drawn.relations]


def test_another_reason_goes_to_what_the_first_was_for() -> None:
    text = "The lord emptied the village. / For he needed new pasture. / Moreover, the tenants had no money."
    assert relations(text) == [("support", "p1.s2", "p1.s1", 0.85), ("support", "p1.s3", "p1.s1", 0.8)]


def test_what_is_held_against_what_was_granted_attacks_it() -> None:
    text = "It is true that the tenants were poor. / But they had never missed a rent."
    assert relations(text) == [("attack", "p1.s2", "p1.s1", 0.8)]


def test_announced_reasons_are_counted() -> None:
    text = (
        "There were three reasons for the end of the village. / First, the harvest had failed. / It was a wet summer."
        " / Second, the lord needed pasture."
    )
    assert relations(text) == [("support", "p1.s2", "p1.s1", 0.8), ("support", "p1.s4", "p1.s1", 0.8)]


def test_a_sentence_with_its_own_reason_is_two_claims() -> None:
    drawn, where = drafted("The mill stood idle, for the stream had been led away.")
    (relation,) = drawn.relations
    texts = {claim.id: claim.text for claim in drawn.claims}
    assert texts[relation.premises[0]] == "the stream had been led away."
    assert texts[relation.target] == "The mill stood idle"
    assert set(where.values()) == {"p1.s1"}


def test_what_is_less_than_likely_says_perhaps() -> None:
    drawn, _ = drafted(
        "The end of the village was wretched for the tenants. / In 1640 the tenants of the village sold their cattle.{{1}}"
    )
    for relation in drawn.relations:
        assert relation.confidence is not None
        assert (relation.reason or "").startswith("perhaps") is (relation.confidence < LIKELY)


def test_a_connective_behind_many_marks_costs_linear_time() -> None:
    def cost(many: int) -> float:
        began = time.process_time()
        assert tie("-" * many + " he sold the mill") is None
        return time.process_time() - began

    cost(100)
    small, large = (min(cost(many) for _ in range(3)) for many in (3_000, 30_000))
    assert large < 30 * max(small, 0.01)
