"""A linear-chain tagger for the words of one reference: author, title, place … collection, busta, carte.

For references whose parts only commas divide ("C. Alfa, Storia delle acque, Verona, Reni, 1950, p. 3"), where no rule
can tell a title's comma from the one behind it. Weights (`tagger.npz`) are trained by tests/bench/train_cite.py, a
structured averaged perceptron (Collins 2002) over hashed features; what they are trained on says tagger.txt.
"""

import re
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

LABELS = (
    "author", "editor", "translator", "title", "container", "place", "publisher", "date", "volume", "pages", "edition",
    "series", "genre", "address", "note", "other", "archive", "collection", "unit", "leaf", "item",
)  # fmt: skip
BITS = 16
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_ROMAN = re.compile(r"[IVXLC]+$|[ivxlc]+$")
_QUOTES = str.maketrans(dict.fromkeys("“”„«»‘’'`", '"'))
_DASHES = str.maketrans(dict.fromkeys("‐–—−", "-"))
_MOST_WORDS = 400
_LONGEST_GAP = 3
_REACH = 2  # words on either side whose features count


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch of words with one label: `[start, end)` in the text, from its first word to its last."""

    label: str
    start: int
    end: int


def tag(text: str) -> list[Tagged]:
    """Label the words of a reference and join neighbours of one label. Deterministic; linear in the text."""
    words = list(_WORD.finditer(text))[:_MOST_WORDS]
    if not words:
        return []
    weights, steps = _model()
    spans = [(word.start(), word.end()) for word in words]
    path = best_path(weights[features(text, spans)].sum(axis=1), steps)
    out: list[Tagged] = []
    for (start, end), label in zip(spans, (LABELS[index] for index in path), strict=True):
        if out and out[-1].label == label:
            out[-1] = Tagged(label, out[-1].start, end)
        else:
            out.append(Tagged(label, start, end))
    return out


@cache
def _model() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The weights of features × labels, and of label behind label (its last row: at the beginning)."""
    with files("argmap.cite").joinpath("tagger.npz").open("rb") as file, np.load(file) as saved:
        return saved["weights"].astype(np.float32), saved["steps"].astype(np.float32)


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
    """Feature numbers, words × features: each word's own, its neighbours', and where it stands in the reference."""
    edges = [0, *(index for span in spans for index in span), len(text)]
    gaps = [_gap(text[edges[i] : edges[i + 1]]) for i in range(0, len(edges), 2)]
    own = np.array([_own(text[a:b], gaps[i], gaps[i + 1]) for i, (a, b) in enumerate(spans)], dtype=np.int64)
    blank = np.zeros((_REACH, own.shape[1]), dtype=np.int64)
    padded = np.concatenate([blank, own, blank])
    columns = [own]
    for offset in range(-_REACH, _REACH + 1):
        if offset:
            moved = padded[_REACH + offset : _REACH + offset + len(own)]
            columns.append(moved[:, : 6 if abs(offset) == 1 else 3] * (2654435761 + 4 * offset) + offset)
    columns.append(np.array(_places(text, spans, gaps), dtype=np.int64))
    return np.concatenate(columns, axis=1) & ((1 << BITS) - 1)


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
        out.append(
            tuple(
                _hash(words)
                for words in (
                    f"i{min(index, 6)}{shape}",
                    f"j{min(last - index, 6)}{shape}",
                    f"q{state}",
                    f"r{state}{shape}{gap}",
                    f"y{min(years, 2)}{shape}{min(last - index, 3)}",
                    f"h{hosted}{min(years, 1)}{shape}{gap}",
                    "1",
                )
            )
        )
        years += shape == "year"
        hosted = hosted or text[start:end].lower() in {"in", "cura", "dans", "ed", "eds", "hrsg"}
    return out
