"""Sources that rest on others: a publication falls with its manuscript, where that is all it rests on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluate import _losses, evaluate
from argmap.model import ArgumentMap, Citation, MapClaim, Source
from tests.evaluate.oracle import random_maps, statuses

DERIVED = ("s1", "s2", "s3", "manuscript", "archive")


def _sources(origins: dict[str, list[str]]) -> tuple[Source, ...]:
    return tuple(
        Source(id=name, type="document", custom={"derived-from": tuple(origins[name])} if origins.get(name) else None)
        for name in DERIVED
    )


def _map(origins: dict[str, list[str]], cites: dict[str, str]) -> ArgumentMap:
    claims = tuple(MapClaim(id=name, citations=(Citation(source=source),)) for name, source in cites.items())
    return ArgumentMap(claims=claims, sources=_sources(origins))


def _fallen(origins: dict[str, list[str]], rejected: set[str]) -> set[str]:
    """The definition, naively."""
    fallen = set(rejected)
    for _ in DERIVED:
        fallen |= {name for name in DERIVED if origins.get(name) and set(origins[name]) <= fallen}
    return fallen


def test_a_publication_falls_with_its_only_manuscript() -> None:
    made = _map({"s1": ["manuscript"], "manuscript": ["archive"]}, {"A": "s1", "B": "s2"})
    result = evaluate(made, ["archive"])
    assert result.rejected == ("archive",)
    assert [(claim.id, claim.status) for claim in result.claims] == [("A", "out"), ("B", "in")]
    assert result.claims[0].why == "falls: it cites only s1, which is derived from archive, which is rejected"


def test_the_reason_names_what_was_rejected_and_is_true_of_every_source() -> None:
    origins = {"s1": ["manuscript"], "s2": ["archive"]}
    cites = (Citation(source="s1"), Citation(source="s2"))
    made = ArgumentMap(claims=(MapClaim(id="A", citations=cites),), sources=_sources(origins))
    (both,) = evaluate(made, ["manuscript", "archive"]).claims
    assert both.why == "falls: it cites only s1 and s2, both derived from manuscript and archive, which are rejected"
    (mixed,) = evaluate(made, ["s2", "manuscript"]).claims
    assert mixed.why == "falls: it cites only s1 and s2, both rejected or derived from manuscript, which is rejected"


def test_a_second_root_holds_it() -> None:
    made = _map({"s1": ["manuscript", "archive"]}, {"A": "s1"})
    assert evaluate(made, ["archive"]).claims[0].status == "in"
    assert evaluate(made, ["archive", "manuscript"]).claims[0].status == "out"


def test_roots_are_asked_for_beside_what_is_cited() -> None:
    result = evaluate(_map({"s1": ["manuscript"], "s2": ["manuscript"]}, {"A": "s1", "B": "s2"}))
    assert {effect.id: effect.topples for effect in result.sources} == {
        "s1": ("A",),
        "s2": ("B",),
        "manuscript": ("A", "B"),
    }


def test_sources_derived_in_a_circle_hold_until_one_is_rejected() -> None:
    made = _map({"s1": ["s2"], "s2": ["s1"]}, {"A": "s1"})
    assert evaluate(made).claims[0].status == "in"
    assert evaluate(made, ["s2"]).claims[0].status == "out"


@settings(max_examples=150, deadline=None)
@given(
    random_maps(),
    st.dictionaries(st.sampled_from(DERIVED), st.lists(st.sampled_from(DERIVED), max_size=2, unique=True)),
    st.sets(st.sampled_from(DERIVED), max_size=2),
)
def test_derivation_agrees_with_the_definition(
    bare: ArgumentMap, origins: dict[str, list[str]], rejected: set[str]
) -> None:
    made = bare.model_copy(update={"sources": _sources(origins)})
    result = evaluate(made, sorted(rejected))
    fallen = _fallen(origins, rejected)
    expected = statuses(made, tuple(fallen))
    assert {claim.id: claim.status for claim in result.claims} == expected
    for effect in result.sources:
        after = statuses(made, tuple(_fallen(origins, rejected | {effect.id})))
        lost = [claim for claim, status in expected.items() if status == "in" and after[claim] != "in"]
        assert list(effect.topples) == lost


def test_a_long_chain_of_sources_is_listed_as_far_as_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each topples what cites it and all that comes after it: too many claims to name them all."""
    monkeypatch.setattr(_losses, "_MOST_FALLEN", 50_000)
    count = 2_000
    sources = tuple(
        Source(id=f"s{n}", type="book", custom={"derived-from": (f"s{n - 1}",)} if n else None) for n in range(count)
    )
    claims = tuple(MapClaim(id=f"c{n}", citations=(Citation(source=f"s{n}"),)) for n in range(count))
    found = evaluate(ArgumentMap(claims=claims, sources=sources))
    assert not found.exact
    assert found.why == "what falls is listed for 26 of 2,000 sources: there is too much"
    assert [len(effect.topples) for effect in found.sources] == list(range(2_000, 1_974, -1))
