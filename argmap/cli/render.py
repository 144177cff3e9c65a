"""`argmap render`."""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli.terminal import AnyPath, progress, warn


class PictureFormat(StrEnum):
    """What `render` writes."""

    svg = "svg"
    pdf = "pdf"
    png = "png"
    dot = "dot"
    html = "html"


class Theme(StrEnum):
    """Colours of a drawn map."""

    light = "light"
    dark = "dark"
    print = "print"


def render(
    path: AnyPath,
    out: Annotated[str, typer.Option("--output", "-o", metavar="OUT", help="OUT.svg, .pdf, .png, .dot or .html; '-'.")],
    reject: Annotated[list[str] | None, typer.Option("--reject", metavar="SOURCE", help="Do without it.")] = None,
    theme: Annotated[Theme, typer.Option(help="Colours.")] = Theme.light,
    output: Annotated[PictureFormat | None, typer.Option("--format", "-f", help="If OUT does not say it.")] = None,
) -> None:
    """Draw the map of a case, of a map file, or the draft map of an essay.

    Example: `argmap render claims/korea-1950 -o korea.svg`
    """
    from argmap import show
    from argmap.files import write_bytes
    from argmap.pipeline import picture, picture_format
    from argmap.workspace import open_seminar, unread_parts

    form = picture_format(out, output and output.value)
    with progress(path) as step:
        seminar = open_seminar(path, step)
        step("drawing")
        data = picture(seminar.map, form, reject or (), theme.value)
    warn(show.not_read(path, unread_parts(seminar)))
    write_bytes(out, data)
