"""`argmap diff`."""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli.render import Theme, note
from argmap.cli.terminal import Pipeline, progress, say


class DiffFormat(StrEnum):
    """What `diff` prints."""

    text = "text"
    json = "json"


def diff(
    first: Annotated[str, typer.Argument(metavar="A", help="The earlier essay, map or case.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The later one.")],
    *,
    output: Annotated[DiffFormat, typer.Option("--format", "-f", help="What is printed.")] = DiffFormat.text,
    out: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="OUT", help="Both maps on one drawing: OUT.svg, .pdf, .png, .dot, .html."
        ),
    ] = None,
    theme: Annotated[Theme, typer.Option(help="Colours of the drawing.")] = Theme.light,
    _pipeline: Pipeline = None,
) -> None:
    """What changed in an argument between two drafts of an essay, or between two maps. Exit 1 if anything did.

    Examples: `argmap diff draft1.docx draft2.docx`, `argmap diff old.argdown new.argdown -o changes.svg`
    """
    from argmap import show
    from argmap.compare import Comparison
    from argmap.files import write_bytes
    from argmap.pipeline import picture_format
    from argmap.workspace import open_argument

    form = picture_format(out) if out else None
    with progress(f"{first} and {second}", 8) as step:
        comparison = Comparison(open_argument(first, step), open_argument(second, step))
        found = comparison.difference
        drawn = comparison.picture(form, theme.value, say=note) if form else b""
    if out:
        write_bytes(out, drawn)
    if out != "-":
        say(found.model_dump_json(indent=2) if output == DiffFormat.json else show.difference(found))
    raise typer.Exit(bool(found.claims or found.relations or found.sources_gained or found.sources_lost))
