"""Against clingo: what the well-founded model decides holds in every stable model, and a total one is the only one."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.evaluate import WhatIf
from argmap.model import ArgumentMap
from tests.evaluate.oracle import answered, random_maps

clingo = pytest.importorskip("clingo")


def program(drawn: ArgumentMap) -> str:
    """The map as rules: st(x) is "the claim or relation x stands"."""
    argument_map = answered(drawn)
    against: dict[str, list[str]] = {}
    for relation in argument_map.relations:
        if relation.kind != "support":
            against.setdefault(relation.target, []).append(relation.id)
    rules = []
    for relation in argument_map.relations:
        body = [f'st("{one}")' for one in relation.premises]
        body += [f'not st("{one}")' for one in against.get(relation.id, ())]
        rules.append(f'st("{relation.id}") :- {", ".join(body)}.')  # nothing is rejected: all that cite are vouched for
    for claim in argument_map.claims:
        calm = "".join(f', not st("{one}")' for one in against.get(claim.id, ()))
        grounds = ["#true" for _ in claim.citations]
        grounds += [f'st("{r.id}")' for r in argument_map.relations if (r.kind, r.target) == ("support", claim.id)]
        rules += [f'st("{claim.id}") :- {ground}{calm}.' for ground in grounds]
    return "\n".join(rules)


def stable_models(text: str) -> list[set[str]]:
    control: Any = clingo.Control(["0", "--warn=none"])
    control.add("base", [], text)
    control.ground([("base", [])])
    models: list[set[str]] = []
    control.solve(on_model=lambda model: models.append({s.arguments[0].string for s in model.symbols(atoms=True)}))
    return models


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(random_maps(most=9))
def test_stable_models_agree(argument_map: ArgumentMap) -> None:
    status = WhatIf(argument_map).statuses
    models = stable_models(program(argument_map))
    for model in models:
        for claim, found in status.items():
            assert found == "undecided" or (found == "in") == (claim in model)
    if "undecided" not in status.values():
        names = set(status)
        assert {frozenset(model & names) for model in models} <= {frozenset(n for n in names if status[n] == "in")}
