"""The samples of Carneades 4 with their expected labels; support in circles is the one difference.

The translation is our own, and small: an argument is a support; for another position of the same issue it is an attack as
well, and positions must meet the preponderance; an assumption is a claim that cites a source. Arguments that Carneades
itself would generate or weigh (schemes, weighing functions) are not translated, so that those files are left out.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from argmap.evaluate import Reading, evaluate
from argmap.model import ArgumentMap, Citation, MapClaim, Relation

PLAIN = (
    "dung-reinstatement",
    "even-loop",
    "independent-support-loop",
    "jogging2",
    "linked-convergent",
    "paraconsistency",
    "prakken-sartor-murder",
    "self-defeat",
    "snake",
    "tandem",
    "trivial",
    "unreliable-witness",
    "unsupported2",
)
CIRCULAR = ("even-loop", "self-defeat", "unsupported2")


def translated(document: dict[str, Any]) -> ArgumentMap:
    statements = document["statements"]
    assumed = {*document.get("assumptions", ())}
    assumed |= {name for name, body in statements.items() if isinstance(body, dict) and body.get("assumed")}
    issues = [issue["positions"] for issue in document.get("issues", {}).values()]
    if "negation" in document.get("issue_schemes", {}):
        issues += [[name, f"¬{name}"] for name in statements if f"¬{name}" in statements]
    rivals = {one: {*positions} - {one} for positions in issues for one in positions}
    claims = tuple(
        MapClaim(
            id=name,
            citations=(Citation(source="given"),) if name in assumed else (),
            standard="preponderance" if name in rivals and name not in assumed else None,
        )
        for name in statements
    )
    relations: list[Relation] = []
    for argument in (document.get("arguments") or {}).values():
        premises = tuple(argument.get("premises") or ())
        joint = [(premise,) for premise in premises] if argument.get("scheme") == "convergent" else [premises]
        targets = [("support", argument["conclusion"])]
        targets += [
            ("attack", rival) for rival in sorted(rivals.get(argument["conclusion"], ())) if rival not in assumed
        ]
        for one in joint:
            for kind, target in targets:
                number = len(relations)
                parts = {"id": f"r{number}", "kind": kind, "premises": one, "target": target, "weight": 1.0}
                relations.append(Relation.model_validate(parts))
                if "undercutter" in argument:
                    cut = {"kind": "undercut", "premises": (argument["undercutter"],), "target": f"r{number}"}
                    relations.append(Relation.model_validate({"id": f"u{number}", **cut}))
    return ArgumentMap(claims=claims, relations=tuple(relations))


def labels(path: Path, reading: Reading) -> tuple[dict[str, str], dict[str, str]]:
    """The labels found, and those expected."""
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    expected = {name: label for label, names in document["tests"].items() for name in names}
    found = evaluate(translated(document), reading=reading)
    return {claim.id: claim.status for claim in found.claims if claim.id in expected}, expected


@pytest.mark.parametrize("name", PLAIN)
def test_expected_labels(data: Path, name: str) -> None:
    found, expected = labels(
        data / "interchange" / "carneades-yaml" / f"{name}.yml", Reading(circular="undecided", conflict="directed")
    )
    assert found == expected


@pytest.mark.parametrize("name", PLAIN)
def test_only_circles_differ_by_default(data: Path, name: str) -> None:
    found, expected = labels(data / "interchange" / "carneades-yaml" / f"{name}.yml", Reading(conflict="directed"))
    assert (found == expected) == (name not in CIRCULAR)


def test_a_circle_on_a_text_of_our_own() -> None:
    document = yaml.safe_load("statements: {p: P, q: Q}\narguments:\n  a: {conclusion: q, premises: [p]}\n")
    document["arguments"]["b"] = {"conclusion": "p", "premises": ["q"]}
    made = translated(document)
    assert {claim.label for claim in evaluate(made).claims} == {"circular"}
    assert {claim.label for claim in evaluate(made, reading=Reading(circular="undecided")).claims} == {"contested"}
