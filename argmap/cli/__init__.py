"""The command line: one file a command. Stages are imported where they are used, so that start-up is quick."""

import gc
import os
import sys
from typing import Annotated

import typer

from argmap import __version__
from argmap.cli.anchor import anchor
from argmap.cli.check import check
from argmap.cli.cite import cite
from argmap.cli.convert import convert
from argmap.cli.diff import diff
from argmap.cli.evaluate import evaluate
from argmap.cli.explain import explain
from argmap.cli.extract import extract
from argmap.cli.format import format_map
from argmap.cli.read import read
from argmap.cli.render import render
from argmap.cli.rules import rules
from argmap.cli.schema import schema
from argmap.cli.serve import serve
from argmap.cli.terminal import warn
from argmap.errors import ArgmapError

app = typer.Typer(
    name="argmap",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Check scholarly arguments: read an essay with footnotes, follow its notes to their sources, "
    "map its claims, and see what falls with each source.",
)


def _version(asked: bool) -> None:  # noqa: FBT001 - Typer calls it so
    if asked:
        typer.echo(f"argmap {__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    """Take the options that stand before a command."""


for _command in (read, extract, cite, check, explain, rules, evaluate, render, diff, convert, serve, schema, anchor):
    app.command()(_command)

app.command(name="format")(format_map)


_NEW_OBJECTS = 100_000


def main() -> None:
    """Run the command line; errors of use are one line on standard error and exit code 2."""
    # A large map is a million objects that stay: looking for unreachable ones after every 700 takes a third of the time.
    gc.set_threshold(_NEW_OBJECTS)
    try:
        app()
    except ArgmapError as error:
        warn(f"argmap: {error}")
        sys.exit(2)
    except BrokenPipeError:  # the reader of our output has gone: nothing to say, and nobody to say it to
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:  # a fault of ours: the user needs a sentence, the developer the traceback
        if "ARGMAP_DEBUG" in os.environ:
            raise
        warn(
            f"argmap: a fault in argmap itself ({type(error).__name__}: {error}). Please report it with your file; ARGMAP_DEBUG=1 shows where."
        )
        sys.exit(2)
