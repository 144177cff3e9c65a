"""`argmap check`."""

from enum import StrEnum
from typing import Annotated

import typer

from argmap import __version__
from argmap.cli.terminal import Pipeline, progress, say, warn


class CheckFormat(StrEnum):
    """What `check` prints."""

    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"
    html = "html"


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Essays, maps, cases, or folders of essays.")],
    output: Annotated[CheckFormat, typer.Option("--format", "-f")] = CheckFormat.text,
    _pipeline: Pipeline = None,
) -> None:
    """Findings about essays, maps and cases. Exit 0: clean, 1: findings, 2: something could not be checked.

    Examples: `argmap check essay.docx`, `argmap check drafts/ --format html > report.html`
    """
    from argmap import show
    from argmap.check import write_report
    from argmap.workspace import check_all

    checked = check_all(paths, progress)
    if checked.unread or not checked.failures:  # "No findings" would be a lie where nothing was checked
        say(write_report(checked.report, output.value, __version__))
    for path, losses in checked.unread:
        warn(show.not_read(path, losses))
    for failure in checked.failures:
        warn(f"argmap: {failure}")
    raise typer.Exit(2 if checked.failures else bool(checked.report.findings))
