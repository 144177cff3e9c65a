"""`argmap evaluate`."""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli.terminal import MapPath, say, warn


class EvaluateFormat(StrEnum):
    """What `evaluate` prints."""

    text = "text"
    json = "json"


def evaluate(
    path: MapPath,
    reject: Annotated[list[str] | None, typer.Option("--reject", metavar="SOURCE", help="Do without it.")] = None,
    output: Annotated[EvaluateFormat, typer.Option("--format", "-f")] = EvaluateFormat.text,
) -> None:
    """What stands, what falls, and why.

    Example: `argmap evaluate claims/korea-1950 --reject bajanov-ms`
    """
    from argmap import show
    from argmap.evaluate import evaluate as evaluate_map
    from argmap.workspace import open_map

    argument_map = open_map(path)
    evaluation = evaluate_map(argument_map, reject or ())
    warn(show.not_read(path, argument_map.losses))
    say(evaluation.model_dump_json(indent=2) if output == EvaluateFormat.json else show.evaluation(evaluation))
