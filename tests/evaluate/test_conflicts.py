"""Claim against claim: which attacks are answered, and what weights decide."""

import pytest

from argmap.convert import load_map
from argmap.evaluate import Reading, evaluate
from argmap.model import ArgumentMap, Citation, Form, MapClaim, Relation, RelationKind


def labels(argument_map: ArgumentMap, **reading: str) -> dict[str, str]:
    found = evaluate(argument_map, reading=Reading(**reading))  # type: ignore[arg-type] # checked by its types
    return {claim.id: claim.label for claim in found.claims}


def claim(name: str, *sources: str, weight: float | None = None, form: Form = "statement") -> MapClaim:
    return MapClaim(id=name, citations=tuple(Citation(source=one) for one in sources), weight=weight, form=form)


def relation(kind: RelationKind, target: str, *premises: str, name: str = "", weight: float | None = None) -> Relation:
    return Relation(
        id=name or f"{kind}-{'-'.join(premises)}-{target}", kind=kind, premises=premises, target=target, weight=weight
    )


def two_views(
    first: float | None = None, second: float | None = None, attack: float | None = None, form: Form = "statement"
) -> ArgumentMap:
    return ArgumentMap(
        claims=(claim("A", weight=first, form=form), claim("B", weight=second), claim("E", "e"), claim("F", "f")),
        relations=(
            relation("support", "A", "E"),
            relation("support", "B", "F"),
            relation("attack", "B", "A", weight=attack),
        ),
    )


def test_claim_against_claim_is_contested() -> None:
    found = evaluate(two_views())
    assert found.status_of["A"].why == "contested: it and [B] attack each other and nothing decides"
    assert found.status_of["B"].why == "contested: it and [A] attack each other and nothing decides"
    assert labels(two_views(), conflict="directed") == dict.fromkeys("AEF", "stands") | {"B": "refuted"}


def test_what_has_nothing_to_stand_on_does_not_answer() -> None:
    without = evaluate(two_views(), ["f"])
    assert (without.status_of["A"].label, without.status_of["B"].label) == ("stands", "unsupported")
    other = evaluate(two_views(), ["e"])
    assert (other.status_of["A"].label, other.status_of["B"].label) == ("unsupported", "stands")


def test_evidence_answers_a_claim_and_not_the_other_way_round() -> None:
    text = b'[View]\n  + [Reason] {cite: "@r"}\n  - [Witness] {cite: "@w"}\n'
    assert labels(load_map(text, "map.argdown"))["View"] == "refuted"
    backed = b'[View]\n  + [Reason] {cite: "@r"}\n  - [Witness] {cite: "@w"}\n    + [Other] {cite: "@o"}\n'
    assert labels(load_map(backed, "map.argdown"))["View"] == "refuted", "support never hurts the witness"


def test_a_view_against_evidence_is_a_conflict() -> None:
    text = b'[Witness] {cite: "@w"}\n  - [Doubt]\n    + [Reason] {cite: "@r"}\n'
    found = labels(load_map(text, "map.argdown"))
    assert (found["Witness"], found["Doubt"]) == ("contested", "contested")


def test_an_argument_is_not_answered() -> None:
    found = labels(two_views(form="argument"))
    assert (found["A"], found["B"]) == ("stands", "refuted")


@pytest.mark.parametrize(
    ("first", "second", "attack", "expected"),
    [
        (0.8, 0.3, None, ("stands", "refuted")),
        (0.3, 0.8, None, ("refuted", "stands")),
        (0.5, 0.5, None, ("contested", "contested")),
        (0.8, None, None, ("contested", "contested")),
        (None, 0.3, 0.9, ("stands", "refuted")),
        (0.9, 0.3, 0.1, ("refuted", "stands")),
    ],
)
def test_weights_decide(
    first: float | None, second: float | None, attack: float | None, expected: tuple[str, str]
) -> None:
    found = labels(two_views(first, second, attack))
    assert (found["A"], found["B"]) == expected


def test_a_joint_attack_is_answered_as_an_inference() -> None:
    views = ArgumentMap(
        claims=(claim("A"), claim("B", "b"), claim("C"), claim("E", "e"), claim("F", "f")),
        relations=(relation("support", "A", "E"), relation("support", "C", "F"), relation("attack", "C", "A", "B")),
    )
    assert labels(views) == {"A": "stands", "B": "stands", "C": "contested", "E": "stands", "F": "stands"}


def test_an_undercut_silences_the_answer_too() -> None:
    views = two_views()
    cut = relation("undercut", "attack-A-B", "U")
    silenced = views.model_copy(
        update={"claims": (*views.claims, claim("U", "u")), "relations": (*views.relations, cut)}
    )
    assert labels(silenced) == dict.fromkeys("ABEFU", "stands")


def test_two_attacks_are_one_conflict() -> None:
    views = two_views()
    both = views.model_copy(update={"relations": (*views.relations, relation("attack", "A", "B"))})
    assert labels(both) == labels(views)
