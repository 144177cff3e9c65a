"""`argmap schema`."""

from typing import Annotated

import typer

from argmap.cli.terminal import say


def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="read, extract, cite, check, evaluate, map.")
    ] = None,
) -> None:
    """The JSON Schema of what the commands print."""
    import json

    from argmap.schema import json_schema

    say(json.dumps(json_schema(name), indent=2, ensure_ascii=False))
