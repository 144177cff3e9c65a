"""Parts of a map, and the boxes of its overview."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import UnknownNameError
from argmap.model import ArgumentMap, MapClaim, Relation
from argmap.render import around, section, to_dot
from argmap.render.groups import MOST_CLAIMS, MOST_GROUPS, groups
from argmap.render.part import MOST_AROUND, skeleton
from argmap.render.sheet import Look
from tests.render.maps import HARBOUR, tree


def _drawn(part: object) -> list[str]:
    return [claim.id for claim in part.map.claims]  # type: ignore[attr-defined]


def test_a_neighbourhood_grows_with_its_depth() -> None:
    assert _drawn(around(HARBOUR, "Ledger of 1901", 0)) == ["Ledger of 1901"]
    assert _drawn(around(HARBOUR, "Ledger of 1901", 1)) == ["Dredging stopped", "Ledger of 1901"]
    near = _drawn(around(HARBOUR, "Ledger of 1901", 2))
    assert {"The harbour failed", "From silt to closure", "Tides scour"} <= set(near)
    assert "War did it" not in near


def test_an_undercut_is_near_the_step_that_it_undercuts() -> None:
    part = around(HARBOUR, "Tides scour", 1)
    assert {"Dredging stopped", "The harbour failed"} <= set(_drawn(part))
    assert "r5" in {relation.id for relation in part.map.relations}


def test_the_claim_of_a_neighbourhood_has_a_double_outline() -> None:
    dot = to_dot(HARBOUR, part=around(HARBOUR, "Traffic had gone", 1))
    assert [line.split(" ")[0] for line in dot.split("\n") if 'peripheries="2"' in line] == ['"claim-4"']
    assert "peripheries" not in to_dot(HARBOUR)


def test_ids_are_those_of_the_whole_map() -> None:
    dot = to_dot(HARBOUR, part=around(HARBOUR, "Traffic had gone", 1))
    assert '[id="claim-4"' in dot
    assert '[id="claim-3"' in dot
    assert '[id="claim-0"' not in dot
    assert 'id="r4"' in dot
    assert '"source-0"' not in dot
    assert '"source-x-lost-key"' in dot


def test_what_is_left_out_is_said_on_the_claim_that_it_touches() -> None:
    dot = to_dot(HARBOUR, part=around(HARBOUR, "Traffic had gone", 1))
    assert dot.count("leads out of this view") == 1
    assert "out of this view" not in to_dot(HARBOUR)


def test_a_section_is_named_by_a_heading_or_its_path() -> None:
    assert _drawn(section(HARBOUR, "Papers")) == ["Ledger of 1901"]
    assert _drawn(section(HARBOUR, "Silt › Papers")) == ["Ledger of 1901"]
    assert len(section(HARBOUR, "Silt").claims) == 3
    assert len(section(tree(1000), "Part 3").claims) == 50


@pytest.mark.parametrize(("name", "hint"), [("Tides scuor", "Tides scour"), ("nothing like it", "Known")])
def test_an_unknown_claim_offers_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(UnknownNameError, match=hint):
        around(HARBOUR, name, 1)


def test_an_unknown_section_offers_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean Papers"):
        section(HARBOUR, "Paper")


def test_a_crowd_is_cut_to_the_nearest_and_says_so() -> None:
    claims = tuple(MapClaim(id=f"c{number}") for number in range(500))
    relations = tuple(
        Relation(id=f"r{number}", kind="support", premises=(f"c{number}",), target="c0") for number in range(1, 500)
    )
    part = around(ArgumentMap(claims=claims, relations=relations), "c0", 3)
    assert len(part.claims) == MOST_AROUND
    assert "of 500 claims" in part.told
    assert sum(part.beyond["c0"]) == 500 - MOST_AROUND


def test_a_small_box_says_what_of_its_claim_is_left_out() -> None:
    told = to_dot(HARBOUR, part=skeleton(HARBOUR), look=Look(brief=True))
    assert "+ 1 evidence<" in told
    near = to_dot(HARBOUR, part=around(HARBOUR, "Traffic had gone", 0), look=Look(brief=True))
    assert "+ 1 relation<" in near
    assert "not drawn" not in told + near


def test_the_skeleton_has_no_evidence() -> None:
    assert "Ledger of 1901" not in _drawn(skeleton(HARBOUR))
    assert "Dredging stopped" in _drawn(skeleton(HARBOUR))


def _map(sizes: list[int], links: list[tuple[int, int]]) -> ArgumentMap:
    claims = tuple(
        MapClaim(id=f"{heading}-{number}", section=(f"S{heading % 7}",) if heading % 3 else ())
        for heading, size in enumerate(sizes)
        for number in range(size)
    )
    relations = tuple(
        Relation(id=f"r{k}", kind="support", premises=(claims[a % len(claims)].id,), target=claims[b % len(claims)].id)
        for k, (a, b) in enumerate(links)
        if claims
    )
    return ArgumentMap(claims=claims, relations=relations)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 130), max_size=9), st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999))))
def test_every_claim_is_in_one_group_that_can_be_read(sizes: list[int], links: list[tuple[int, int]]) -> None:
    argument_map = _map(sizes, links)
    found = groups(argument_map)
    assert sorted(index for group in found for index in group.claims) == list(range(len(argument_map.claims)))
    assert len({group.name for group in found}) == len(found)
    assert all(len(group.claims) <= MOST_CLAIMS for group in found)
    for group in found[:3]:
        assert len(section(argument_map, group.name).claims) >= len(group.claims)


def test_ten_thousand_sections_become_a_few_hundred_boxes() -> None:
    claims = tuple(MapClaim(id=f"c{number}", section=(f"Heading {number}",)) for number in range(10_000))
    found = groups(ArgumentMap(claims=claims))
    assert len(found) <= 2 * MOST_GROUPS
    assert found[0].name.startswith("Heading 0 … ")


def test_a_chain_of_ten_thousand_is_no_deep_recursion() -> None:
    claims = tuple(MapClaim(id=f"c{number}") for number in range(10_000))
    relations = tuple(
        Relation(id=f"r{number}", kind="support", premises=(f"c{number + 1}",), target=f"c{number}")
        for number in range(9_999)
    )
    chain = ArgumentMap(claims=claims, relations=relations)
    begin = time.process_time()
    assert len(groups(chain)) == MOST_GROUPS
    assert len(around(chain, "c5000", 100).claims) == MOST_AROUND
    assert time.process_time() - begin < 5
