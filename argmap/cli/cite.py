"""`argmap cite`."""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli.terminal import Essay, say


class CiteFormat(StrEnum):
    """What `cite` prints."""

    json = "json"
    text = "text"
    csl = "csl"
    bibtex = "bibtex"
    ris = "ris"
    bibliography = "bibliography"


class Markup(StrEnum):
    """How `cite --format bibliography` marks its text up."""

    text = "text"
    markdown = "markdown"
    html = "html"


def cite(
    essay: Essay,
    output: Annotated[CiteFormat, typer.Option("--format", "-f")] = CiteFormat.json,
    style: Annotated[str | None, typer.Option(metavar="FILE", help="A CSL style for the bibliography.")] = None,
    markup: Annotated[Markup, typer.Option(help="Of the bibliography.")] = Markup.text,
) -> None:
    """Mentions and sources behind every note.

    Example: `argmap cite essay.docx --format ris > essay.ris`
    """
    from argmap import show
    from argmap.cite import cite as cite_document
    from argmap.cite import render_bibliography, to_bibtex, to_csl, to_ris
    from argmap.files import read_bytes
    from argmap.read import read as read_document

    citations = cite_document(read_document(read_bytes(essay), essay))
    if output == CiteFormat.json:
        say(citations.model_dump_json(indent=2))
    elif output == CiteFormat.text:
        say(show.citations(citations))
    elif output == CiteFormat.bibliography:
        say(render_bibliography(citations.sources, markup.value, style))
    else:
        say({CiteFormat.csl: to_csl, CiteFormat.bibtex: to_bibtex, CiteFormat.ris: to_ris}[output](citations.sources))
