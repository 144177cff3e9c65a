"""Fit the weights that tell facts and general conclusions from the author's other assertions, and show how they hold.

    OPENBLAS_NUM_THREADS=1 python -m tests.bench.fit_kind [FOLDER OF DATA]

Over the assertions of all labelled texts (`labelled`) and of the passages of other authors (`authors`) but those kept aside.
The rules' own scores are held beforehand (weight 1): what is learnt corrects them. Shows what is told of each author by
weights that have seen nothing of him, and the curves of `assertions._CALIBRATION`. Writes `argmap/extract/weights/fact.json`
and `thesis.json`; deterministic.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]  # it has no types of its own

from argmap.extract.assertions import FACT, THESIS, Stated, odds, signs_of
from argmap.extract.signs import Signs, Weights
from argmap.extract.stage import look
from argmap.model import Citations, Document
from tests.bench.authors import ASIDE, authors
from tests.bench.labelled import labelled
from tests.bench.logistic import Row, fit, write
from tests.extract.gold import macro

ASSERTED = ("factual", "interpretive", "thesis")
_PULL, _PULL_WORD = 1.0, 5.0
_SCORE = {"factual": "fact score", "thesis": "thesis score"}
_WORDS = ("word ", "opens ", "mark ")


class Assertion(NamedTuple):
    """An assertion of the author's own: its text and author, its signs, label and place; `group` is what it is shown with."""

    text: str
    author: str
    group: str
    signs: Signs
    label: str
    sentence: str = ""


def asserted(document: Document, citations: Citations) -> Iterator[tuple[str, Signs]]:
    """Identifier and signs of the sentences that are taken for assertions of the author's own."""
    seen = look(document, citations)
    rows = zip(seen.held, seen.found, seen.cued, seen.places, seen.doc.user_data["argmap_noted"], strict=True)
    for sentence, kind, cue, place, noted in rows:
        if kind.kind in ASSERTED:
            yield sentence.id, signs_of(Stated(sentence.text, cue, place, noted))


def gathered(data: Path) -> list[Assertion]:
    """All labelled assertions that the program, too, takes for assertions of the author's own; whatever they are labelled."""
    found = [
        Assertion(
            one.name, one.author, "gold" if one.name == one.author else "chapters", signs, one.labels[key].kind, key
        )
        for one in labelled(data)
        for key, signs in asserted(one.document, one.citations)
    ]
    for text in authors():
        found += [
            Assertion(text.name, text.name, text.group, row.kind, row.label.kind) for row in text.rows if row.kind
        ]
    return found


def learnt(rows: Sequence[Assertion], kind: str) -> Weights:
    """The weights that tell a kind from the others."""
    return fit(
        [Row(row.text, row.signs, row.label == kind) for row in rows if row.label in ASSERTED],
        lambda name: _PULL_WORD if name.startswith(_WORDS) else _PULL,
        held={_SCORE[kind]: 1.0},
    )


def left_out(rows: Sequence[Assertion]) -> Iterator[tuple[Assertion, tuple[str, float]]]:
    """What is told of each assertion, with its odds, by weights that have seen nothing of its author."""
    for author in sorted({row.author for row in rows}):
        others = [row for row in rows if row.author != author and row.group != ASIDE]
        weights = {FACT: learnt(others, "factual"), THESIS: learnt(others, "thesis")}
        yield from ((row, odds(row.signs, weights)) for row in rows if row.author == author)


def curve(pairs: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Intercept and slope from odds to how often they are right (Platt 1999)."""
    x, y = np.array([pair[0] for pair in pairs]), np.array([float(pair[1]) for pair in pairs])

    def loss(at: np.ndarray) -> float:
        told = at[0] + at[1] * x
        return float((np.logaddexp(0, told) - y * told).sum())

    found = minimize(loss, np.array([0.0, 0.5])).x
    return round(float(found[0]), 2), round(float(found[1]), 2)


def main() -> None:
    """Show how the weights hold, and write those fitted on all but what is kept aside."""
    rows = gathered(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
    said = [(row, told) for row, told in left_out(rows) if row.label in ASSERTED]
    for group in dict.fromkeys(row.group for row in rows):
        pairs = [(row.label, told[0]) for row, told in said if row.group == group]
        right = sum(gold == told for gold, told in pairs) / len(pairs)
        counts = {kind: (sum(g == kind for g, _ in pairs), sum(t == kind for _, t in pairs)) for kind in ASSERTED}
        print(
            f"{group}, author left out: {len(pairs)} assertions, right {right:.3f}, macro F1 {macro(pairs):.3f}, labelled and told {counts}"
        )
    for kind in ASSERTED:
        print(
            kind, curve([(told[1], row.label == kind) for row, told in said if told[0] == kind and row.group != ASIDE])
        )
    used = [row for row in rows if row.group != ASIDE]
    for name, kind in ((FACT, "factual"), (THESIS, "thesis")):
        write(name, learnt(used, kind))


if __name__ == "__main__":
    main()
