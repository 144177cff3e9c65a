"""Sources that vouch for a step: the inference falls with them, and nothing else does."""

import pytest

from argmap.convert import load_map
from argmap.evaluate import Reading, WhatIf, evaluate, minimal_sets, prove, sensitivity, sensitivity_table
from argmap.evaluate.strengths import strengths
from argmap.model import ArgumentMap, Citation, MapClaim, Relation, RelationKind, Status


def cites(*sources: str) -> tuple[Citation, ...]:
    return tuple(Citation(source=source) for source in sources)


def step(number: int, kind: RelationKind, premise: str, target: str, *sources: str, **data: object) -> Relation:
    made = {"id": f"r{number}", "kind": kind, "premises": (premise,), "target": target, "citations": cites(*sources)}
    return Relation.model_validate({**made, "data": data})


def made(*relations: Relation, **cited: tuple[str, ...]) -> ArgumentMap:
    claims = tuple(MapClaim(id=name, citations=cites(*some)) for name, some in cited.items())
    return ArgumentMap(claims=claims, relations=relations)


def charter(**data: object) -> ArgumentMap:
    """A charter shows that there was a market, as two historians argue."""
    return made(step(1, "support", "charter", "market", "lee", "roe", **data), charter=("roll",), market=())


def status(argument_map: ArgumentMap, claim: str, *reject: str, reading: Reading | None = None) -> Status:
    return evaluate(argument_map, reject, reading=reading or Reading()).status_of[claim].status


def test_a_step_stands_while_one_of_its_sources_does() -> None:
    assert status(charter(), "market") == "in"
    assert status(charter(), "market", "lee") == "in"
    assert status(charter(), "market", "lee", "roe") == "out"
    assert status(charter(), "charter", "lee", "roe") == "in"


def test_the_reason_names_the_step() -> None:
    stands, falls = (evaluate(charter(), reject).status_of["market"].why for reject in ((), ("lee", "roe")))
    assert stands == (
        "stands: supported by [charter], which cites roll, by a step that cites lee and roe, and nothing attacks it"
    )
    assert falls == (
        "falls: its only support is [charter], and the step from [charter] cites only lee and roe, both rejected"
    )
    one = made(step(1, "support", "a", "c", "s"), step(2, "support", "b", "c"), a=("p",), b=("q",), c=())
    assert evaluate(one, ["s", "q"]).status_of["c"].why == (
        "falls: neither of its 2 supports stands: the step from [a] cites only s, which is rejected, [b] does not stand"
    )


def test_a_granted_step_needs_no_source() -> None:
    assert status(charter(granted=True), "market", "lee", "roe") == "in"
    assert status(charter(), "market", "lee", "roe", reading=Reading(granted="all")) == "in"


def test_an_objection_and_its_answer_fall_with_what_vouches_for_the_contradiction() -> None:
    """Two views that stand apart, and a scholar who says that they exclude each other."""
    views = made(
        step(1, "attack", "early", "late", "lee"),
        step(2, "support", "coin", "early"),
        step(3, "support", "seal", "late"),
        coin=("c",),
        seal=("s",),
        early=(),
        late=(),
    )
    assert {status(views, name) for name in ("early", "late")} == {"undecided"}
    assert {status(views, name, "lee") for name in ("early", "late")} == {"in"}


def test_an_undercut_falls_with_its_source() -> None:
    cut = made(step(1, "support", "a", "b"), step(2, "undercut", "c", "r1", "s"), a=("x",), b=(), c=("y",))
    assert (status(cut, "b"), status(cut, "b", "s")) == ("out", "in")


def test_necessary_and_deductive_steps_bind_while_they_are_vouched_for() -> None:
    needed = made(step(1, "support", "a", "b", "s", support="necessary"), a=("x",), b=("y",))
    assert (status(needed, "b", "x"), status(needed, "b", "x", "s")) == ("out", "in")
    entailed = made(
        step(1, "support", "a", "b", "s", support="deductive"),
        step(2, "attack", "c", "b"),
        a=("x",),
        b=(),
        c=("z",),
    )
    assert (status(entailed, "a"), status(entailed, "a", "s")) == ("out", "in")


def test_what_vouches_for_a_step_is_a_root_of_what_is_corroborated() -> None:
    claims = (MapClaim(id="c", standard="corroborated(2)"), *(MapClaim(id=n, citations=cites(n)) for n in "ab"))
    one = ArgumentMap(claims=claims, relations=(step(1, "support", "a", "c", "lee"), step(2, "support", "b", "c")))
    assert status(one, "c") == "in"
    both = one.model_copy(update={"relations": (one.relations[0], step(2, "support", "b", "c", "lee"))})
    assert status(both, "c") == "out"


def test_effects_minimal_sets_proofs_and_toggles_know_the_step() -> None:
    one = made(step(1, "support", "a", "b", "s"), a=("x",), b=())
    assert {effect.id: effect.topples for effect in evaluate(one).sources} == {"x": ("a", "b"), "s": ("b",)}
    (note,) = (effect for effect in sensitivity(one).effects if effect.relation)
    assert (note.kind, note.relation, note.source, note.topples) == ("note", "r1", "s", ("b",))
    assert "note of the step r1, s: 1 no longer stands" in sensitivity_table(sensitivity(one))
    assert {found.sources for found in minimal_sets(one, ["b"])[0].toppled_by} == {("x",), ("s",)}
    assert prove(one, "b").sources == ("x", "s")
    assert WhatIf(one).toggle("s") == {"b": "out"}


def test_the_note_of_an_objection_is_that_of_its_answer_too() -> None:
    views = made(
        step(1, "attack", "early", "late", "lee"),
        step(2, "support", "coin", "early"),
        coin=("c",),
        early=(),
        late=("s",),
    )
    (note,) = (effect for effect in sensitivity(views, of=["note"]).effects if effect.relation)
    assert set(note.gains) == {"early", "late"}


def test_a_step_that_nobody_vouches_for_any_more_carries_no_strength() -> None:
    found = [
        {one.id: one.strength for one in strengths(charter(), reject=reject).claims}["market"]
        for reject in ((), ("lee",), ("lee", "roe"))
    ]
    assert found[0] == found[1] > found[2] == pytest.approx(0.5)


def test_a_circle_is_no_circle_where_its_steps_have_fallen() -> None:
    ring = made(step(1, "support", "a", "b", "s"), step(2, "support", "b", "a"), a=(), b=())
    labels = [evaluate(ring, reject).status_of["b"].label for reject in ((), ("s",))]
    assert labels == ["circular", "unsupported"]


def test_as_the_map_writes_it() -> None:
    text = b'<Market>\n\n(1) [Charter]: It names a fair. {cite: "@roll"}\n-- {cite: "@lee"} --\n(2) [Market]: There was one.\n'
    argument_map = load_map(text, "m.argdown")
    assert status(argument_map, "Market", "lee") == "out"
    assert status(argument_map, "Charter", "lee") == "in"
