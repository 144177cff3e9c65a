"""The labelled passages of our own (tests/bench/passages.txt) as documents."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from argmap.extract import extract
from argmap.model import SentenceVerdict
from tests.extract.gold import Builder, citations_of

PASSAGES = Path(__file__).parents[1] / "bench" / "passages.txt"
KINDS = {
    "T": "thesis",
    "I": "interpretive",
    "C": "counterfactual",
    "F": "factual",
    "R": "reported",
    "Q": "quotation",
    "S": "signpost",
    "?": "question",
    "O": "other",
}


class Labelled(NamedTuple):
    """A label (kind, and whose words or None) and the verdict on its sentence."""

    kind: str
    speaker: str | None
    verdict: SentenceVerdict


def judged(part: str) -> list[Labelled]:
    """The sentences of one part ("looked at", "held out") with what the program says of them."""
    _, _, rest = PASSAGES.read_text("utf-8").partition(f"## {part}\n")
    texts = re.split(r"^# .*\n", rest.partition("\n## ")[0], flags=re.MULTILINE)[1:]
    return [row for text in texts for row in _judged(text)]


def _judged(text: str) -> Iterator[Labelled]:
    builder = Builder()
    labels: list[tuple[str, str | None]] = []
    for number, paragraph in enumerate(text.strip().split("\n\n"), 1):
        rows = [line.split("|", 2) for line in paragraph.split("\n")]
        labels.extend((KINDS[kind], None if speaker == "-" else speaker) for kind, speaker, _ in rows)
        builder.add(str(number), [(str(serial), row[2]) for serial, row in enumerate(rows, 1)], "prose")
    document = builder.document([])
    verdicts = extract(document, citations_of(document, ())).sentences
    for (kind, speaker), verdict in zip(labels, verdicts, strict=True):
        yield Labelled(kind, speaker, verdict)
