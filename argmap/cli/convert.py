"""`argmap convert`."""

from typing import Annotated

import typer

from argmap.cli.terminal import warn


def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help="A map or a case folder; '-' is standard input.")],
    target: Annotated[str, typer.Argument(metavar="OUT", help="The file to write; '-' is standard output.")],
    source_format: Annotated[str | None, typer.Option("--from", help="If content and suffix do not say it.")] = None,
    target_format: Annotated[str | None, typer.Option("--to", help="If OUT's suffix does not say it.")] = None,
) -> None:
    """Write a map in another format; what the format cannot carry is listed on standard error.

    Example: `argmap convert map.argdown map.graphml`
    """
    from argmap import show
    from argmap.files import write_bytes
    from argmap.pipeline import converted
    from argmap.workspace import open_map

    argument_map = open_map(source, source_format)
    data, losses = converted(argument_map, target, target_format)
    warn(show.not_read(source, argument_map.losses))
    warn(show.losses(losses))
    write_bytes(target, data)
