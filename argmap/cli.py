"""The command line: one thin function a command. Stages are imported where they are used, so that start-up is quick."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from argmap import __version__
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.pipeline import Step, TextAnalysis

app = typer.Typer(
    name="argmap",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Check scholarly arguments: read an essay with footnotes, follow its notes to their sources, "
    "map its claims, and see what falls with each source.",
)


class ReadFormat(StrEnum):
    """What `read` prints."""

    json = "json"
    text = "text"


class ExtractFormat(StrEnum):
    """What `extract` prints."""

    json = "json"
    text = "text"
    argdown = "argdown"


class CiteFormat(StrEnum):
    """What `cite` prints."""

    json = "json"
    text = "text"
    csl = "csl"
    bibtex = "bibtex"


class CheckFormat(StrEnum):
    """What `check` prints."""

    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"
    html = "html"


class EvaluateFormat(StrEnum):
    """What `evaluate` prints."""

    text = "text"
    json = "json"


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


Essay = Annotated[str, typer.Argument(metavar="ESSAY", help="A .docx, Markdown or text file; '-' is standard input.")]
MapPath = Annotated[str, typer.Argument(metavar="MAP", help="A map (.argdown, .json) or a case folder; '-' is stdin.")]
AnyPath = Annotated[str, typer.Argument(metavar="PATH", help="An essay, a map or a case folder.")]


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


@app.command()
def read(essay: Essay, output: Annotated[ReadFormat, typer.Option("--format", "-f")] = ReadFormat.json) -> None:
    """Paragraphs, sentences, notes and markers of an essay.

    Example: `argmap read essay.docx --format text`
    """
    from argmap import show
    from argmap.files import read_bytes
    from argmap.read import read as read_document

    document = read_document(read_bytes(essay), essay)
    _print(document.model_dump_json(indent=2) if output == ReadFormat.json else show.document(document))


@app.command()
def extract(
    essay: Essay, output: Annotated[ExtractFormat, typer.Option("--format", "-f")] = ExtractFormat.json
) -> None:
    """Claims of an essay with their kind, support and notes; `argdown` drafts a map to edit.

    Example: `argmap extract essay.md --format argdown > draft.argdown`
    """
    from argmap import show

    text = _analyse(essay)
    if output == ExtractFormat.json:
        _print(text.extraction.model_dump_json(indent=2))
    elif output == ExtractFormat.text:
        _print(show.extraction(text.extraction))
    else:
        from argmap.convert import dump_map
        from argmap.pipeline import seminar_of_text

        written, losses = dump_map(seminar_of_text(text).map, "argdown")
        _warn(show.losses(losses))
        _print(written)


@app.command()
def cite(essay: Essay, output: Annotated[CiteFormat, typer.Option("--format", "-f")] = CiteFormat.json) -> None:
    """Mentions and sources behind every note.

    Example: `argmap cite essay.docx --format bibtex > essay.bib`
    """
    from argmap import show
    from argmap.cite import cite as cite_document
    from argmap.cite import to_bibtex, to_csl
    from argmap.files import read_bytes
    from argmap.read import read as read_document

    citations = cite_document(read_document(read_bytes(essay), essay))
    if output == CiteFormat.json:
        _print(citations.model_dump_json(indent=2))
    elif output == CiteFormat.text:
        _print(show.citations(citations))
    else:
        _print((to_csl if output == CiteFormat.csl else to_bibtex)(citations.sources))


@app.command()
def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Essays, maps, cases, or folders of essays.")],
    output: Annotated[CheckFormat, typer.Option("--format", "-f")] = CheckFormat.text,
) -> None:
    """Findings about essays, maps and cases. Exit 0: clean, 1: findings, 2: something could not be checked.

    Examples: `argmap check essay.docx`, `argmap check drafts/ --format html > report.html`
    """
    from argmap import show
    from argmap.check import write_report
    from argmap.workspace import check_all

    checked = check_all(paths, _progress)
    if checked.unread or not checked.failures:  # "No findings" would be a lie where nothing was checked
        _print(write_report(checked.report, output.value, __version__))
    for path, losses in checked.unread:
        _warn(show.not_read(path, losses))
    for failure in checked.failures:
        _warn(f"argmap: {failure}")
    raise typer.Exit(2 if checked.failures else bool(checked.report.findings))


@app.command()
def explain(code: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or name.")]) -> None:
    """What a rule does, and why.

    Example: `argmap explain CL001`
    """
    from argmap.check import explain as explain_rule

    _print(explain_rule(code))


@app.command()
def rules() -> None:
    """All rules with their codes."""
    from argmap import show
    from argmap.check import RULES

    _print(show.rules(RULES))


@app.command()
def evaluate(
    path: MapPath,
    reject: Annotated[list[str] | None, typer.Option("--reject", metavar="SOURCE", help="Do without it.")] = None,
    output: Annotated[EvaluateFormat, typer.Option("--format", "-f")] = EvaluateFormat.text,
) -> None:
    """What stands, what falls, and why.

    Example: `argmap evaluate claims/korea-1950 --reject bajanov-ms`
    """
    from argmap import show
    from argmap.evaluate import evaluate as evaluate_map
    from argmap.workspace import open_map

    argument_map = open_map(path)
    evaluation = evaluate_map(argument_map, reject or ())
    _warn(show.not_read(path, argument_map.losses))
    _print(evaluation.model_dump_json(indent=2) if output == EvaluateFormat.json else show.evaluation(evaluation))


@app.command()
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
    with _progress(path) as step:
        seminar = open_seminar(path, step)
        step("drawing")
        data = picture(seminar.map, form, reject or (), theme.value)
    _warn(show.not_read(path, unread_parts(seminar)))
    write_bytes(out, data)


@app.command()
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
    _warn(show.not_read(source, argument_map.losses))
    _warn(show.losses(losses))
    write_bytes(target, data)


@app.command()
def serve(
    path: Annotated[str | None, typer.Argument(metavar="[PATH]", help="Default: the Korean War case.")] = None,
    essay: Annotated[
        str | None, typer.Option(metavar="FILE", help="The essay under discussion, beside a case.")
    ] = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)] = 8000,
) -> None:
    """Serve the seminar page of an essay, a map or a case.

    Examples: `argmap serve`, `argmap serve claims/korea-1950 --essay essay.docx`
    """
    from argmap.files import shipped_case
    from argmap.serve import run
    from argmap.workspace import open_seminar

    target = path or shipped_case()
    with _progress(target) as step:
        seminar = open_seminar(target, step, essay)
    run(seminar, host, port, announce=typer.echo)


@app.command()
def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="read, extract, cite, check, evaluate, map.")
    ] = None,
) -> None:
    """The JSON Schema of what the commands print."""
    import json

    from argmap.schema import json_schema

    _print(json.dumps(json_schema(name), indent=2, ensure_ascii=False))


@app.command()
def anchor(
    case: Annotated[str, typer.Argument(metavar="CASE", help="A case folder with an anchors.json.")],
    essay: Annotated[str | None, typer.Option(metavar="FILE", help="The essay that the anchors belong to.")] = None,
) -> None:
    """Renew a case's anchors after its brief (or the essay) was edited; says which are lost.

    Example: `argmap anchor claims/korea-1950 --essay essay.docx`
    """
    from argmap.files import read_case, write_bytes
    from argmap.pipeline import renew_anchors

    files = read_case(case)
    renewed, lost = renew_anchors(files, _analyse(essay).document if essay else None)
    write_bytes(f"{case}/anchors.json", (renewed.model_dump_json(indent=1) + "\n").encode())
    for claim in lost:
        _warn(f"lost: {claim}: its sentence is not in the text any more")
    _print(f"{len(renewed.anchors)} anchors, {len(lost)} lost (kept as they were)")


def main() -> None:
    """Run the command line; errors of use are one line on standard error and exit code 2."""
    try:
        app()
    except ArgmapError as error:
        _warn(f"argmap: {error}")
        sys.exit(2)
    except BrokenPipeError:  # the reader of our output has gone: nothing to say, and nobody to say it to
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:  # a fault of ours: the user needs a sentence, the developer the traceback
        if "ARGMAP_DEBUG" in os.environ:
            raise
        _warn(
            f"argmap: a fault in argmap itself ({type(error).__name__}: {error}). Please report it with your file; ARGMAP_DEBUG=1 shows where."
        )
        sys.exit(2)


def _print(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + (b"" if text.endswith("\n") else b"\n"))
    sys.stdout.buffer.flush()


def _warn(text: str) -> None:
    if text:
        typer.echo(text, err=True)


@contextmanager
def _progress(title: str, total: int = 4) -> Iterator[Step]:
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


def _analyse(path: str) -> TextAnalysis:
    from argmap.workspace import open_text

    with _progress(path) as step:
        return open_text(path, step)
