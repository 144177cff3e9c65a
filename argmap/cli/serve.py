"""`argmap serve`."""

from typing import Annotated

import typer

from argmap.cli.terminal import Pipeline, progress


def serve(
    path: Annotated[str | None, typer.Argument(metavar="[PATH]", help="Default: the Korean War case.")] = None,
    essay: Annotated[
        str | None, typer.Option(metavar="FILE", help="The essay under discussion, beside a case.")
    ] = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)] = 8000,
    _pipeline: Pipeline = None,
) -> None:
    """Serve the seminar page of an essay, a map or a case.

    Examples: `argmap serve`, `argmap serve claims/korea-1950 --essay essay.docx`
    """
    from argmap.files import shipped_case
    from argmap.serve import run
    from argmap.workspace import open_seminar

    target = path or shipped_case()
    with progress(target) as step:
        seminar = open_seminar(target, step, essay)
    run(seminar, host, port, announce=typer.echo)
