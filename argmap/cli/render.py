"""`argmap render`."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.terminal import AnyPath, Pipeline, progress, warn

if TYPE_CHECKING:
    from argmap.render import Picture
    from argmap.render import View as Wanted


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


class View(StrEnum):
    """What is drawn of a map."""

    map = "map"
    timeline = "timeline"
    sources = "sources"


def render(
    path: AnyPath,
    *,
    out: Annotated[str, typer.Option("--output", "-o", metavar="OUT", help="OUT.svg, .pdf, .png, .dot or .html; '-'.")],
    reject: Annotated[list[str] | None, typer.Option("--reject", metavar="SOURCE", help="Do without it.")] = None,
    theme: Annotated[Theme, typer.Option(help="Colours.")] = Theme.light,
    output: Annotated[PictureFormat | None, typer.Option("--format", "-f", help="If OUT does not say it.")] = None,
    view: Annotated[View, typer.Option(help="The map, a timeline, or what rests on which source.")] = View.map,
    focus: Annotated[str | None, typer.Option(metavar="CLAIM", help="Only what is near this claim.")] = None,
    depth: Annotated[int, typer.Option(min=0, max=100, help="How many inferences from it, at most.")] = 2,
    section: Annotated[str | None, typer.Option(metavar="NAME", help="Only what stands below this heading.")] = None,
    collapse: Annotated[bool, typer.Option("--collapse", help="Sections as single boxes: an overview.")] = False,
    all_of_it: Annotated[bool, typer.Option("--whole", help="All on one picture, however large.")] = False,
    handout: Annotated[bool, typer.Option("--handout", help="A PDF to hand out: map, claims, bibliography.")] = False,
    _pipeline: Pipeline = None,
) -> None:
    """Draw the map of a case, of a map file, or the draft map of an essay.

    Examples: `argmap render claims/korea-1950 -o korea.svg`, `… --section China`, `… -o handout.pdf --handout`
    """
    from argmap.files import write_bytes
    from argmap.pipeline import picture_format
    from argmap.render import View as Wanted

    chosen = {
        "--focus": focus,
        "--section": section,
        "--collapse": collapse,
        "--handout": handout,
        "--whole": all_of_it,
    }
    _refuse_together(name for name, given in chosen.items() if given)
    if view != View.map:
        _refuse_together(["--view", *(name for name in ("--collapse", "--handout", "--whole") if chosen[name])])
    form = picture_format(out, output and output.value)
    if handout and form != "pdf":
        raise typer.BadParameter("a handout is a PDF: name a .pdf file", param_hint="--handout")
    wanted = None if handout else Wanted(view.value, focus, depth, section, collapse, all_of_it)
    write_bytes(out, _drawn(path, form, wanted, reject or (), theme))


def _drawn(path: str, form: "Picture", view: "Wanted | None", reject: Iterable[str], theme: Theme) -> bytes:
    """The file to write, with progress and remarks on standard error; a handout if no view is given."""
    from argmap import pipeline, show
    from argmap.workspace import open_argument, unread_parts

    with progress(path) as step:
        seminar = open_argument(path, step)
        step("drawing")
        if view is None:
            data = pipeline.handout(seminar, reject, say=note)
        else:
            data = pipeline.picture(seminar.map, form, reject, theme.value, view=view, say=note)
    warn(show.not_read(path, unread_parts(seminar)))
    return data


def note(told: str) -> None:
    """Print a remark of the drawing on standard error."""
    warn(f"argmap: {told}.")


def _refuse_together(given: Iterable[str]) -> None:
    names = " and ".join(given)
    if " and " in names:
        message = f"{names} cannot be used together: choose one"
        raise typer.BadParameter(message)
