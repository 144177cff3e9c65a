"""`argmap anchor`."""

from typing import Annotated

import typer

from argmap.cli.terminal import Pipeline, analyse, say, warn


def anchor(
    case: Annotated[str, typer.Argument(metavar="CASE", help="A case folder with an anchors.json.")],
    essay: Annotated[str | None, typer.Option(metavar="FILE", help="The essay that the anchors belong to.")] = None,
    _pipeline: Pipeline = None,
) -> None:
    """Renew a case's anchors after its brief (or the essay) was edited; says which are lost.

    Example: `argmap anchor claims/korea-1950 --essay essay.docx`
    """
    from argmap.files import read_case, write_bytes
    from argmap.pipeline import renew_anchors

    files = read_case(case)
    renewed, lost = renew_anchors(files, analyse(essay).document if essay else None)
    write_bytes(f"{case}/anchors.json", (renewed.model_dump_json(indent=1, exclude_defaults=True) + "\n").encode())
    for claim in lost:
        warn(f"lost: {claim}: its sentence is not in the text any more")
    say(f"{len(renewed.anchors)} anchors, {len(lost)} lost (kept as they were)")
