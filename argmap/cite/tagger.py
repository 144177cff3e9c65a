"""A linear-chain tagger for the words of one reference: author, title, place … or archive, collection, unit, leaf.

For references whose parts only commas divide ("C. Alfa, Storia delle acque, Verona, Reni, 1950, p. 3"), where no rule
can tell a title's comma from the one behind it. A conditional random field (Lafferty, McCallum and Pereira 2001) over
hashed features with two sets of labels and no step from one to the other: a reference is published or kept in an
archive from end to end, and which is likelier is weighed over all its words. Its scores are the mean of those of linear
weights (`tagger.npz`) and of a small network (`argmap.cite.network`), trained apart by tests/bench/train_cite.py; what
they are trained on says tagger.txt.
"""

import re
import zlib
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from argmap.cite.network import Network, trained

PUBLISHED = (
    "author", "editor", "translator", "title", "container", "place", "publisher", "date", "volume", "pages", "edition",
    "series", "genre", "address", "note", "other",
)  # fmt: skip
KEPT = ("archive", "collection", "unit", "leaf", "item", "day", "aside")
LABELS = (*PUBLISHED, *KEPT)
BITS = 17
WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_ROMAN = re.compile(r"[IVXLC]+$|[ivxlc]+$")
_QUOTES = str.maketrans(dict.fromkeys("“”„«»‘’'`", '"'))
_DASHES = str.maketrans(dict.fromkeys("‐–—−", "-"))
_MOST_WORDS = 400
_LONGEST_GAP = 3
_REACH = 2  # words on either side whose features count
_LEAST = 1e-300
_SPREAD = 2654435761  # spreads numbers over the table


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch of words with one label: `[start, end)` in the text, from its first word to its last."""

    label: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """Both readings of a reference.

    Attributes:
        spans: Of its words, `[start, end)` in the text.
        scores: Words × labels.
        odds: Natural logarithm of the odds that an archive keeps what it names.
    """

    spans: tuple[tuple[int, int], ...]
    scores: NDArray[np.float32]
    odds: float

    @cached_property
    def published(self) -> tuple[Tagged, ...]:
        """The best labels, neighbours joined, if it names a publication."""
        return self._stretches(0, len(PUBLISHED))

    @cached_property
    def kept(self) -> tuple[Tagged, ...]:
        """The best labels, neighbours joined, if it names an archive's holdings."""
        return self._stretches(len(PUBLISHED), len(LABELS))

    def best(self, prior: float = 0.0) -> tuple[Tagged, ...]:
        """The likelier of the two; `prior` is what else speaks for an archive, in logarithms of odds."""
        return self.kept if self.odds + prior > 0 else self.published

    def _stretches(self, first: int, last: int) -> tuple[Tagged, ...]:
        if not self.spans:
            return ()
        steps = _model().steps
        within = np.concatenate([steps[first:last, first:last], steps[-1:, first:last]])
        out: list[Tagged] = []
        for (start, end), index in zip(self.spans, best_path(self.scores[:, first:last], within), strict=True):
            label = LABELS[first + index]
            if out and out[-1].label == label:
                out[-1] = Tagged(label, out[-1].start, end)
            else:
                out.append(Tagged(label, start, end))
        return tuple(out)


@dataclass(frozen=True, slots=True)
class _Model:
    """Weights of features × labels in units of 1 / `scale`, the network, and the weights of label behind label of both (last row: at the beginning)."""

    weights: NDArray[np.int8]
    scale: float
    network: Network
    steps: NDArray[np.float32]

    def scores(self, numbers: NDArray[np.intp]) -> NDArray[np.float32]:
        """Words × labels of a reference, whose feature numbers are words × features."""
        linear = self.weights[numbers].sum(axis=1, dtype=np.int32).astype(np.float32) / np.float32(self.scale)
        return _mean(linear, self.network.scores(numbers))


def read_reference(text: str) -> Reading:
    """Label the words of a reference in both ways. Deterministic; linear in the text."""
    spans = [match.span() for match in WORD.finditer(text)][:_MOST_WORDS]
    if not spans:
        return Reading((), np.zeros((0, len(LABELS)), dtype=np.float32), 0.0)
    model = _model()
    scores = model.scores(features(text, spans))
    return Reading(tuple(spans), scores, _odds(scores, model.steps))


@cache
def _model() -> _Model:
    with files("argmap.cite").joinpath("tagger.npz").open("rb") as file, np.load(file) as saved:
        beside = trained()
        return _Model(saved["weights"], float(saved["scale"]), beside, _mean(saved["steps"], beside.steps))


def _mean(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    """Half of the linear scores and half of the network's: of two that err in different places."""
    both: NDArray[np.float32] = (one + other) * np.float32(0.5)
    return both


def _odds(scores: NDArray[np.float32], steps: NDArray[np.float32]) -> float:
    """Of all paths through kept labels against all paths through published ones: the forward algorithm."""
    words = np.exp(scores - scores.max(axis=1, keepdims=True), dtype=np.float64)
    between = chains(steps)
    reached = words[0] * np.exp(steps[-1])
    for word in words[1:]:
        reached = (reached @ between) * word
        reached /= reached.sum()
    published, kept = reached[: len(PUBLISHED)].sum(), reached[len(PUBLISHED) :].sum()
    return float(np.log(max(kept, _LEAST)) - np.log(max(published, _LEAST)))


def chains(steps: NDArray[Any]) -> NDArray[np.float64]:
    """Factors of label behind label; nought from one set of labels to the other."""
    kept = np.arange(len(LABELS)) >= len(PUBLISHED)
    within: NDArray[np.float64] = np.exp(steps[:-1], dtype=np.float64) * (kept[:, None] == kept)
    return within


def best_path(scores: NDArray[np.float32], steps: NDArray[np.float32]) -> list[int]:
    """The best sequence of labels (Viterbi): `scores` is words × labels, `steps` (labels + 1) × labels."""
    total = scores[0] + steps[-1]
    between = steps[:-1]
    back = np.empty(scores.shape, dtype=np.intp)
    for row in range(1, len(scores)):
        paths = total[:, None] + between
        back[row] = paths.argmax(axis=0)
        total = paths.max(axis=0) + scores[row]
    path = [int(total.argmax())]
    for row in range(len(scores) - 1, 0, -1):
        path.append(int(back[row, path[-1]]))
    return path[::-1]


def features(text: str, spans: list[tuple[int, int]]) -> NDArray[np.intp]:
    """Feature numbers, words × features: each word's own, its neighbours', pairs of them, and where it stands."""
    edges = [0, *(index for span in spans for index in span), len(text)]
    gaps = [_gap(text[edges[i] : edges[i + 1]]) for i in range(0, len(edges), 2)]
    own = np.array([_own(text[a:b], gaps[i], gaps[i + 1]) for i, (a, b) in enumerate(spans)], dtype=np.int64)
    blank = np.zeros((_REACH, own.shape[1]), dtype=np.int64)
    padded = np.concatenate([blank, own, blank])
    near = {offset: padded[_REACH + offset : _REACH + offset + len(own)] for offset in range(-_REACH, _REACH + 1)}
    columns = [own]
    for offset, moved in near.items():
        if offset:
            columns.append(moved[:, : 6 if abs(offset) == 1 else 3] * (_SPREAD + 4 * offset) + offset)
    columns += _pairs(near)
    columns.append(np.array(_places(text, spans, gaps), dtype=np.int64))
    return np.concatenate(columns, axis=1) & ((1 << BITS) - 1)


def _pairs(near: dict[int, NDArray[np.int64]]) -> list[NDArray[np.int64]]:
    """Two and three words in a row, and three shapes with the marks between."""
    word, shape, marked = slice(0, 1), slice(1, 2), slice(2, 3)
    here, before, after = near[0], near[-1], near[1]
    return [
        _mixed(before[:, marked], here[:, word], 11),
        _mixed(here[:, marked], after[:, word], 12),
        _mixed(before[:, shape], _mixed(here[:, shape], after[:, shape], 13), 14),
        _mixed(_mixed(near[-2][:, marked], before[:, marked], 15), here[:, word], 16),
    ]


def _mixed(one: NDArray[np.int64], other: NDArray[np.int64], salt: int) -> NDArray[np.int64]:
    return ((one * _SPREAD) ^ (other * 40503 + salt)) >> 3


@lru_cache(maxsize=4096)
def _gap(between: str) -> str:
    """The punctuation between two words, white space left out, marks of one kind made equal."""
    return re.sub(r"\s+", "", between[:40]).translate(_QUOTES).translate(_DASHES)[:_LONGEST_GAP]


def _hash(words: str) -> int:
    return zlib.crc32(words.encode())


@lru_cache(maxsize=1 << 14)
def _own(word: str, before: str, after: str) -> tuple[int, ...]:
    """Features of one word with the punctuation on both sides; the first ones are those that neighbours see."""
    lower, shape = word.lower(), _shape(word)
    return tuple(
        _hash(words)
        for words in (
            f"w{lower}",
            f"s{shape}{after}",
            f"v{lower}{after}",
            f"b{before}_{shape}",
            f"x{shape}",
            f"e{lower[-3:]}",
            f"p{lower[:3]}",
            f"u{before}_{lower}",
            f"g{before}_{after}_{shape}",
            f"t{lower[-2:]}{shape}",
        )
    )


def _shape(word: str) -> str:
    if word.isdigit():
        return "year" if _YEAR.match(word) else f"{min(len(word), 5)}d"
    if word[0].isdigit():
        return "leaf" if word[-1] in "rvtab" else "mixed"
    if _ROMAN.match(word) and len(word) > 1:
        return "roman"
    if len(word) == 1:
        return "I" if word.isupper() else "i"
    return "AA" if word.isupper() else "Aa" if word[0].isupper() else "a"


def _places(text: str, spans: list[tuple[int, int]], gaps: list[str]) -> list[tuple[int, ...]]:
    """Where each word stands: from the beginning, from the end, in quotation marks or brackets, behind what."""
    out = []
    commas = years = quoted = depth = closed = 0
    last = len(spans) - 1
    hosted = False
    for index, (start, end) in enumerate(spans):
        gap = gaps[index]
        commas += "," in gap
        depth = max(0, depth + gap.count("(") - gap.count(")"))
        if '"' in gap and len(gap) > 0 and (text[max(0, start - 2) : start].strip(" ") != "’" or gap != '"'):
            closed, quoted = closed + quoted, 1 - quoted
        shape = _shape(text[start:end])
        state = f"{min(commas, 4)}{min(depth, 1)}{quoted}{min(closed, 1)}"
        out.append(_place((min(index, 6), min(last - index, 6), shape, state, gap, min(years, 2), hosted)))
        years += shape == "year"
        hosted = hosted or text[start:end].lower() in {"in", "cura", "dans", "ed", "eds", "hrsg"}
    return out


@lru_cache(maxsize=1 << 14)
def _place(where: tuple[int, int, str, str, str, int, bool]) -> tuple[int, ...]:
    """Features of a place: words before and behind it, the shape of its own, marks so far, the gap, years and an "in" before."""
    first, last, shape, state, gap, years, hosted = where
    return tuple(
        _hash(words)
        for words in (
            f"i{first}{shape}",
            f"j{last}{shape}",
            f"q{state}",
            f"r{state}{shape}{gap}",
            f"y{years}{shape}{min(last, 3)}",
            f"h{hosted}{min(years, 1)}{shape}{gap}",
            "1",
        )
    )
