"""All sources rejected at once, each in a case of its own, against the engine that rejects one after the other."""

import tracemalloc
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.evaluate import Reading, _effects, _rejections
from argmap.evaluate._compile import program_of
from argmap.evaluate._effects import Effects, Limits
from argmap.evaluate._origins import origins_of
from argmap.evaluate._start import Waves
from argmap.evaluate._state import State
from argmap.model import ArgumentMap, Citation, MapClaim, Relation, Source
from tests.evaluate.oracle import random_maps, sources_of, statuses

MORE = tuple(f"s{number}" for number in range(8))
PROPERTY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
READINGS = (Reading(), Reading(conflict="directed"), Reading(circular="undecided"), Reading(support="necessary"))


def agree(argument_map: ArgumentMap, rejected: tuple[str, ...] = (), reading: Reading = READINGS[0]) -> None:
    state = State(program_of(argument_map, reading), origins_of(argument_map), rejected, reading)
    sources = sorted(state.origins.known)
    together, alone = Effects(state, many=0), Effects(state, many=len(sources) + len(argument_map.claims) * 9)
    assert list(together.of_sources(sources)) == list(alone.of_sources(sources))
    assert list(together.of_claims()) == list(alone.of_claims())
    (many, notes), (few, same) = together.of_notes(), alone.of_notes()
    assert list(many) == list(few)
    assert notes.node.tolist() == same.node.tolist()


@PROPERTY
@given(random_maps(most=12, sources=MORE), st.sampled_from(READINGS), st.lists(st.sampled_from(MORE), max_size=2))
def test_all_at_once_is_one_after_the_other(argument_map: ArgumentMap, reading: Reading, wanted: list[str]) -> None:
    known = sources_of(argument_map)
    agree(argument_map, tuple(source for source in wanted if source in known), reading)


@PROPERTY
@given(random_maps(most=8, sources=MORE))
def test_all_at_once_is_evaluation_anew(argument_map: ArgumentMap) -> None:
    state = State(program_of(argument_map), origins_of(argument_map))
    sources, now = sorted(sources_of(argument_map)), statuses(argument_map)
    for source, effect in zip(sources, Effects(state, many=0).of_sources(sources), strict=True):
        then = statuses(argument_map, (source,))
        lost = [number for number, claim in enumerate(now) if now[claim] == "in" != then[claim]]
        assert list(effect.lost) == lost


@PROPERTY
@given(random_maps(most=9, sources=MORE), st.data())
def test_derived_sources_and_standards(argument_map: ArgumentMap, data: st.DataObject) -> None:
    claims = list(argument_map.claims)
    for number in data.draw(st.lists(st.integers(0, len(claims) - 1), max_size=2)):
        standard = data.draw(st.sampled_from(["corroborated(2)", "preponderance"]))
        claims[number] = claims[number].model_copy(update={"standard": standard, "weight": 0.5})
    copies = tuple(Source(id=name, type="book", custom={"derived-from": ("s0",)}) for name in ("s1", "s2"))
    agree(argument_map.model_copy(update={"claims": tuple(claims), "sources": copies}))


@PROPERTY
@given(random_maps(most=6, sources=MORE), st.data())
def test_corroborated_claims_lose_roots_that_nobody_cites(argument_map: ArgumentMap, data: st.DataObject) -> None:
    """Against an evaluation anew without each source: a copy stands while one of its two originals does."""
    claims = list(argument_map.claims)
    for number in data.draw(st.lists(st.integers(0, len(claims) - 1), min_size=1, max_size=2)):
        claims[number] = claims[number].model_copy(update={"standard": "corroborated(2)"})
    copies = tuple(
        Source(id=name, type="book", custom={"derived-from": origins})
        for name, origins in (("s1", ("m1", "m2")), ("s2", ("m1",)), ("s3", ("s1", "m3")))
    )
    made = argument_map.model_copy(update={"claims": tuple(claims), "sources": copies})
    state = State(program_of(made), origins_of(made))
    sources = sorted(state.origins.known)
    value = list(state.value[: len(claims)])
    for many in (0, 1_000):
        for source, effect in zip(sources, Effects(state, many=many).of_sources(sources), strict=True):
            then = State(program_of(made), origins_of(made), (source,)).value[: len(claims)]
            assert list(effect.lost) == [n for n, old in enumerate(value) if old == 1 and then[n] != 1], source


def test_a_note_of_a_corroborated_claim_is_one_of_its_roots() -> None:
    cites = (Citation(source="p"), Citation(source="q"))
    made = ArgumentMap(claims=(MapClaim(id="C", citations=cites, standard="corroborated(2)"),))
    changes, _ = Effects(State(program_of(made), origins_of(made))).of_notes()
    assert [effect.lost for effect in changes] == [[0], [0]]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("_LARGE", 3),
        ("_PATIENCE", 1),
        ("MOST", 5),
    ],
)
@settings(PROPERTY, max_examples=40, suppress_health_check=list(HealthCheck))
@given(argument_map=random_maps(most=12, sources=MORE))
def test_what_is_left_is_done_one_after_the_other(
    monkeypatch: pytest.MonkeyPatch, name: str, value: int, argument_map: ArgumentMap
) -> None:
    with monkeypatch.context() as changed:
        changed.setattr(_rejections, name, value)
        agree(argument_map)


def test_a_circle_that_the_waves_do_not_finish_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Waves, "run", lambda _: False)
    cites = {"a": "s", "b": "t", "c": "u"}
    claims = tuple(MapClaim(id=name, citations=(Citation(source=one),)) for name, one in cites.items())
    pairs = [("attack", "a", "b"), ("attack", "b", "a"), ("support", "c", "a")]
    relations = tuple(
        Relation.model_validate({"id": f"r{number}", "kind": kind, "premises": (one,), "target": other})
        for number, (kind, one, other) in enumerate(pairs)
    )
    agree(ArgumentMap(claims=claims, relations=relations))


def woven(size: int) -> ArgumentMap:
    """Claims with a source each, supported and attacked by others near by, in small circles here and there."""
    claims = tuple(MapClaim(id=f"c{n}", citations=(Citation(source=f"s{n}"),) if n % 3 else ()) for n in range(size))
    ends = [(n, (n * 7 + 3) % size if n % 11 else max(n - 2, 0)) for n in range(size)]
    relations = tuple(
        Relation(id=f"r{n}", kind="attack" if n % 4 == 1 else "support", premises=(f"c{n}",), target=f"c{other}")
        for n, other in ends
    )
    return ArgumentMap(claims=claims, relations=relations)


def test_a_large_map_and_a_chain_through_it() -> None:
    agree(woven(2_000))
    chain = tuple(
        Relation(id=f"l{n}", kind="support", premises=(f"c{n}",), target=f"c{n + 3}") for n in range(0, 900, 3)
    )
    drawn = woven(1_200)
    agree(drawn.model_copy(update={"relations": (*drawn.relations, *chain)}))


def test_all_at_once_costs_less_than_one_after_the_other() -> None:
    tree = tuple(
        Relation(id=f"r{n}", kind="support", premises=(f"c{n}",), target=f"c{n // 2}") for n in range(1, 20_000)
    )
    made = woven(20_000).model_copy(update={"relations": tree})
    state = State(program_of(made), origins_of(made))
    sources = list(state.program.sources)

    def spent(many: int) -> float:
        start = process_time()
        list(Effects(state, many=many).of_sources(sources))
        return process_time() - start

    assert 1.5 * min(spent(0) for _ in range(3)) < spent(len(sources) + 1)


def test_what_is_left_is_computed_only_until_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_rejections, "_PATIENCE", 0)
    made = woven(500)
    state = State(program_of(made), origins_of(made))
    sources = sorted(state.program.sources)
    whole = Effects(state, many=0)
    all_of_them = list(whole.of_sources(sources))
    part = Effects(state, Limits(work=whole.work // 10), many=0)
    first = list(part.of_sources(sources))
    assert 0 < len(first) < len(sources) / 2
    assert first == all_of_them[: len(first)]
    assert part.work < whole.work / 5


@pytest.mark.parametrize("many", [0, 10_000])
def test_an_answer_names_no_more_claims_than_it_may(many: int) -> None:
    made = woven(500)
    state = State(program_of(made), origins_of(made))
    sources = sorted(state.program.sources)
    all_of_them = list(Effects(state, many=many).of_sources(sources))
    sizes = [sum(map(len, effect)) for effect in all_of_them]
    effects = Effects(state, Limits(names=sum(sizes) // 2), many=many)
    first = list(effects.of_sources(sources))
    assert first == all_of_them[: len(first)]
    assert sum(sizes[: len(first)]) <= sum(sizes) // 2 < sum(sizes[: len(first) + 1])
    more = sum(sum(map(len, effect)) for effect in effects.of_claims())
    assert sum(sizes[: len(first)]) + more <= sum(sizes) // 2  # the limits are for all answers together


def test_too_many_at_once_are_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    made = woven(900)
    state = State(program_of(made), origins_of(made))
    sources = sorted(state.program.sources)
    expected = list(Effects(state, many=0).of_sources(sources))
    monkeypatch.setattr(_rejections, "MOST", 60)
    monkeypatch.setattr(_effects, "MOST", 60)
    assert list(Effects(state, many=0).of_sources(sources)) == expected


def fan(sources: int, size: int) -> ArgumentMap:
    """A step from claims that cite a source each, to one on which all the others rest."""
    claims = [MapClaim(id=f"p{n}", citations=(Citation(source=f"s{n}"),)) for n in range(sources)]
    claims += [MapClaim(id="hub"), *(MapClaim(id=f"c{n}") for n in range(size))]
    premises = tuple(f"p{n}" for n in range(sources))
    relations = [Relation(id="r", kind="support", premises=premises, target="hub")]
    relations += [Relation(id=f"r{n}", kind="support", premises=("hub",), target=f"c{n}") for n in range(size)]
    return ArgumentMap(claims=tuple(claims), relations=tuple(relations))


def test_what_much_hangs_on_is_not_told_for_many_sources_at_once() -> None:
    made = fan(1_500, 20_000)
    state = State(program_of(made), origins_of(made))
    tracemalloc.start()
    try:
        found = Effects(state, Limits(names=100_000), many=0).of_sources(list(state.program.sources))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [len(effect.lost) for effect in found] == [20_002] * 4
    assert peak < 300_000_000  # thirty million pairs, of 17 bytes, would be told of at once


def test_few_sources_that_topple_much_are_done_together() -> None:
    """One after the other they would take many times what the map itself takes."""
    made = fan(60, 2_000)
    state = State(program_of(made), origins_of(made))
    sources = list(state.program.sources)
    usual, alone = Effects(state), Effects(state, many=10_000)
    assert list(usual.of_sources(sources)) == list(alone.of_sources(sources))
    assert usual.work < alone.work / 5
