"""The sub-map that proves a status: true however the rest turns out, and none of it idle."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.convert import load_map
from argmap.evaluate import evaluate, proof_table, prove
from argmap.evaluate._compile import program_of
from argmap.evaluate._origins import origins_of
from argmap.evaluate._part import UNDECIDED, Part, Parts
from argmap.evaluate._state import State
from argmap.model import ArgumentMap, Citation, MapClaim, Proof, Relation
from tests.evaluate.oracle import SOURCES, answered, random_maps, sources_of, statuses, statuses_as_drawn

SURE, NEVER = "sure", "never"
REJECTED = st.lists(st.sampled_from(SOURCES), unique=True).map(tuple)
PROPERTY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Otherwise:
    """The map with everything outside a proof turned out as it is drawn from `data`."""

    def __init__(self, argument_map: ArgumentMap, proof: Proof, rejected: tuple[str, ...], data: st.DataObject) -> None:
        self._proof = proof
        self._rejected = rejected
        self._data = data
        self._relations: list[Relation] = []
        self._claims: list[MapClaim] = []
        for claim in argument_map.claims:
            if claim.id in proof.claims:
                cited = tuple(Citation(source=self._source(one.source)) for one in claim.citations)
                self._claims.append(claim.model_copy(update={"citations": cited}))
            else:
                self._any(claim.id)
        for relation in answered(argument_map).relations:
            self._add(relation)

    def statuses(self) -> dict[str, str]:
        """The statuses there."""
        made = ArgumentMap(claims=tuple(self._claims), relations=tuple(self._relations))
        return dict(statuses_as_drawn(made, (NEVER,)))

    def _source(self, source: str) -> str:
        stands = source not in self._rejected if source in self._proof.sources else self._data.draw(st.booleans())
        return SURE if stands else NEVER

    def _any(self, name: str) -> None:
        """A claim that stands, or falls, or is undecided."""
        status = self._data.draw(st.sampled_from(("in", "out", "undecided")))
        self._claims.append(MapClaim(id=name, citations=() if status == "out" else (Citation(source=SURE),)))
        if status == "undecided":
            self._relations.append(Relation(id=f"{name}-self", kind="attack", premises=(name,), target=name))

    def _is_in(self, relation: str) -> bool:
        return relation.removesuffix("-too").removesuffix("-answer") in self._proof.relations

    def _add(self, relation: Relation) -> None:
        known_target = (
            self._is_in(relation.target) if relation.kind == "undercut" else relation.target in self._proof.claims
        )
        if not known_target:
            return
        if not self._is_in(relation.id):
            self._any(f"premise of {relation.id}")
            relation = relation.model_copy(update={"premises": (f"premise of {relation.id}",)})
        cited = tuple(Citation(source=self._source(one.source)) for one in relation.citations)
        self._relations.append(relation.model_copy(update={"citations": cited}))


@PROPERTY
@given(random_maps(most=6), REJECTED, st.data())
def test_a_proof_holds_however_the_rest_turns_out(
    argument_map: ArgumentMap, wanted: tuple[str, ...], data: st.DataObject
) -> None:
    cited = sources_of(argument_map)
    rejected = tuple(source for source in wanted if source in cited)
    now = statuses(argument_map, rejected)
    claim = data.draw(st.sampled_from(sorted(now)))
    proof = prove(argument_map, claim, rejected)
    assert proof.status == now[claim]
    assert claim in proof.claims
    for _ in range(6):
        assert Otherwise(argument_map, proof, rejected, data).statuses()[claim] == now[claim], proof


@PROPERTY
@given(random_maps(most=7), REJECTED)
def test_nothing_in_a_proof_is_idle(argument_map: ArgumentMap, wanted: tuple[str, ...]) -> None:
    state = State(program_of(argument_map), origins_of(argument_map), wanted)
    cited = sources_of(argument_map)
    numbers = {claim.id: number for number, claim in enumerate(argument_map.claims)}
    places = {relation.id: number for number, relation in enumerate(argument_map.relations)}
    parts = Parts(state)
    for claim, number in numbers.items():
        proof = prove(argument_map, claim, [source for source in wanted if source in cited])
        whole = Part(
            frozenset(numbers[one] for one in proof.claims),
            frozenset(places[one] for one in proof.relations),
            frozenset(proof.sources),
        )
        aim = state.value[number] or UNDECIDED
        assert proof.minimal
        assert parts.proves(whole, number) == aim
        less = [whole._replace(claims=whole.claims - {one}) for one in whole.claims]
        less += [whole._replace(relations=whole.relations - {one}) for one in whole.relations]
        less += [whole._replace(sources=whole.sources - {one}) for one in whole.sources]
        assert all(parts.proves(part, number) != aim for part in less), proof


def test_proofs_in_words_of_the_map() -> None:
    text = b'[T]\n  + [X] {cite: "@a; @b"}\n  + [Y] {cite: "@c"}\n  - [V]\n    + [W] {cite: "@w"}\n    - [Z] {cite: "@z"}\n'
    made = load_map(text, "map.argdown")
    assert evaluate(made).status_of["T"].label == "stands"
    found = prove(made, "T")
    assert set(found.claims) in ({"T", "X", "V", "Z"}, {"T", "Y", "V", "Z"})
    assert len(found.relations) == 3
    assert len(found.sources) == 2
    assert proof_table(found).startswith("T: in, whatever the rest of the map says, by\n  claims: T")


def test_a_circle_is_its_own_proof() -> None:
    made = load_map(b"[B]\n  + [C]\n    + [B]\n\n[D]\n  + [B]\n", "map.argdown")
    found = prove(made, "B")
    assert (found.claims, found.sources, len(found.relations)) == (("B", "C"), (), 2)


def test_a_long_proof_is_not_searched_for_idle_parts() -> None:
    count = 2_000
    made = ArgumentMap(
        claims=(
            MapClaim(id="c0", citations=(Citation(source="s"),)),
            *(MapClaim(id=f"c{n}") for n in range(1, count)),
        ),
        relations=tuple(
            Relation(id=f"r{n}", kind="support", premises=(f"c{n - 1}",), target=f"c{n}") for n in range(1, count)
        ),
    )
    found = prove(made, f"c{count - 1}")
    assert not found.minimal
    assert len(found.claims) == count
