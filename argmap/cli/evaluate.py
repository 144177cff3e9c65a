"""`argmap evaluate`."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.positions import (
    BUDGET,
    MethodName,
    ModeName,
    SemanticsName,
    is_named_framework,
    show_positions,
    show_strengths,
)
from argmap.cli.terminal import MapPath, say, warn

if TYPE_CHECKING:
    from argmap.evaluate import WhatIf


class EvaluateFormat(StrEnum):
    """What `evaluate` prints."""

    text = "text"
    json = "json"


def evaluate(
    path: MapPath,
    *,
    reject: Annotated[list[str] | None, typer.Option("--reject", metavar="SOURCE", help="Do without it.")] = None,
    what_falls: Annotated[
        bool, typer.Option("--what-falls", help="What any one source, note or claim less would change.")
    ] = False,
    robustness: Annotated[
        bool, typer.Option("--robustness", help="How many sources must fall for each claim to fall, and which.")
    ] = False,
    minimal_sets: Annotated[
        list[str] | None, typer.Option("--minimal-sets", metavar="CLAIM", help="The same for this claim only.")
    ] = None,
    prove: Annotated[
        list[str] | None, typer.Option("--prove", metavar="CLAIM", help="The part of the map its status rests on.")
    ] = None,
    semantics: Annotated[
        SemanticsName | None,
        typer.Option("--semantics", help="Positions under it; also of .apx, .tgf, .af and .dl files."),
    ] = None,
    enumerate_all: Annotated[bool, typer.Option("--enumerate", help="All positions, not one.")] = False,
    accept: Annotated[
        str | None, typer.Option("--accept", metavar="CLAIM", help="Whether it stands in some, or every, position.")
    ] = None,
    mode: Annotated[
        ModeName, typer.Option("--mode", help="With --accept: every position, or some.")
    ] = ModeName.sceptical,
    budget: Annotated[
        float,
        typer.Option(
            "--budget", metavar="SECONDS", min=0, help="Then what was found is printed, and said to be partial."
        ),
    ] = BUDGET,
    strengths: Annotated[
        MethodName | None, typer.Option("--strengths", help="How strong the claims are; says nothing of their status.")
    ] = None,
    output: Annotated[EvaluateFormat, typer.Option("--format", "-f")] = EvaluateFormat.text,
) -> None:
    """What stands, what falls, and why.

    Example: `argmap evaluate claims/korea-1950 --reject bajanov-ms`
    Example: `argmap evaluate claims/korea-1950 --minimal-sets "Stalin's veto"`
    Example: `argmap evaluate conflict.apx --semantics preferred --enumerate --format json`
    """
    as_json = output == EvaluateFormat.json
    if strengths:
        show_strengths(path, strengths, reject or [], json=as_json)
        return
    if semantics or enumerate_all or accept is not None or is_named_framework(path):
        chosen = semantics or SemanticsName("preferred" if enumerate_all or accept is not None else "grounded")
        show_positions(
            path, chosen, reject or [], every=enumerate_all, accept=accept, mode=mode, budget=budget, json=as_json
        )
        return
    from argmap import show
    from argmap.evaluate import WhatIf
    from argmap.workspace import open_map

    argument_map = open_map(path)
    what_if = WhatIf(argument_map, reject or ())
    more: dict[str, tuple[object, str]] = {}
    if what_falls:
        more["sensitivity"] = _what_falls(what_if)
    if robustness or minimal_sets:
        more["robustness"] = _robustness(what_if, None if robustness else minimal_sets)
    if prove:
        more["proofs"] = _proofs(what_if, prove)
    warn(show.not_read(path, argument_map.losses))
    evaluation = what_if.evaluation()
    if output == EvaluateFormat.json:
        found = evaluation.model_dump(mode="json") | {name: value for name, (value, _) in more.items()}
        say(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        say("\n\n".join(text for _, text in more.values()) if more else show.evaluation(evaluation))


def _what_falls(what_if: WhatIf) -> tuple[object, str]:
    from argmap.evaluate import sensitivity_table

    found = what_if.sensitivity()
    return found.model_dump(mode="json"), sensitivity_table(found)


def _robustness(what_if: WhatIf, claims: list[str] | None) -> tuple[object, str]:
    from argmap.evaluate import robustness_table

    found = what_if.minimal_sets(claims)
    return [one.model_dump(mode="json") for one in found], robustness_table(found)


def _proofs(what_if: WhatIf, claims: list[str]) -> tuple[object, str]:
    from argmap.evaluate import proof_table

    found = [what_if.proof(claim) for claim in claims]
    return [one.model_dump(mode="json") for one in found], "\n\n".join(map(proof_table, found))
