"""Signs of a sentence that tell whether it needs a citation and what kind it is, and their learnt weights (`weights/*.json`).

The signs are what the rules say, where the sentence stands, its marks, and its words; not who or what it is about: names
are no signs (one that begins a sentence cannot be told from other words there). The weights are those of logistic
regressions, fitted by `python -m tests.bench.fit_need` and `python -m tests.bench.fit_kind`.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from argmap.extract.cues import word_set
from argmap.extract.place import Place

WEIGHTS = Path(__file__).parent / "weights"
Signs = dict[str, float]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MARKS = {
    "“": "quotation marks",
    ";": "a semicolon",
    "—": "a dash",
    "?": "a question",
    "!": "an exclamation",
    ":": "a colon",
    "(": "brackets",
    "£": "money",
    "%": "a percentage",
}
_ALIKE = str.maketrans('"„«–$€', "“““—££")
"""Marks that are other forms of one of these."""
_PLACES = {
    "first": "the first sentence of its paragraph",
    "last": "the last sentence of its paragraph",
    "opening": "the opening of the text",
    "closing": "the end of the text",
    "short": "a short paragraph",
    "answers": "it answers a view",
    "concludes": "its paragraph sums up",
    "final": "the last sentence of the text",
}
_TOLD = 3
"""Signs that are told of a sentence."""
_LEVELS = 0.8
"""How far a text's own level is taken away: texts differ in what they state and what they argue less than in their manner."""
_FEW = 10
"""Sentences of a text whose level counts half."""
_USUAL = -1.0
"""The usual level: one sentence in four needs a citation and has none."""


class Weights(NamedTuple):
    """What each sign weighs in natural logarithms of odds, and the constant."""

    signs: Mapping[str, float]
    constant: float


def signs(text: str, place: Place) -> Signs:
    """The signs that the words of a sentence are, and where it stands."""
    found = {f"place {name}": 1.0 for name in _PLACES if getattr(place, name)}
    marks = text.translate(_ALIKE)
    found |= {f"mark {mark}": 1.0 for mark in _MARKS if mark in marks}
    words = list(_words(text))
    found |= {f"word {word}": 1.0 for word in words}
    return found | {f"opens {word}": 1.0 for word in words[:1]}


def _words(text: str) -> Iterator[str]:
    """The words of a sentence, in small letters; capitalised ones, most of them names, only where they begin it."""
    begin = len(text) - len(text.lstrip("“‘(\"' "))
    for match in _WORD.finditer(text):
        if match.start() <= begin or not match[0][0].isupper():
            yield match[0].casefold()


def weighed(found: Signs, weights: Weights) -> float:
    """The logarithm of the odds that a sentence with these signs is what the weights tell."""
    return weights.constant + sum(size * weights.signs.get(name, 0.0) for name, size in found.items())


def levelled(odds: Sequence[float]) -> list[float]:
    """The odds of all sentences of a text, less most of what the text as a whole has more than usual.

    Who writes in the past tense with many names has high odds everywhere; that does not say that he cites too little.
    """
    share = _LEVELS * len(odds) / (len(odds) + _FEW)
    away = share * (sum(odds) / max(1, len(odds)) - _USUAL)
    return [one - away for one in odds]


def strongest(found: Signs, weights: Weights, *, speaking_for: bool) -> str:
    """The signs that speak most strongly for or against a need, in words; empty if there are none."""
    sides = {name: size * weights.signs.get(name, 0.0) * (1 if speaking_for else -1) for name, size in found.items()}
    told = (name for name in sorted(sides, key=lambda name: (-sides[name], name)) if sides[name] > _LEAST)
    named = dict.fromkeys(words for name in told if (words := _in_words(name)))
    return ", ".join(list(named)[:_TOLD])


_LEAST = 0.05
_SILENT = word_set(
    "a an the and of to in at by on with for from as been being their they its his her who which that is it was were"
    " be are am i we you he she him them me us my our your this these those there here had has have do does did so than then if"
)
"""Words that tell a reader nothing, whatever they weigh."""


def _in_words(name: str) -> str:
    kind, _, rest = name.partition(" ")
    if kind in ("word", "opens"):
        return "" if rest in _SILENT else f"“{rest}”"
    return {"place": _PLACES, "mark": _MARKS}.get(kind, {}).get(rest, "")


@cache
def shipped(name: str) -> Weights:
    """Weights that argmap comes with, of `weights/NAME.json`; read on first use."""
    read = json.loads((WEIGHTS / f"{name}.json").read_text("utf-8"))
    return Weights(read["signs"], read["constant"])
