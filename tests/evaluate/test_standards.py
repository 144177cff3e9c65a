"""Proof standards, and support read otherwise."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.errors import WrongStandardError
from argmap.evaluate import Reading, WhatIf, evaluate, minimal_sets, prove
from argmap.evaluate._compile import program_of
from argmap.evaluate._origins import origins_of
from argmap.evaluate._part import UNDECIDED, Parts
from argmap.evaluate._proof import Proofs
from argmap.evaluate._standards import is_met, standard_of, weigh
from argmap.evaluate._state import State
from argmap.model import ArgumentMap, Citation, MapClaim, Relation, RelationKind, Source
from tests.evaluate.oracle import SOURCES, random_maps, sources_of, statuses_as_drawn

PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def weighed(standard: str, pro: list[float | None], con: list[float | None]) -> str:
    """The label of a claim with these supports and attacks, each by a piece of evidence."""
    claims = [MapClaim(id="T", standard=standard)]
    relations = []
    for kind, weights in (("support", pro), ("attack", con)):
        for number, weight in enumerate(weights):
            name = f"{kind}{number}"
            claims.append(MapClaim(id=name, citations=(Citation(source=name),)))
            relations.append(
                Relation.model_validate(
                    {"id": f"r-{name}", "kind": kind, "premises": (name,), "target": "T", "weight": weight}
                )
            )
    return evaluate(ArgumentMap(claims=tuple(claims), relations=tuple(relations))).status_of["T"].label


@pytest.mark.parametrize(
    ("standard", "pro", "con", "label"),
    [
        ("any", [0.9], [0.1], "refuted"),
        ("preponderance", [0.6, 0.2], [0.5], "stands"),
        ("preponderance", [0.5], [0.5], "refuted"),
        ("preponderance", [], [], "unsupported"),
        ("preponderance", [None], [], "stands"),
        ("preponderance", [None], [0.5], "contested"),
        ("clear-and-convincing", [0.6], [0.2], "stands"),
        ("clear-and-convincing", [0.6], [0.4], "refuted"),
        ("clear-and-convincing", [0.5], [], "unsupported"),
        ("clear-and-convincing(0.4, 0.1)", [0.5], [], "stands"),
        ("beyond-reasonable-doubt", [0.9], [0.1], "stands"),
        ("beyond-reasonable-doubt", [0.9], [0.3], "refuted"),
        ("BRD", [0.6], [0.2], "refuted"),
    ],
)
def test_weighing(standard: str, pro: list[float | None], con: list[float | None], label: str) -> None:
    assert weighed(standard, pro, con) == label


WEIGHTS = st.lists(st.tuples(st.sampled_from((-1, 0, 1)), st.sampled_from((0.1, 0.4, 0.6, 0.9))), max_size=3)


@given(st.sampled_from(("preponderance", "clear-and-convincing", "beyond-reasonable-doubt")), WEIGHTS, WEIGHTS)
def test_an_undecided_weighing_can_go_both_ways_and_a_decided_one_cannot(
    name: str, pros: list[tuple[int, float]], cons: list[tuple[int, float]]
) -> None:
    standard = standard_of(MapClaim(id="a", standard=name))
    met = weigh(standard, [(v, (w, w)) for v, w in pros], [(v, (w, w)) for v, w in cons])

    def outcome(pro: int, con: int) -> bool:
        best = [max((w for v, w in side if (v or what) == 1), default=0.0) for side, what in ((pros, pro), (cons, con))]
        return is_met(standard, best[0], best[1])

    best, worst = outcome(1, -1), outcome(-1, 1)
    assert met == (1 if worst else 0 if best else -1)


@pytest.mark.parametrize(
    "name", ["corroborated(0)", "corroborated(1.5)", "preponderance(1)", "brd(2, 0, 0)", "cce(a, b)"]
)
def test_numbers_that_make_no_sense(name: str) -> None:
    with pytest.raises(WrongStandardError, match=r"\[a\] asks for the proof standard .*: (it|its|what) "):
        evaluate(ArgumentMap(claims=(MapClaim(id="a", standard=name),)))


def test_an_unknown_standard() -> None:
    with pytest.raises(WrongStandardError, match=r"of that name\. Did you mean preponderance"):
        evaluate(ArgumentMap(claims=(MapClaim(id="a", standard="preponderence"),)))


@pytest.mark.parametrize("name", ["a" + " " * 100_000 + "!", "(" * 50_000, "any" + "-_ " * 50_000, ""])
def test_long_and_empty_names(name: str) -> None:
    with pytest.raises(WrongStandardError):
        standard_of(MapClaim(id="a", standard=name))


def reported(standard: str | None) -> ArgumentMap:
    """T rests on two reports, which two copies of one manuscript and a letter carry."""
    cites = {"T": (), "R": ("p", "letter"), "S": ("q",)}
    return ArgumentMap(
        claims=tuple(
            MapClaim(id=n, standard=standard if n == "T" else None, citations=tuple(Citation(source=s) for s in some))
            for n, some in cites.items()
        ),
        relations=tuple(Relation(id=f"r{n}", kind="support", premises=(n,), target="T") for n in "RS"),
        sources=tuple(Source(id=one, type="book", custom={"derived-from": ("ms",)}) for one in "pq"),
    )


def test_corroboration_counts_roots() -> None:
    assert evaluate(reported("corroborated(2)")).status_of["T"].label == "stands"
    third = evaluate(reported("corroborated(3)")).status_of["T"]
    assert third.why == (
        "unsupported: it has support, but not what it must have: support that goes back to 3 independent roots"
    )
    for gone in ("letter", "ms"):
        assert evaluate(reported("corroborated(2)"), [gone]).status_of["T"].label == "unsupported"
    assert evaluate(reported("corroborated(2)"), ["q"]).status_of["T"].label == "stands"
    (found,) = minimal_sets(reported("corroborated(2)"), ["T"])
    assert [one.sources for one in found.toppled_by] == [("letter",), ("ms",), ("p", "q")]


@PROPERTY
@given(random_maps(), st.integers(1, 3), st.lists(st.lists(st.sampled_from(SOURCES), unique=True), max_size=4))
def test_corroborated_is_what_no_fewer_rejections_topple(
    argument_map: ArgumentMap, roots: int, wanted: list[list[str]]
) -> None:
    """Without attacks: the claim stands by `corroborated(k)` if it stands by any support and is k-robust."""
    supports = tuple(relation for relation in argument_map.relations if relation.kind == "support")
    plain = ArgumentMap(claims=argument_map.claims, relations=supports)
    first, *others = argument_map.claims
    asked = first.model_copy(update={"standard": f"corroborated({roots})"})
    asking = ArgumentMap(claims=(asked, *others), relations=supports)
    cited = sources_of(plain)
    what_if = WhatIf(asking)
    for some in [[], *wanted]:
        rejected = [source for source in some if source in cited]
        what_if.reject(rejected)
        (found,) = minimal_sets(plain, [first.id], rejected)
        assert (what_if.statuses[first.id] == "in") == (found.robustness is None or found.robustness >= roots)
        assert what_if.evaluation() == evaluate(asking, rejected)
        assert prove(asking, first.id, rejected).status == what_if.statuses[first.id]


@PROPERTY
@given(random_maps(), st.lists(st.sampled_from(("any", "preponderance", "clear-and-convincing")), min_size=7, max_size=7), st.lists(st.sampled_from((None, 0.2, 0.6, 0.9)), min_size=14, max_size=14), st.lists(st.lists(st.sampled_from(SOURCES), unique=True), max_size=4))  # fmt: skip
def test_weighing_in_circles_follows_rejections(
    argument_map: ArgumentMap, standards: list[str], weights: list[float | None], wanted: list[list[str]]
) -> None:
    claims = tuple(
        claim.model_copy(update={"standard": one}) for claim, one in zip(argument_map.claims, standards, strict=False)
    )
    relations = tuple(
        relation.model_copy(update={"weight": one})
        for relation, one in zip(argument_map.relations, weights, strict=False)
    )
    made = ArgumentMap(claims=claims, relations=relations)
    cited = {citation.source for claim in claims for citation in claim.citations}
    what_if = WhatIf(made)
    for some in wanted:
        rejected = [source for source in some if source in cited]
        what_if.reject(rejected)
        assert what_if.statuses == WhatIf(made, rejected).statuses
        for claim in claims:
            assert prove(made, claim.id, rejected).status == what_if.statuses[claim.id]


STANDARDS = st.sampled_from((None, "preponderance", "clear-and-convincing", "brd", "corroborated(2)"))
WEIGHT = st.sampled_from((0.2, 0.6, 0.9))


@st.composite
def weighed_maps(draw: st.DrawFn) -> ArgumentMap:
    """Small maps full of circles, with standards and all weights given."""
    made = draw(random_maps(most=5))
    claims = [one.model_copy(update={"standard": draw(STANDARDS), "weight": draw(WEIGHT)}) for one in made.claims]
    relations = [one.model_copy(update={"weight": draw(WEIGHT)}) for one in made.relations]
    return made.model_copy(update={"claims": tuple(claims), "relations": tuple(relations)})


@settings(PROPERTY, max_examples=100)
@given(weighed_maps(), st.lists(st.lists(st.sampled_from(SOURCES), unique=True), max_size=3))
def test_standards_are_the_well_founded_model_of_their_rules(made: ArgumentMap, wanted: list[list[str]]) -> None:
    reading = Reading(conflict="directed")
    cited = {citation.source for claim in made.claims for citation in claim.citations}
    what_if = WhatIf(made, reading=reading)
    for some in [[], *wanted]:
        rejected = tuple(source for source in some if source in cited)
        what_if.reject(rejected)
        assert what_if.statuses == statuses_as_drawn(made, rejected)
        state = State(program_of(made, reading), origins_of(made), rejected, reading)
        for claim in range(len(made.claims)):
            part, _ = Proofs(state).least(claim)
            assert Parts(state).proves(part, claim) == (state.value[claim] or UNDECIDED)


def circular(standard: str, *, second: str | None = None) -> ArgumentMap:
    """A cites a source of weight 0.2; B and A support each other by 0.8."""
    claims = (
        MapClaim(id="A", citations=(Citation(source="s"),), weight=0.2, standard=standard),
        MapClaim(id="B", citations=(Citation(source=second),) if second else (), weight=0.2, standard=standard),
    )
    relations = tuple(
        Relation(id=f"r{one}", kind="support", premises=(one,), target=other, weight=0.8) for one, other in ("AB", "BA")
    )
    return ArgumentMap(claims=claims, relations=relations)


@pytest.mark.parametrize(
    ("standard", "second"),
    [("beyond-reasonable-doubt", None), ("beyond-reasonable-doubt", "t"), ("corroborated(2)", "t")],
)
def test_a_circle_lends_no_weight(standard: str, second: str | None) -> None:
    found = evaluate(circular(standard, second=second))
    assert {claim.status for claim in found.claims} == {"out"}
    open_still = evaluate(circular(standard, second=second), reading=Reading(circular="undecided"))
    assert {claim.status for claim in open_still.claims} == {"undecided"}


def bipolar(how: str | None, cut: str | None = None) -> ArgumentMap:
    """That a supports b (and c undercuts that); d attacks a, e attacks b."""
    parts: list[tuple[RelationKind, str, str]] = [("support", "a", "b")]
    if cut:
        parts.append(("undercut", "c", "r0"))
    relations = tuple(
        Relation(id=f"r{n}", kind=kind, premises=(one,), target=other, data={"support": how} if how and not n else {})
        for n, (kind, one, other) in enumerate(parts)
    )
    return ArgumentMap(claims=tuple(MapClaim(id=n) for n in "abcde"), relations=relations)


def hit(made: ArgumentMap, attacker: str, target: str, reading: Reading) -> dict[str, str]:
    attack = Relation(id="hit", kind="attack", premises=(attacker,), target=target)
    found = evaluate(made.model_copy(update={"relations": (*made.relations, attack)}), reading=reading)
    return {claim.id: claim.why for claim in found.claims}


GRANTED = Reading(granted="all", conflict="directed")


def test_necessary_support() -> None:
    """If a falls, b falls; if b falls, a stands (Nouioua and Risch)."""
    found = hit(bipolar("necessary"), "d", "a", GRANTED)
    assert found["b"] == "unsupported: it needs [a], which is refuted"
    assert hit(bipolar("necessary"), "e", "b", GRANTED)["a"].startswith("stands")
    assert hit(bipolar("necessary", cut="c"), "d", "a", GRANTED)["b"].startswith("stands")


def test_deductive_support() -> None:
    """If b falls, a falls; if a falls, b stands (Boella and others)."""
    found = hit(bipolar("deductive"), "e", "b", GRANTED)
    assert found["a"] == "refuted: [b], which it entails, is attacked by what stands"
    assert hit(bipolar("deductive"), "d", "a", GRANTED)["b"].startswith("stands")
    assert hit(bipolar("deductive", cut="c"), "e", "b", GRANTED)["a"].startswith("stands")


def test_the_whole_map_may_be_read_so() -> None:
    reading = Reading(granted="all", conflict="directed", support="necessary")
    assert hit(bipolar(None), "d", "a", reading)["b"].startswith("unsupported: it needs")
    assert hit(bipolar("evidential"), "d", "a", reading)["b"].startswith("stands")


def test_a_support_in_doubt_that_is_too_weak_anyway() -> None:
    """It fails its standard whatever becomes of the conflict, and the reason says so."""
    made = ArgumentMap(
        claims=(
            MapClaim(id="a", citations=(Citation(source="s"),)),
            MapClaim(id="b", standard="beyond-reasonable-doubt"),
        ),
        relations=(
            Relation(id="r1", kind="attack", premises=("a",), target="a"),
            Relation(id="r2", kind="support", premises=("a",), target="b", weight=0.2),
        ),
    )
    assert evaluate(made).status_of["b"].why == (
        "unsupported: it has support, but not what it must have: the standard of beyond reasonable doubt"
    )
