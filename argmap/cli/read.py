"""`argmap read`."""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli.terminal import Essay, say


class ReadFormat(StrEnum):
    """What `read` prints."""

    json = "json"
    text = "text"


def read(essay: Essay, output: Annotated[ReadFormat, typer.Option("--format", "-f")] = ReadFormat.json) -> None:
    """Paragraphs, sentences, notes and markers of an essay.

    Example: `argmap read essay.docx --format text`
    """
    from argmap import show
    from argmap.files import read_bytes
    from argmap.read import read as read_document

    document = read_document(read_bytes(essay), essay)
    say(document.model_dump_json(indent=2) if output == ReadFormat.json else show.document(document))
