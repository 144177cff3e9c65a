"""Fit the weights of the signs that a sentence needs a citation, and show how well they hold on each author left out.

    OPENBLAS_NUM_THREADS=1 python -m tests.bench.fit_need [FOLDER OF DATA]

Over the sentences of all labelled texts (`labelled`), and of the passages of other authors (`authors`) that are not kept
aside, in which no note is called. Each text has a constant of its own while the weights are learnt: they are to tell the
sentences of a text apart, not the texts. Writes `argmap/extract/weights/need.json`; deterministic.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from argmap.extract.need import Claimed, Need, needs, signs_of
from argmap.extract.signs import Signs, Weights
from argmap.extract.stage import claimed, look
from tests.bench.authors import LEARNT, authors
from tests.bench.labelled import Labelled, labelled
from tests.bench.logistic import Row, fit, write
from tests.extract.gold import Label, f1

_PULL, _PULL_WORD, _PULL_TEXT = 3.0, 30.0, 0.3


class Text(NamedTuple):
    """A labelled text with what is known of its sentences."""

    name: str
    author: str
    rows: list[Claimed]
    signs: list[Signs]
    labels: list[Label]


def gathered(data: Path) -> list[Text]:
    """All labelled texts."""
    return [_text(one) for one in labelled(data)]


def _text(one: Labelled) -> Text:
    seen = look(one.document, one.citations)
    rows = claimed(seen)
    return Text(one.name, one.author, rows, [signs_of(row) for row in rows], [one.labels[row.id] for row in seen.held])


def learnt(texts: Sequence[Text]) -> Weights:
    """The weights learnt from these texts and the passages of other authors; each has a constant of its own, for they are to tell its sentences apart."""
    known = [(text.name, *row) for text in texts for row in zip(text.signs, text.labels, strict=True)]
    known += [(one.name, row.need, row.label) for one in authors() if one.group == LEARNT for row in one.rows]
    rows = [Row(name, signs, label.claim and label.needs) for name, signs, label in known if label.support != "direct"]
    return fit(rows, _pull, pull_text=_PULL_TEXT)


def _pull(name: str) -> float:
    return _PULL if name.startswith(("rule ", "because ", "particular", "score", "weighed")) else _PULL_WORD


def left_out(texts: Sequence[Text]) -> Iterator[tuple[Text, list[Need]]]:
    """What is said of each text by weights that have seen nothing of its author."""
    for author in sorted({text.author for text in texts}):
        weights = learnt([text for text in texts if text.author != author])
        yield from ((text, needs(text.rows, weights)) for text in texts if text.author == author)


def uncited(text: Text, said: Sequence[Need]) -> list[tuple[bool, bool]]:
    """Of each sentence: is it labelled, is it said, to be a claim that lacks a citation."""
    return [
        (
            label.claim and label.needs and label.support == "none",
            row.kind.claim and need.needed and row.ground.support == "none",
        )
        for row, label, need in zip(text.rows, text.labels, said, strict=True)
    ]


def main() -> None:
    """Show how the weights hold on each text left out, and write those fitted on all."""
    texts = gathered(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
    pairs: dict[str, list[tuple[bool, bool]]] = {}
    for text, said in left_out(texts):
        pairs[text.name] = uncited(text, said)
        pairs.setdefault("gold" if text.name == text.author else "chapters", []).extend(pairs[text.name])
    for name, found in pairs.items():
        hits, told, total = (sum(map(bool, rows)) for rows in zip(*[(g and s, s, g) for g, s in found], strict=True))
        print(
            f"{name}, left out: uncited F1 {f1(found):.3f}, precision {hits / max(1, told):.2f}, recall {hits / max(1, total):.2f}"
        )
    write("need", learnt(texts))


if __name__ == "__main__":
    main()
