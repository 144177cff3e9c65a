"""Fit the weights of the signs that a sentence needs a citation, and show how well they hold on each author left out.

    OPENBLAS_NUM_THREADS=1 python -m tests.bench.fit_need [FOLDER OF DATA]

A logistic regression over the sentences of all labelled texts (`labelled`) in which no note is called. Weights are pulled
to nought (a normal prior; `_PULL` for what the rules say, `_PULL_WORD` for all else), and each text has a constant of its
own while the weights are learnt: they are to tell the sentences of a text apart, not the texts. Writes
`argmap/extract/weights/need.json`; deterministic.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize  # type: ignore[import-untyped]  # it has no types of its own

from argmap.extract.need import Claimed, Need, needs, signs_of
from argmap.extract.signs import WEIGHTS, Signs, Weights
from argmap.extract.stage import claimed, look
from tests.bench.labelled import Labelled, labelled
from tests.extract.gold import Label, f1

Floats = npt.NDArray[np.float64]
_PULL, _PULL_WORD, _PULL_TEXT = 3.0, 30.0, 0.3
_SELDOM = 4
"""Sentences below which a sign is not learnt."""


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


def fit(texts: Sequence[Text]) -> Weights:
    """The most probable weights given these texts and the pull to nought."""
    rows = [
        (number, signs, label)
        for number, text in enumerate(texts)
        for signs, label in zip(text.signs, text.labels, strict=True)
        if label.support != "direct"
    ]
    seen = Counter(name for _, signs, _ in rows for name in signs)
    names = sorted(name for name, count in seen.items() if count >= _SELDOM)
    place = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + len(texts) + 1))
    for row, (number, signs, _) in enumerate(rows):
        for name, size in signs.items():
            if name in place:
                matrix[row, place[name]] = size
        matrix[row, len(names) + number] = 1
    matrix[:, -1] = 1
    pull = np.array([_pull(name) for name in names] + [_PULL_TEXT] * len(texts) + [0.0])
    meant = np.array([float(label.claim and label.needs) for _, _, label in rows])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = matrix @ weights
        off = 1 / (1 + np.exp(-odds)) - meant
        total = float((np.logaddexp(0, odds) - meant * odds).sum() + pull @ weights**2 / 2)
        return total, matrix.T @ off + pull * weights

    found = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    learnt = {name: round(float(weight), 3) for name, weight in zip(names, found[: len(names)], strict=True)}
    return Weights({name: weight for name, weight in learnt.items() if weight}, round(float(found[-1]), 3))


def _pull(name: str) -> float:
    return _PULL if name.startswith(("rule ", "because ", "particular", "score", "weighed")) else _PULL_WORD


def left_out(texts: Sequence[Text]) -> Iterator[tuple[Text, list[Need]]]:
    """What is said of each text by weights that have seen nothing of its author."""
    for author in sorted({text.author for text in texts}):
        weights = fit([text for text in texts if text.author != author])
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
    weights = fit(texts)
    WEIGHTS.write_text(json.dumps(weights._asdict(), ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
