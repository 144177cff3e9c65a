"""Fit the weights of the clues for back references on development books, and show how well they hold.

    python tests/bench/fit_back_references.py [FOLDER OF DATA]

A conditional logit over the candidates of each Ibid that opens a note. The cases are the Ibids of the development texts (one
book, and one half of a list of Italian references) as they stand and behind intruders (`mutations`), weighted so that a
share of `PRIOR` stands behind one. With so few Ibids the
weights are pulled towards those set by hand (`HAND`): a normal prior of standard deviation `SPREAD` around each. Prints the
table to be put into `argmap/cite/weights.py`.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize  # type: ignore[import-untyped]  # it has no types of its own

from argmap.cite.evidence import Clue
from argmap.cite.library import source_of
from argmap.cite.stage import read
from argmap.model import Document, Source
from tests.bench.books import around_ibids, chapters, document, endnotes, references
from tests.bench.mutations import Ibid, mutations, same

PRIOR = 0.4
SPREAD = 1.0
DOUBT = 2.0
HAND = {
    "beside": -1.5, "two back": -2.0, "three back": -3.5, "further back": -4.5, "aside": -1.5,
    "page on": 2.0, "page close": 1.5, "page near": 0.7, "page far": 0.0, "page off": -1.2, "page again": 0.5,
    "same kind": 0.7, "part kind": 0.2, "other kind": -1.2, "volume new": -1.2, "volume same": 1.0, "volume other": 0.3, "volume gone": -0.5,
    "no place": -0.5, "copied": -0.5, "full again": -0.3, "distant": -0.3,
    "outside": -3.0, "inside": 2.0, "named": 1.5, "title word": 0.3, "affinity": 0.5, "often": 0.5,
    "run page on": 1.0, "run page close": 0.7, "run page near": 0.4, "run page far": 0.0, "run page off": -0.6, "run page again": 0.3,
    "run same kind": 0.3, "run part kind": 0.1, "run other kind": -0.6, "run volume new": -0.6, "run volume same": 0.5, "run volume other": 0.2,
    "run volume gone": -0.3,
}  # fmt: skip
ELSEWHERE = -4.0
NAMES = list(HAND)
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """The candidates' clues, which of them is meant (-1: none), and whether an intruder stands before."""

    rows: Floats
    meant: int
    interrupted: bool


def book(data: Path, which: str) -> Document:
    """A book of `se-ibid` as it was before its Ibids were written out, with its body."""
    notes = next((data / "notes" / "se-ibid").glob(f"{which}-before.xhtml"))
    return document(endnotes(notes), chapters(next((data / "books").glob(f"*{which.partition('-')[0]}*"))))


def cases(text: Document, rounds: int, seed: int, *, body: bool) -> Iterator[Case]:
    """The Ibids of mutated texts that were weighed afresh."""
    for mutation in mutations(text, rounds, seed, body=body):
        library, placed = read(mutation.document)
        sources: dict[int, Source] = {}
        for ibid in (*mutation.interrupted, *mutation.untouched):
            found = placed[ibid.note][0].resolution if placed[ibid.note] else None
            if not ibid.first or found is None or not found.weighed:
                continue
            for one in found.weighed:
                library.entries[one.origin.entry].id = "x"
                sources.setdefault(one.origin.entry, source_of(library.entries[one.origin.entry], ()))
            rows = np.array([_row(one.clues) for one in found.weighed])
            hits = [i for i, one in enumerate(found.weighed) if same(sources[one.origin.entry], ibid.meant)]
            yield Case(rows, hits[0] if hits else -1, _behind(ibid))


def _behind(ibid: Ibid) -> bool:
    return ibid.how is not None


def _row(found: Sequence[Clue]) -> list[float]:
    sizes = dict.fromkeys(NAMES, 0.0)
    for clue in found:
        if clue.name in sizes:
            sizes[clue.name] += clue.size
    return list(sizes.values())


def chances(case: Case, weights: Floats) -> Floats:
    """The probability of each candidate, and last that of none of them."""
    scores = np.append(case.rows @ weights[:-1], weights[-1])
    masses: Floats = np.exp(scores - scores.max())
    return np.asarray(masses / masses.sum())


def fit(found: Sequence[Case]) -> Floats:
    """The weights, that of `ELSEWHERE` last: the most probable ones given the cases and the hand-set weights."""
    hand = np.array([*HAND.values(), ELSEWHERE])
    kinds = [case.interrupted for case in found]
    share = {True: PRIOR / max(1, sum(kinds)), False: (1 - PRIOR) / max(1, len(kinds) - sum(kinds))}
    size = min(len(found), 150)

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = 0.0, np.zeros_like(weights)
        for case in found:
            chance = chances(case, weights)
            weight = size * share[case.interrupted]
            total -= weight * log(max(chance[case.meant], 1e-12))
            rows = np.vstack([np.hstack([case.rows, np.zeros((len(case.rows), 1))]), np.eye(len(weights))[-1]])
            slope += weight * (chance @ rows - rows[case.meant])
        away = (weights - hand) / SPREAD
        return total + float(away @ away) / 2, slope + away / SPREAD

    return np.asarray(minimize(loss, hand, jac=True, method="L-BFGS-B").x)


def reliability(found: Sequence[Case], weights: Floats) -> tuple[float, float, float, list[tuple[int, float, float]]]:
    """Found, false alarms and the expected calibration error (ten bins) where `PRIOR` of the Ibids are interrupted."""
    kinds = [case.interrupted for case in found]
    share = {True: PRIOR / max(1, sum(kinds)), False: (1 - PRIOR) / max(1, len(kinds) - sum(kinds))}
    hits = {True: 0, False: 0}
    bins: list[list[tuple[float, float, float]]] = [[] for _ in range(10)]
    for case in found:
        chance = chances(case, weights)[:-1]
        top = int(chance.argmax())
        top = top if chance[top] >= DOUBT * chance[0] else 0
        hits[case.interrupted] += top != 0
        bins[min(9, int(chance[top] * 10))].append(
            (share[case.interrupted], float(chance[top]), float(top == case.meant))
        )
    error = sum(abs(sum(w * (p - right) for w, p, right in group)) for group in bins)
    table = [
        (
            len(g),
            sum(w * p for w, p, _ in g) / sum(w for w, _, _ in g),
            sum(w * r for w, _, r in g) / sum(w for w, _, _ in g),
        )
        for g in bins
        if g
    ]
    return hits[True] / max(1, sum(kinds)), hits[False] / max(1, len(kinds) - sum(kinds)), error, table


def gathered(data: Path) -> dict[str, list[Case]]:
    """The cases of each text: two to develop on, two held out."""
    found = references(data / "notes" / "linkedbooks" / "dataset" / "clean_train.txt.xz")
    half = len(found) // 2
    texts = {
        "tawney": (book(data, "tawney-c6f0bef"), 8, (True, False)),
        "linkedbooks, first half": (document(around_ibids(found[:half])), 2, (False,)),
        "engels (held out)": (book(data, "engels-a19b9c7"), 12, (True, False)),
        "linkedbooks, second half (held out)": (document(around_ibids(found[half:])), 2, (False,)),
    }
    return {
        which: [case for body in bodies for case in cases(text, rounds, 1, body=body)]
        for which, (text, rounds, bodies) in texts.items()
    }


def main() -> None:
    """Fit on the development texts, show how that holds on all, print the weights."""
    known = gathered(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
    weights = fit([case for which, found in known.items() if "held out" not in which for case in found])
    for which, found in known.items():
        hit, alarm, error, table = reliability(found, weights)
        print(f"{which}: {len(found)} cases, found {hit:.3f}, false alarms {alarm:.3f}, calibration error {error:.3f}")
        print("    said/right:", "  ".join(f"{said:.2f}/{right:.2f} ({count})" for count, said, right in table))
    print("weights:")
    for name, value in zip([*NAMES, "ELSEWHERE"], weights, strict=True):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
