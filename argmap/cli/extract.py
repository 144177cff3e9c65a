"""`argmap extract`."""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli.terminal import Essay, Pipeline, analyse, say, warn


class ExtractFormat(StrEnum):
    """What `extract` prints."""

    json = "json"
    text = "text"
    argdown = "argdown"


def extract(
    essay: Essay,
    output: Annotated[ExtractFormat, typer.Option("--format", "-f")] = ExtractFormat.json,
    _pipeline: Pipeline = None,
) -> None:
    """Claims of an essay with their kind, support and notes; `argdown` drafts a map to edit.

    Example: `argmap extract essay.md --format argdown > draft.argdown`
    """
    from argmap import show

    text = analyse(essay)
    if output == ExtractFormat.json:
        say(text.extraction.model_dump_json(indent=2))
    elif output == ExtractFormat.text:
        say(show.extraction(text.extraction))
    else:
        from argmap.convert import dump_map
        from argmap.pipeline import seminar_of_text

        written, losses = dump_map(seminar_of_text(text).map, "argdown")
        warn(show.losses(losses))
        say(written)
