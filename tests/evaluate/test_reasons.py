"""Labels and reasons: the sentences on small maps, and their truth on random ones."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.convert import load_map
from argmap.errors import UnknownNameError
from argmap.evaluate import evaluate
from argmap.model import ArgumentMap, ClaimStatus, Evaluation, MapClaim, Relation, Source
from tests.evaluate.oracle import SOURCES, answered, random_maps, sources_of


def why(text: str, *rejected: str) -> dict[str, str]:
    found = evaluate(load_map(text.encode(), "map.argdown"), rejected)
    assert all(claim.label in claim.why or claim.why.startswith("falls: ") for claim in found.claims)
    return {claim.id: claim.why for claim in found.claims}


def test_what_stands() -> None:
    found = why('[T]\n  + [X] {cite: "@weathersby2002"}\n  - [Y]\n\n[U]\n  + [T]\n')
    assert found["T"] == "stands: supported by [X], which cites weathersby2002, and nothing that attacks it stands"
    assert found["X"] == "stands: it cites weathersby2002, and nothing attacks it"
    assert found["U"] == "stands: supported by [T], which stands, and nothing attacks it"


def test_what_falls_with_a_source() -> None:
    text = '[T]\n  + [X] {cite: "@weathersby2002"}\n\n[U]\n  + [T]\n  + [V]\n\n[W] {cite: "@weathersby2002; @other"}\n'
    found = why(text, "weathersby2002")
    assert found["T"] == "falls: its only support is [X], which cites weathersby2002; weathersby2002 is rejected"
    assert found["X"] == "falls: it cites only weathersby2002, which is rejected"
    assert found["U"] == "falls: neither of its 2 supports stands: [T] does not stand, [V] does not stand"
    assert found["V"] == "unsupported: it has neither support nor source"
    assert found["W"] == "stands: it cites other, and nothing attacks it"
    assert why(text, "weathersby2002", "other")["W"] == "falls: it cites only weathersby2002 and other, both rejected"


def test_what_never_stood_does_not_fall() -> None:
    found = why('[T]\n  + [X]\n\n[S] {cite: "@s"}\n', "s")
    assert found["T"] == "unsupported: its only support is [X], which has neither support nor source"


def test_what_is_refuted_and_what_comes_back() -> None:
    text = '[T] {cite: "@s"}\n  - [X] {cite: "@s"}\n    - [Y] {cite: "@y"}\n'
    assert why(text)["X"] == "refuted: [Y] attacks it and stands"
    assert why(text)["T"].startswith("stands")
    assert why(text, "y")["T"] == "refuted: [X] attacks it and stands"


def test_what_is_contested() -> None:
    text = '[A] {cite: "@s"}\n  >< [B] {cite: "@s"}\n\n[C]\n  + [A]\n\n[D] {cite: "@s"}\n  - [D]\n\n[E] {cite: "@s"}\n  - [A]\n'
    found = why(text)
    assert found["A"] == "contested: it and [B] attack each other and nothing decides"
    assert found["C"] == "contested: supported by [A], and nothing decides whether [A] stands"
    assert found["D"] == "contested: it attacks itself"
    assert found["E"] == "contested: [A] attacks it, and nothing decides whether [A] stands"


def test_what_is_circular() -> None:
    text = "[B]\n  + [C]\n    + [B]\n\n[D]\n  + [B]\n\n[E]\n  + [E]\n\n[F]\n  + [G]\n    + [H]\n      + [F]\n"
    found = evaluate(load_map(text.encode(), "map.argdown")).status_of
    assert found["B"].why == "circular: [B] and [C] only support each other"
    assert (found["D"].label, found["D"].why) == (
        "unsupported",
        "unsupported: its only support is [B], which is circular",
    )
    assert found["E"].why == "circular: it supports only itself"
    assert found["F"].why == "circular: its only support is [G], which rests on it in turn"
    assert {found[name].label for name in "FGH"} == {"circular"}


def test_what_is_undercut_and_what_needs_all() -> None:
    text = '[T]\n  + [X] {cite: "@s"}\n    _ [U] {cite: "@u"}\n\n(1) [X]\n(2) [Y]\n----\n(3) [Z]\n'
    found = why(text)
    assert found["T"] == "unsupported: its only support is [X], and [U] undercuts the inference from [X]"
    assert found["Z"] == "unsupported: its only support is [X] and [Y] together, and [Y] does not stand"
    assert why(text, "u")["T"].startswith("stands")


def test_an_inference_without_premises() -> None:
    claims = (MapClaim(id="a"), MapClaim(id="b"), MapClaim(id="c"))
    relations = (
        Relation(id="r1", kind="support", premises=(), target="a"),
        Relation(id="r2", kind="attack", premises=(), target="b"),
        Relation(id="r3", kind="support", premises=("a",), target="c"),
        Relation(id="r4", kind="undercut", premises=(), target="r3"),
    )
    found = {claim.id: claim.why for claim in evaluate(ArgumentMap(claims=claims, relations=relations)).claims}
    assert found == {
        "a": "stands: supported by an inference without premises, and nothing attacks it",
        "b": "refuted: an inference without premises attacks it and stands",
        "c": "unsupported: its only support is [a], and an inference without premises undercuts the inference from [a]",
    }


def test_sources_are_listed_with_what_they_topple() -> None:
    argument_map = load_map(
        b'[T]\n  + [X] {cite: "@a"}\n  + [Y] {cite: "@b; @a"}\n\n[Z] {cite: "@new"}\n',
        "map.argdown",
        (Source(id="b", type="book"), Source(id="unused", type="book"), Source(id="a", type="book")),
    )
    found = evaluate(argument_map)
    assert [(effect.id, effect.topples) for effect in found.sources] == [("b", ()), ("a", ("X",)), ("new", ("Z",))]
    later = evaluate(argument_map, ["b"])
    assert [(effect.id, effect.topples) for effect in later.sources] == [
        ("b", ()),
        ("a", ("T", "X", "Y")),
        ("new", ("Z",)),
    ]
    assert evaluate(argument_map, ["unused"]).rejected == ("unused",)


def test_bad_use() -> None:
    argument_map = load_map(b'[X] {cite: "@weathersby2002"}\n', "map.argdown")
    with pytest.raises(UnknownNameError, match="Did you mean weathersby2002"):
        evaluate(argument_map, ["weathersby2020"])
    lost = ArgumentMap(
        claims=(MapClaim(id="a"),), relations=(Relation(id="r1", kind="support", premises=("b",), target="a"),)
    )
    with pytest.raises(UnknownNameError, match="claim"):
        evaluate(lost)
    assert evaluate(ArgumentMap()) == Evaluation()


class Facts:
    """What the reasons' sentences claim, looked up in the map and the statuses."""

    def __init__(self, argument_map: ArgumentMap, found: Evaluation) -> None:
        self.map = answered(argument_map)
        self.found = found

    def status(self, claim: str) -> str:
        """The status of a claim."""
        return self.found.status_of[claim].status

    def bearing(self, kind: str, target: str) -> list[Relation]:
        """The relations of a kind with that target."""
        return [relation for relation in self.map.relations if (relation.kind, relation.target) == (kind, target)]

    def stands(self, relation: Relation) -> bool:
        """Whether an inference stands, by the definition."""
        cut = any(self.stands_undercut(other) for other in self.bearing("undercut", relation.id))
        return not cut and self.stands_undercut(relation)

    def stands_undercut(self, relation: Relation) -> bool:
        """Whether all premises of a relation stand, and a source that vouches for it if any do."""
        cited = {citation.source for citation in relation.citations}
        if cited and cited <= set(self.found.rejected):
            return False
        return all(self.status(premise) == "in" for premise in relation.premises)

    def cited(self, claim: str) -> list[str]:
        """The sources that a claim cites."""
        return list(dict.fromkeys(citation.source for citation in self.map.claim_of[claim].citations))

    def supporters(self, claim: str) -> list[tuple[str, ...]]:
        """The premises of each support of a claim."""
        return [tuple(dict.fromkeys(relation.premises)) for relation in self.bearing("support", claim)]

    def check(self, claim: ClaimStatus) -> None:  # noqa: C901 - one branch a form of sentence
        """Hold a reason against the map."""
        named = re.findall(r"\[([^]]+)\]", claim.why)
        said = claim.why.partition(": ")[2]
        attackers = [tuple(dict.fromkeys(r.premises)) for r in self.bearing("attack", claim.id)]
        standing = [source for source in self.cited(claim.id) if source not in self.found.rejected]
        assert ("nothing attacks it" in said) == (claim.status == "in" and not attackers)
        if said.startswith("it cites only"):
            assert not self.supporters(claim.id)
            assert self.cited(claim.id)
            assert not standing
        elif said.startswith("it cites"):
            assert standing[0] in said
        elif said.startswith("supported by"):
            assert tuple(named) in self.supporters(claim.id) or claim.status == "undecided"
            assert {self.status(name) for name in named} <= ({"in"} if claim.status == "in" else {"in", "undecided"})
        elif claim.label == "refuted":
            assert any(set(named) == set(one) for one in attackers)
            assert {self.status(name) for name in named} == {"in"}
        elif said == "it has neither support nor source":
            assert not self.supporters(claim.id) + self.cited(claim.id)
        elif "its only support is" in said:
            assert len(self.bearing("support", claim.id)) == 1
            assert not self.cited(claim.id)
            assert not any(self.stands(one) for one in self.bearing("support", claim.id))
        elif said.startswith(("none of its", "neither of its")):
            assert int(said.split()[3]) == len(self.bearing("support", claim.id)) + len(self.cited(claim.id))
        elif "attack each other" in said:
            assert (named[0],) in attackers
            assert self.status(named[0]) == "undecided"
        elif "attacks it, and" in said or "attack it, and" in said:
            assert any(set(one) <= set(named) for one in attackers)
        elif said == "it attacks itself":
            assert (claim.id,) in attackers
        else:
            assert claim.label == "circular", claim.why


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(random_maps(), st.lists(st.sampled_from(SOURCES), unique=True))
def test_reasons_are_true(argument_map: ArgumentMap, wanted: list[str]) -> None:
    cited = sources_of(argument_map)
    found = evaluate(argument_map, [source for source in wanted if source in cited])
    before = evaluate(argument_map)
    facts = Facts(argument_map, found)
    for claim in found.claims:
        assert {"stands": "in", "contested": "undecided"}.get(claim.label, "out") == claim.status
        falls = claim.why.startswith("falls: ")
        assert claim.why.startswith(f"{claim.label}: ") or (falls and claim.label == "unsupported")
        assert not falls or before.status_of[claim.id].status == "in"
        facts.check(claim)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(random_maps())
def test_circular_is_what_one_more_source_would_let_support_itself(argument_map: ArgumentMap) -> None:
    """A circular claim: if it stood for a moment, a support of it would stand or be contested by that alone."""
    found = evaluate(argument_map)
    for claim in found.claims:
        if claim.label != "circular":
            continue
        assert not any(Facts(argument_map, found).stands(r) for r in argument_map.relations if r.target == claim.id)
        assert _reaches_itself(argument_map, found, claim.id)


def _reaches_itself(argument_map: ArgumentMap, found: Evaluation, start: str) -> bool:
    """Whether supports among claims that are out lead from a claim back to it."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        claim = waiting.pop()
        supported = {r.target for r in argument_map.relations if r.kind == "support" and claim in r.premises} - seen
        out = {target for target in supported if found.status_of[target].status == "out"}
        seen |= out
        waiting += out
    return start in seen
