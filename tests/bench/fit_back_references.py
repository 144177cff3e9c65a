"""Fit the weights of the clues for back references, and show how well they hold on each text when it is left out.

    python tests/bench/fit_back_references.py [FOLDER OF DATA]

A conditional logit over the candidates of each Ibid that opens a note. The cases are the Ibids of the texts (two books, and
both halves of a list of Italian references) as they stand and behind intruders (`mutations`), weighted so that in each
text a share of `FITTED` stands behind one. With so few Ibids the weights are pulled hard towards those set by hand (`HAND`):
a normal prior of standard deviation `SPREAD` around each. The rule for bare Ibids, which are never contradicted but called
ambiguous (decision 011), is no part of the model: a bare Ibid counts here by its words as any other. Prints the table to be put into `argmap/cite/weights.py`.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize  # type: ignore[import-untyped]  # it has no types of its own

from argmap.cite import cite
from argmap.cite.evidence import Clue
from argmap.cite.library import source_of
from argmap.cite.prevalence import FEWEST, FITTED, learnt, shift
from argmap.cite.resolution import Resolution
from argmap.cite.stage import read
from argmap.model import Document, Source
from tests.bench.books import around_ibids, chapters, document, endnotes, references
from tests.bench.mutations import Ibid, Mutation, body_of, mutations, opening_ibids, same, with_ibids

SPREAD = 0.25
WORTH = 100
"""What the cases of one text count for, however many they are: so many independent ones."""
CLEAN = -1
CLOSE = 3.0
_ROUNDS = {True: 12, False: 6}
HAND = {
    "beside": -1.5, "two back": -0.7, "three back": -2.5, "further back": -3.5, "aside": -1.5,
    "page on": 2.0, "page close": 1.5, "page near": 0.7, "page far": -0.3, "page off": -1.2, "page again": 0.5,
    "cited close": 0.5, "cited near": 0.2, "cited far": -0.5,
    "same kind": 0.7, "part kind": 0.2, "other kind": -1.2, "volume new": -1.2, "volume same": 1.0, "volume other": 0.3, "volume gone": -0.5,
    "no place": -0.5, "copied": -1.0, "full again": -0.3, "distant": -0.7,
    "outside": -3.0, "inside": 2.0, "named": 1.5, "title word": 0.3, "affinity": 0.5, "often": 0.5,
    "among notes": 0.8, "in text": 0.7, "in passage": 1.0, "passages": 0.7, "spoken of": 0.7, "talk": 0.7, "kin": 0.5,
    "run page on": 1.0, "run page close": 0.7, "run page near": 0.4, "run page far": 0.0, "run page off": -0.6, "run page again": 0.3,
    "run same kind": 0.3, "run part kind": 0.1, "run other kind": -0.6, "run volume new": -0.6, "run volume same": 0.5, "run volume other": 0.2,
    "run volume gone": -0.3,
}  # fmt: skip
ELSEWHERE = -4.0
NAMES = list(HAND)
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """The candidates of an Ibid.

    Attributes:
        rows: Their clues.
        back: 1 for each that the note before does not cite.
        meant: Which of them is meant; -1 for none.
        interrupted: Whether an intruder stands before.
        text: Which mutation of its text it stands in, or `CLEAN`.
    """

    rows: Floats
    back: Floats
    meant: int
    interrupted: bool
    text: int


def book(data: Path, which: str) -> Document:
    """A book of `se-ibid` as it was before its Ibids were written out, with its body."""
    notes = next((data / "notes" / "se-ibid").glob(f"{which}-before.xhtml"))
    return document(endnotes(notes), chapters(next((data / "books").glob(f"*{which.partition('-')[0]}*"))))


def cases(text: Document, rounds: int, seed: int, *, body: bool) -> Iterator[Case]:
    """The Ibids that were weighed afresh, of a text as it stands and of so many mutations of it."""
    for number, mutation in enumerate((_untouched(text, body=body), *mutations(text, rounds, seed, body=body)), CLEAN):
        library, placed = read(mutation.document)
        sources: dict[int, Source] = {}
        for ibid in (*mutation.interrupted, *mutation.untouched):
            found = placed[ibid.note][0].resolution if placed[ibid.note] else None
            if not ibid.first or found is None or not found.weighed:
                continue
            for one in found.weighed:
                library.entries[one.origin.entry].id = "x"
                sources.setdefault(one.origin.entry, source_of(library.entries[one.origin.entry], ()))
            yield _case(ibid, found, sources, number)


def _untouched(text: Document, *, body: bool) -> Mutation:
    made = document([note.text for note in text.notes], body_of(text) if body else None)
    found = cite(made)
    meant = {place: found.source_of[mention.source or ""] for place, mention in opening_ibids(found).items()}
    return Mutation(made, (), tuple(Ibid(place, source, source) for place, source in meant.items()))


def _case(ibid: Ibid, found: Resolution, sources: Mapping[int, Source], text: int) -> Case:
    hits = [index for index, one in enumerate(found.weighed) if same(sources[one.origin.entry], ibid.meant)]
    rows = np.array([_row(one.clues) for one in found.weighed])
    back = np.array([float(one.back) for one in found.weighed])
    return Case(rows, back, hits[0] if hits else -1, ibid.how is not None, text)


def _row(found: Sequence[Clue]) -> list[float]:
    sizes = dict.fromkeys(NAMES, 0.0)
    for clue in found:
        if clue.name in sizes:
            sizes[clue.name] += clue.size
    return list(sizes.values())


def chances(case: Case, weights: Floats, share: float = FITTED) -> Floats:
    """The probability of each candidate, and last that of none of them."""
    scores = np.append(case.rows @ weights[:-1] + shift(share) * (1 - case.back), weights[-1])
    masses: Floats = np.exp(scores - scores.max())
    return np.asarray(masses / masses.sum())


def fit(texts: Sequence[Sequence[Case]]) -> Floats:
    """The weights, that of `ELSEWHERE` last: the most probable ones given the cases of these texts and the hand-set weights."""
    hand = np.array([*HAND.values(), ELSEWHERE])
    counted = [pair for text in texts for pair in _counted(text)]

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = 0.0, np.zeros_like(weights)
        for case, weight in counted:
            chance = chances(case, weights)
            total -= weight * log(max(chance[case.meant], 1e-12))
            rows = np.vstack([np.hstack([case.rows, np.zeros((len(case.rows), 1))]), np.eye(len(weights))[-1]])
            slope += weight * (chance @ rows - rows[case.meant])
        away = (weights - hand) / SPREAD
        return total + float(away @ away) / 2, slope + away / SPREAD

    return np.asarray(minimize(loss, hand, jac=True, method="L-BFGS-B").x)


def _counted(text: Sequence[Case]) -> Iterator[tuple[Case, float]]:
    """The cases of a text's mutations with what each counts for."""
    mutated = [case for case in text if case.text != CLEAN]
    kinds = sum(case.interrupted for case in mutated)
    weight = {True: WORTH * FITTED / max(1, kinds), False: WORTH * (1 - FITTED) / max(1, len(mutated) - kinds)}
    return ((case, weight[case.interrupted]) for case in mutated)


@dataclass(frozen=True)
class Reliability:
    """How well weights hold on a text.

    Attributes:
        found, doubted: The shares of interrupted Ibids that are contradicted; or are at least doubted, with the source meant
            as the best or a close reading.
        alone: The share found if each were the only one of its text.
        alarms, astray: The shares of false contradictions in the text as it stands, and beside intruders.
        clean, mutated: The expected calibration errors there (ten bins).
    """

    found: float
    doubted: float
    alone: float
    alarms: float
    astray: float
    clean: float
    mutated: float


def reliability(text: Sequence[Case], weights: Floats) -> Reliability:
    """How well weights hold on the cases of a text, the share of interrupted Ibids learnt from each mutation by itself."""
    grouped: dict[int, list[Case]] = {}
    for case in text:
        grouped.setdefault(case.text, []).append(case)
    hits: dict[str, list[bool]] = {"found": [], "doubted": [], "alone": [], "alarms": [], "astray": []}
    said: dict[bool, list[tuple[float, bool]]] = {True: [], False: []}
    for number, group in grouped.items():
        share = learnt([1 - float(chances(case, weights)[:-1] @ (1 - case.back)) for case in group])
        for case in group:
            odds = chances(case, weights, max(share, FEWEST))[:-1]
            top = int(odds.argmax())
            said[number == CLEAN].append((float(chances(case, weights, share)[top]), top == case.meant))
            if case.interrupted:
                hits["found"].append(top != 0)
                hits["doubted"].append(top != 0 or (case.meant > 0 and bool(odds[case.meant] * CLOSE > odds[0])))
                hits["alone"].append(int(chances(case, weights, FEWEST)[:-1].argmax()) != 0)
            else:
                hits["alarms" if number == CLEAN else "astray"].append(top != 0)
    shares = {name: sum(group) / max(1, len(group)) for name, group in hits.items()}
    return Reliability(**shares, clean=_calibration(said[True]), mutated=_calibration(said[False]))


def _calibration(said: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error: how far what is said is from what is right, in ten bins."""
    bins: dict[int, float] = {}
    for chance, right in said:
        place = min(9, int(chance * 10))
        bins[place] = bins.get(place, 0.0) + chance - right
    return sum(map(abs, bins.values())) / max(1, len(said))


def gathered(data: Path) -> dict[str, list[Case]]:
    """The cases of each text, with its body and without."""
    found = references(data / "notes" / "linkedbooks" / "dataset" / "clean_train.txt.xz")
    half = len(found) // 2
    texts: dict[str, tuple[Document, tuple[bool, ...]]] = {
        "tawney": (with_ibids(book(data, "tawney-c6f0bef")), (True, False)),
        "engels": (with_ibids(book(data, "engels-a19b9c7")), (True, False)),
        "linkedbooks 1": (document(around_ibids(found[:half])), (False,)),
        "linkedbooks 2": (document(around_ibids(found[half:])), (False,)),
    }
    return {
        f"{which}{'' if body else ', notes alone'}": list(cases(text, _ROUNDS[body], 1, body=body))
        for which, (text, bodies) in texts.items()
        for body in bodies
    }


def left_out(known: Mapping[str, list[Case]]) -> Iterator[tuple[str, Reliability]]:
    """How well the weights fitted on all other texts hold on each; the halves of the list of references go together."""
    for which, group in known.items():
        others = [rest for other, rest in known.items() if other.split()[0].strip(",") != which.split()[0].strip(",")]
        yield which, reliability(group, fit(others))


def main() -> None:
    """Show how the weights hold on each text left out, and print those fitted on all."""
    known = gathered(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
    for which, held in left_out(known):
        print(f"{which}, left out: {held}")
    weights = fit(list(known.values()))
    for which, group in known.items():
        print(f"{which}, looked at: {reliability(group, weights)}")
    print("weights:")
    for name, value in zip([*NAMES, "ELSEWHERE"], weights, strict=True):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
