"""Footnoted paragraphs of our own with labels by the annotation guide: several authors' habits, a heading over each.

A line is "kind needs support notes | sentence {{n}}". `first` was looked at while rules were mended, `second` only once.
"""

import re
from pathlib import Path

from argmap.model import Document
from tests.extract.gold import Builder, Label

FOLDER = Path(__file__).parent / "passages"
_NO_CLAIM = frozenset(("signpost", "question", "other"))
_NOTE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)


def own_passages(name: str) -> tuple[Document, dict[str, Label]]:
    """The passages of one file as a document, and their labels by sentence id."""
    builder, labels = Builder(), {}
    blocks = (FOLDER / f"{name}.txt").read_text("utf-8").strip().split("\n\n")
    for number, block in enumerate(blocks, 1):
        rows = []
        for serial, line in enumerate(block.splitlines()[1:], 1):
            said, _, text = line.partition(" | ")
            rows.append((str(serial), text))
            labels[f"p{number}.s{serial}"] = _label(*said.split())
        builder.add(str(number), rows)
    return builder.document(_NOTE.findall((FOLDER / f"{name}-notes.txt").read_text("utf-8"))), labels


def _label(kind: str, needs: str, support: str, notes: str = "") -> Label:
    numbers = tuple(notes.split(",")) if notes else ()
    return Label(kind not in _NO_CLAIM, kind, None, needs == "1", support, numbers)
