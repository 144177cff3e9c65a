"""All sources rejected at once, each in a case of its own, against the engine that rejects one after the other."""

from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.evaluate import Reading, _rejections
from argmap.evaluate._compile import program_of
from argmap.evaluate._effects import Effects
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
    sources = sorted(state.cited_by)
    assert list(Effects(state, many=0).of_sources(sources)) == list(map(Effects(state).of_source, sources))


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


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("_LARGE", 3),
        ("_PATIENCE", 1),
        ("_MOST", 5),
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
    sources = list(state.cited_by)

    def spent(many: int) -> float:
        start = process_time()
        list(Effects(state, many=many).of_sources(sources))
        return process_time() - start

    assert 1.5 * min(spent(0) for _ in range(3)) < spent(len(sources) + 1)


def test_what_is_left_is_computed_only_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a caller may stop where there is too much of it."""
    monkeypatch.setattr(_rejections, "_MOST", 0)
    made = woven(500)
    state = State(program_of(made), origins_of(made))
    effects = Effects(state, many=0)
    found = effects.of_sources(sorted(state.cited_by))
    next(found)
    first = effects.work
    list(found)
    assert first < effects.work / 10
