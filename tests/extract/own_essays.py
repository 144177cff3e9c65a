"""Short essays of our own with labels by the annotation guide, read as a user's file is: splitter, notes, claims.

A line is "kind|whose words or -|needs support notes|sentence {{n}}"; paragraphs are divided by empty lines, a paragraph
set off begins its sentences with ">". `six` was labelled and judged before the rules were mended on it, then `three`, and `last` at the end.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from argmap.cite import cite
from argmap.extract import extract
from argmap.model import Extraction
from argmap.read import read
from tests.extract.gold import Label
from tests.extract.passages import KINDS

FOLDER = Path(__file__).parent / "essays"
_NO_CLAIM = frozenset(("signpost", "question", "other"))
_CALL = re.compile(r"\{\{(.*?)\}\}")
_NOTES = re.compile(r"^(?=\[1\])", re.MULTILINE)


class Essay(NamedTuple):
    """An essay, the labels of its sentences by id, and what the program says."""

    title: str
    labels: dict[str, Label]
    extraction: Extraction


def own_essays(name: str) -> Iterator[Essay]:
    """The essays of one file."""
    for part in re.split(r"^# ", (FOLDER / f"{name}.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]:
        title, _, rest = part.partition("\n")
        body, notes = _NOTES.split(rest)
        rows = [[line.split("|", 3) for line in block.splitlines()] for block in body.strip().split("\n\n")]
        document = read(_markdown(title, rows, notes).encode(), "essay.md")
        extraction = extract(document, cite(document))
        labels = [(_label(*row[:3]), _CALL.sub("", row[3]).removeprefix("> ")) for block in rows for row in block]
        known = zip(extraction.sentences, labels, strict=True)
        assert [verdict.text for verdict in extraction.sentences] == [text for _, text in labels]
        yield Essay(title, {verdict.id: label for verdict, (label, _) in known}, extraction)


def _markdown(title: str, rows: list[list[list[str]]], notes: str) -> str:
    blocks = []
    for block in rows:
        text = " ".join(row[3].removeprefix("> ") for row in block)
        called = _CALL.sub(lambda call: "".join(f"[^{n}]" for n in call[1].split(",")), text)
        blocks.append(("> " if block[0][3].startswith("> ") else "") + called)
    return "\n\n".join([f"# {title}", *blocks, re.sub(r"^\[(\d+)\]", r"[^\1]:", notes, flags=re.MULTILINE)])


def _label(kind: str, speaker: str, said: str) -> Label:
    """A label as of the gold; a small "q" goes on with a quotation and claims nothing of its own."""
    need, support, *notes = said.split()
    name = KINDS[kind.upper()]
    numbers = tuple(notes[0].split(",")) if notes else ()
    claim = name not in _NO_CLAIM and kind != "q"
    return Label(claim, name, None if speaker == "-" else speaker, need == "1", support, numbers)
