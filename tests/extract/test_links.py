"""Suggested links, and what a draft may not hold."""

import pytest

from argmap.extract import draft_map, extract
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
    ],
)
def test_markers_link_neighbours(first: str, second: str, premise: str, target: str) -> None:
    drawn, where = drafted(f"{first} / {second}")
    (relation,) = drawn.relations
    assert (relation.kind, where[relation.premises[0]], where[relation.target]) == ("support", premise, target)
    assert relation.reason is not None
    assert relation.reason.startswith("marker")
    assert relation.confidence is not None


@pytest.mark.parametrize("second", ["Thus far the story is known to all of them.", "For two years nobody lived there."])
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
