"""What the commands share: their common arguments, and how they speak to a terminal."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from argmap.pipeline import Step, TextAnalysis

Essay = Annotated[str, typer.Argument(metavar="ESSAY", help="A .docx, Markdown or text file; '-' is standard input.")]
AnyPath = Annotated[str, typer.Argument(metavar="PATH", help="An essay, a map or a case folder.")]


# What moves the cursor, rings, or turns round the order of the letters that follow.
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _use(pipeline: str | None) -> str | None:
    """Name the pipeline in the environment, where the extract stage looks for it, in other processes too."""
    if pipeline:
        os.environ["ARGMAP_SPACY"] = pipeline
    return pipeline


Pipeline = Annotated[
    str | None,
    typer.Option(
        "--pipeline",
        metavar="NAME",
        callback=_use,
        help="A spaCy pipeline to tag and parse with, in place of our own: its name or its folder.",
    ),
]
"""Of every command that reads an essay. Its value is read from the environment, so the commands do nothing with it."""


def say(text: str) -> None:
    """Print on standard output, as UTF-8 whatever the locale."""
    text = shown(text, on_terminal=sys.stdout.isatty())
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + (b"" if text.endswith("\n") else b"\n"))
    sys.stdout.buffer.flush()


def warn(text: str) -> None:
    """Print on standard error, if there is anything to say."""
    if text:
        typer.echo(shown(text, on_terminal=sys.stderr.isatty()), err=True)


def shown(text: str, *, on_terminal: bool) -> str:
    """A text whose titles come from files by others: a terminal is given no commands by it; a program gets all of it."""
    return _COMMANDS.sub("\ufffd", text) if on_terminal else text


@contextmanager
def progress(title: str, total: int = 4) -> Iterator[Step]:
    """A progress bar on standard error: on a terminal only, and gone when the work is done."""
    if not sys.stderr.isatty():
        yield lambda _stage: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(escape(title), total=total)
        yield lambda stage: bar.update(task, advance=1, description=escape(f"{title}: {stage}"))


def analyse(path: str) -> TextAnalysis:
    """An essay after all stages, with progress shown."""
    from argmap.workspace import open_text

    with progress(path) as step:
        return open_text(path, step)
