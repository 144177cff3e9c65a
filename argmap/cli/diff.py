"""`argmap diff`."""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli.terminal import progress, say


class DiffFormat(StrEnum):
    """What `diff` prints."""

    text = "text"
    json = "json"


def diff(
    first: Annotated[str, typer.Argument(metavar="A", help="The earlier essay, map or case.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The later one.")],
    output: Annotated[DiffFormat, typer.Option("--format", "-f")] = DiffFormat.text,
) -> None:
    """What changed in an argument between two drafts of an essay, or between two maps. Exit 1 if anything did.

    Examples: `argmap diff draft1.docx draft2.docx`, `argmap diff old.argdown new.argdown`
    """
    from argmap import show
    from argmap.pipeline import compared
    from argmap.workspace import open_seminar

    with progress(f"{first} and {second}", 8) as step:
        found = compared(open_seminar(first, step), open_seminar(second, step))
    say(found.model_dump_json(indent=2) if output == DiffFormat.json else show.difference(found))
    raise typer.Exit(bool(found.claims or found.relations or found.sources_gained or found.sources_lost))
