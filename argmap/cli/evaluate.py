"""`argmap evaluate`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from argmap.cli.positions import MethodName, ModeName, SemanticsName, open_subject, show_positions, show_strengths
from argmap.cli.terminal import say

if TYPE_CHECKING:
    from argmap.evaluate import WhatIf
    from argmap.model import ArgumentMap

BUDGET = 60.0
"""Seconds, if nothing else is said."""
_BOTH = "--enumerate with --accept"


class EvaluateFormat(StrEnum):
    """What `evaluate` prints."""

    text = "text"
    json = "json"


def evaluate(
    path: Annotated[
        str,
        typer.Argument(
            metavar="MAP",
            help="A map, a case folder, or an abstract framework (.apx, .tgf, .af, .dl); '-' is standard input.",
        ),
    ],
    *,
    reject: Annotated[
        list[str] | None, typer.Option("--reject", metavar="SOURCE", help="Do without this source. May be repeated.")
    ] = None,
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
        SemanticsName | None, typer.Option("--semantics", help="What can be held together: one position under it.")
    ] = None,
    enumerate_all: Annotated[bool, typer.Option("--enumerate", help="All positions, not one.")] = False,
    accept: Annotated[
        str | None, typer.Option("--accept", metavar="CLAIM", help="Whether it stands in every position, or in some.")
    ] = None,
    mode: Annotated[
        ModeName, typer.Option("--mode", help="With --accept: in every position, or in some.")
    ] = ModeName.sceptical,
    budget: Annotated[
        float,
        typer.Option("--budget", metavar="SECONDS", min=0, help="After so long the answer is partial, and says so."),
    ] = BUDGET,
    strengths: Annotated[
        MethodName | None, typer.Option("--strengths", help="How strong the claims are, which is not their status.")
    ] = None,
    output: Annotated[EvaluateFormat, typer.Option("--format", "-f")] = EvaluateFormat.text,
) -> None:
    """What stands, what falls, and why; what can be held together; how strong it is.

    Examples:
    - `argmap evaluate claims/korea-1950 --reject bajanov-ms`
    - `argmap evaluate claims/korea-1950 --minimal-sets "Stalin's veto"`
    - `argmap evaluate claims/korea-1950 --accept "No freedom to refuse" --mode credulous`
    - `argmap evaluate conflict.apx --semantics preferred --enumerate --format json`
    """
    of_statuses = {
        "--what-falls": what_falls,
        "--robustness": robustness,
        "--minimal-sets": minimal_sets,
        "--prove": prove,
    }
    of_positions = {"--semantics": semantics, "--enumerate": enumerate_all, "--accept": accept is not None}
    _refuse_two_questions(of_statuses, of_positions, {"--strengths": strengths})
    if enumerate_all and accept is not None:
        raise typer.BadParameter(
            "all positions, or one question about them: leave one of the two out", param_hint=_BOTH
        )
    from argmap.evaluate.positions import Framework

    subject = open_subject(path)
    as_json = output == EvaluateFormat.json
    if strengths:
        show_strengths(subject, strengths, reject or [], json=as_json)
    elif isinstance(subject, Framework) or any(of_positions.values()):
        if isinstance(subject, Framework):
            _refuse_for_framework(of_statuses)
        show_positions(
            subject,
            semantics or SemanticsName("preferred" if enumerate_all or accept is not None else "grounded"),
            reject or [],
            every=enumerate_all,
            accept=accept,
            mode=mode,
            budget=budget,
            json=as_json,
        )
    else:
        questions = Questions(what_falls, None if robustness else minimal_sets or [], prove or [], budget)
        _show_statuses(subject, reject or [], questions, as_json=as_json)


class Questions(NamedTuple):
    """What is asked beside the statuses; `toppling` None asks for all claims."""

    what_falls: bool
    toppling: list[str] | None
    prove: list[str]
    budget: float


def _refuse_two_questions(*groups: Mapping[str, object]) -> None:
    asked = [next(name for name, given in group.items() if given) for group in groups if any(group.values())]
    if len(asked) > 1:
        raise typer.BadParameter("they are answered one at a time", param_hint=f"{asked[0]} with {asked[1]}")


def _refuse_for_framework(asked: Mapping[str, object]) -> None:
    for name, given in asked.items():
        if given:
            raise typer.BadParameter("an abstract framework has no sources: give a map", param_hint=name)


def _show_statuses(argument_map: ArgumentMap, reject: list[str], questions: Questions, *, as_json: bool) -> None:
    from argmap.evaluate import WhatIf, evaluation_table

    what_if = WhatIf(argument_map)
    before = what_if.labels
    what_if.reject(reject)
    answers = _answers(what_if, questions)
    if as_json:
        found = what_if.evaluation().model_dump(mode="json")
        found |= {"holds_otherwise": what_if.holds_otherwise()} if reject else {}
        say(json.dumps(found | {name: value for name, (value, _) in answers.items()}, indent=2, ensure_ascii=False))
    elif answers:
        say("\n\n".join(text for _, text in answers.values()))
    else:
        say(evaluation_table(what_if.evaluation(), before, what_if.holds_otherwise()))


def _answers(what_if: WhatIf, questions: Questions) -> dict[str, tuple[object, str]]:
    """What was asked beside the statuses: as JSON, and in words."""
    from argmap.evaluate import proof_table, robustness_table, sensitivity_table

    answers: dict[str, tuple[object, str]] = {}
    if questions.what_falls:
        effects = what_if.sensitivity(budget=questions.budget)
        answers["sensitivity"] = effects.model_dump(mode="json"), sensitivity_table(effects)
    if questions.toppling or questions.toppling is None:
        sets = what_if.minimal_sets(questions.toppling, budget=questions.budget)
        answers["robustness"] = [one.model_dump(mode="json") for one in sets], robustness_table(sets)
    if questions.prove:
        proofs = [what_if.proof(claim) for claim in questions.prove]
        answers["proofs"] = [one.model_dump(mode="json") for one in proofs], "\n\n".join(map(proof_table, proofs))
    return answers
