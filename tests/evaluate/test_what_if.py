"""Changes on a compiled map, and the effects of every single rejection, against evaluation anew."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.errors import UnknownNameError
from argmap.evaluate import WhatIf, evaluate, prove, sensitivity, sensitivity_table
from argmap.model import ArgumentMap, Citation, Effect, MapClaim, Relation, RelationKind, Source
from tests.evaluate.oracle import SOURCES, random_maps, sources_of, statuses

PROPERTY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KINDS: tuple[RelationKind, ...] = ("support", "attack")


@PROPERTY
@given(random_maps(most=12), st.lists(st.lists(st.sampled_from(SOURCES), unique=True), max_size=6))
def test_a_sequence_of_rejections(argument_map: ArgumentMap, wanted: list[list[str]]) -> None:
    cited = sources_of(argument_map)
    what_if = WhatIf(argument_map)
    before = dict(what_if.statuses)
    for some in wanted:
        rejected = [source for source in some if source in cited]
        changed = what_if.reject(rejected)
        now = statuses(argument_map, tuple(rejected))
        assert what_if.statuses == now
        assert changed == {claim: status for claim, status in now.items() if status != before[claim]}
        assert what_if.evaluation() == evaluate(argument_map, rejected)
        before = dict(now)


def test_reasons_do_not_hang_on_the_order_of_rejections() -> None:
    """Of two supports of a claim on a circle, both true, the same is named as if the map were evaluated anew."""
    cites = {"c0": ("s1",), "c3": ("s2",), "c4": ("s1",)}
    claims = tuple(
        MapClaim(id=name, citations=tuple(Citation(source=one) for one in sources)) for name, sources in cites.items()
    )
    links = (("c0", "c3"), ("c4", "c3"), ("c3", "c0"))
    relations = tuple(
        Relation(id=f"r{number}", kind="support", premises=(one,), target=other)
        for number, (one, other) in enumerate(links)
    )
    made = ArgumentMap(claims=claims, relations=relations)
    what_if = WhatIf(made)
    what_if.reject(["s2"])
    assert what_if.evaluation() == evaluate(made, ["s2"])
    assert all(what_if.proof(claim.id) == prove(made, claim.id, ["s2"]) for claim in claims)


def test_every_map_of_two_claims() -> None:
    """All sets of supports and attacks between two claims, one or both of which cite a source."""
    links = [(kind, one, other) for kind in KINDS for one in "ab" for other in "ab"]
    for cites in (("s",), ()), (("s",), ("t",)), (("s",), ("s",)), ((), ()):
        claims = tuple(
            MapClaim(id=name, citations=tuple(Citation(source=one) for one in cited))
            for name, cited in zip("ab", cites, strict=True)
        )
        for chosen in itertools.product((False, True), repeat=len(links)):
            relations = tuple(
                Relation(id=f"r{number}", kind=kind, premises=(one,), target=other)
                for number, (kind, one, other) in enumerate(itertools.compress(links, chosen))
            )
            argument_map = ArgumentMap(claims=claims, relations=relations)
            what_if = WhatIf(argument_map)
            assert what_if.statuses == statuses(argument_map), relations
            if cites[0]:
                what_if.reject(["s"])
                assert what_if.statuses == statuses(argument_map, ("s",)), relations


def _without(argument_map: ArgumentMap, effect: Effect) -> ArgumentMap:
    """The map in which a note is gone, or a claim attacked by something that stands."""
    if effect.kind == "note":
        claims = tuple(
            claim
            if claim.id != effect.claim
            else claim.model_copy(update={"citations": tuple(c for c in claim.citations if c.source != effect.source)})
            for claim in argument_map.claims
        )
        return ArgumentMap(claims=claims, relations=argument_map.relations)
    no = MapClaim(id="no", citations=(Citation(source="sure"),))
    attack = Relation(id="no", kind="attack", premises=("no",), target=effect.claim or "")
    return ArgumentMap(claims=(*argument_map.claims, no), relations=(*argument_map.relations, attack))


@PROPERTY
@given(random_maps())
def test_effects_are_what_a_second_run_shows(argument_map: ArgumentMap) -> None:
    now = statuses(argument_map)
    found = {(one.kind, one.claim, one.source): one for one in sensitivity(argument_map).effects}
    wanted = [Effect(kind="claim", claim=claim.id) for claim in argument_map.claims]
    arguing = {premise for relation in argument_map.relations for premise in relation.premises}
    wanted += [
        Effect(kind="note", claim=claim.id, source=citation.source)
        for claim in argument_map.claims
        if claim.id not in arguing  # a claim that argues would turn from evidence into a view, which is another map
        for citation in claim.citations
    ]
    for asked in wanted:
        then = statuses(_without(argument_map, asked))
        effect = found.get((asked.kind, asked.claim, asked.source), asked)
        assert effect.topples == tuple(claim for claim in now if now[claim] == "in" != then[claim])
        assert effect.gains == tuple(claim for claim in now if now[claim] != "in" == then[claim])
        assert effect.contests == tuple(claim for claim in now if now[claim] != "undecided" == then[claim])


@PROPERTY
@given(random_maps(), st.sampled_from(SOURCES))
def test_effects_of_sources_say_all_that_changes(argument_map: ArgumentMap, source: str) -> None:
    now, then = statuses(argument_map), statuses(argument_map, (source,))
    for effect in evaluate(argument_map).sources:
        if effect.id == source:
            assert effect.gains == tuple(claim for claim in now if now[claim] != "in" == then[claim])
            assert effect.contests == tuple(claim for claim in now if now[claim] != "undecided" == then[claim])


def small() -> ArgumentMap:
    cite = {"a": ("s",), "b": ("t", "copy"), "c": ()}
    return ArgumentMap(
        claims=tuple(MapClaim(id=n, citations=tuple(Citation(source=s) for s in some)) for n, some in cite.items()),
        relations=(
            Relation(id="r1", kind="support", premises=("a",), target="c"),
            Relation(id="r2", kind="attack", premises=("b",), target="c"),
        ),
        sources=(Source(id="copy", type="book", custom={"derived-from": ("t",)}),),
    )


def test_gains_and_single_points() -> None:
    found = sensitivity(small())
    (fall,) = (one for one in found.effects if (one.kind, one.source) == ("source", "t"))
    assert (fall.topples, fall.gains) == (("b",), ("c",))
    assert found.single_points == {"a": ("s",), "b": ("t",)}
    table = sensitivity_table(found)
    assert "source t: 1 no longer stands, 1 comes to stand" in table
    assert "2 claims that one source alone would topple" in table
    assert sensitivity_table(sensitivity(ArgumentMap())) == "No single rejection changes what stands."


def test_what_falls_with_what_keeps_it_out_does_not_come_back() -> None:
    """A source carries both an objection and what refutes it."""
    cites = {"view": ("t",), "objection": ("s",), "answer": ("s",)}
    made = ArgumentMap(
        claims=tuple(MapClaim(id=n, citations=tuple(Citation(source=s) for s in some)) for n, some in cites.items()),
        relations=(
            Relation(id="r1", kind="attack", premises=("objection",), target="view"),
            Relation(id="r2", kind="attack", premises=("answer",), target="objection"),
        ),
    )
    assert {effect.id: effect.topples for effect in evaluate(made).sources} == {"t": ("view",), "s": ("answer",)}


def test_toggles() -> None:
    what_if = WhatIf(small())
    assert what_if.toggle("t") == {"b": "out", "c": "in"}
    assert what_if.toggle("t") == {"b": "in", "c": "out"}
    assert what_if.rejected == ()
    with pytest.raises(UnknownNameError, match="Did you mean copy"):
        what_if.toggle("coppy")


def test_a_spent_budget_is_said() -> None:
    found = sensitivity(small(), budget=-1)
    assert not found.exact
    assert found.why
    assert "partial" in sensitivity_table(found)


def test_a_hub_and_a_long_chain_of_single_changes() -> None:
    """A hub under a third of the claims, in one component with everything else."""
    count = 3_000
    claims = tuple(
        MapClaim(id=f"c{n}", citations=(Citation(source="hub" if n % 3 == 0 else f"s{n}"),)) for n in range(count)
    )
    relations = tuple(
        Relation(id=f"r{n}", kind="support" if n % 5 else "attack", premises=(f"c{n}",), target=f"c{n * 7 % count}")
        for n in range(1, count)
    )
    made = ArgumentMap(claims=claims, relations=relations)
    found = evaluate(made)
    for name in ("hub", "s1", "s7", "s100"):
        then = evaluate(made, [name])
        expected = tuple(c.id for c in found.claims if c.status == "in" != then.status_of[c.id].status)
        assert next(one for one in found.sources if one.id == name).topples == expected


def test_what_holds_otherwise_lost_something_and_stands() -> None:
    claims = (
        MapClaim(id="two", citations=(Citation(source="s"), Citation(source="t"))),
        MapClaim(id="one", citations=(Citation(source="s"),)),
        MapClaim(id="above"),
        MapClaim(id="apart", citations=(Citation(source="t"),)),
    )
    relations = tuple(
        Relation(id=f"r{n}", kind="support", premises=(name,), target="above")
        for n, name in enumerate(("one", "apart"))
    )
    what_if = WhatIf(ArgumentMap(claims=claims, relations=relations), ["s"])
    assert what_if.holds_otherwise() == ("two", "above")
    what_if.reject(["s", "t"])
    assert what_if.holds_otherwise() == ()
    what_if.reject([])
    assert what_if.holds_otherwise() == ()
