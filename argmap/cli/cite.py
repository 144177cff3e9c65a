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
        say(citations.model_dump_json(indent=2))
    elif output == CiteFormat.text:
        say(show.citations(citations))
    else:
        say((to_csl if output == CiteFormat.csl else to_bibtex)(citations.sources))
