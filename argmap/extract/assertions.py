"""What kind an assertion of the author's own is: what would have been, a general conclusion, a fact, or a judgement.

The rules give scores; weights learnt from the passages of many authors (`signs`) correct them by a sentence's place and words.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

from argmap.extract.cuefinder import Cues
from argmap.extract.place import Place
from argmap.extract.signs import Signs, Weights, shipped, signs, strongest, weighed
from argmap.model import ClaimKind, Support


class Kind(NamedTuple):
    """A sentence's kind, whether it is a claim, the confidence (0..1) of the kind, and the reason."""

    kind: ClaimKind
    claim: bool
    confidence: float
    reason: str


class Stated(NamedTuple):
    """What is known of an assertion: its words, its cues, its place, and whether it or a later sentence has a note."""

    text: str
    cue: Cues
    place: Place
    noted: Support = "none"


FACT, THESIS = "fact", "thesis"
"""The names of the weights that tell facts from the rest, and general conclusions from the rest."""


def assertion(stated: Stated) -> Kind:
    """The kind of one assertion: a judgement, unless what speaks for a fact or a general conclusion outweighs the rest."""
    if unreal := _counterfactual(stated.cue):
        return Kind("counterfactual", claim=True, confidence=0.7, reason=f"says what would have been (“{unreal}”)")
    found = signs_of(stated)
    kind, told = odds(found, {name: shipped(name) for name in (FACT, THESIS)})
    if kind == "factual" and stated.cue.has("inference"):  # who says that he infers states no fact, whatever he infers
        kind, told = "interpretive", 0.0
    certain = sure(kind, told)
    reason = _reason(kind, stated.cue, found)
    return Kind(kind, claim=True, confidence=certain, reason=reason if certain >= _EVEN else f"{reason}, in doubt")


def signs_of(stated: Stated) -> Signs:
    """The signs that an assertion's kind is told by."""
    cue, counts = stated.cue, stated.cue.counts
    found = signs(stated.text, stated.place)
    found |= {f"cue {name}": float(min(_MOST_CUES, cue.number(name))) for name in cue.found}
    found |= {f"holds {name}": float(min(_MOST_HELD, counts[name])) for name in _HELD if counts[name]}
    return found | {
        f"noted {stated.noted}": 1.0,
        "words": min(_LONG, counts["words"]) / _SOME_WORDS,
        "fact score": _fact_score(stated),
        "thesis score": _thesis_score(stated),
    }


_HELD = ("digits", "dates", "names", "past", "quantities", "figures", "rare", "fresh", "years")
_MOST_CUES, _MOST_HELD, _LONG, _SOME_WORDS = 2, 4, 60, 20


def odds(found: Signs, weights: Mapping[str, Weights]) -> tuple[ClaimKind, float]:
    """The kind that the signs tell, and its natural logarithm of odds."""
    fact, thesis = (weighed(found, weights[name]) for name in (FACT, THESIS))
    if fact > _FACT:
        return "factual", fact
    if thesis > _THESIS:
        return "thesis", thesis
    either = math.exp(fact) + math.exp(thesis) + math.exp(fact + thesis)  # the odds of one of them against neither
    return "interpretive", -math.log(max(either, _LEAST))


_LEAST = 1e-9
_FACT, _THESIS = 0.0, -1.2
"""Odds from which an assertion is told as a fact, else as a general conclusion: so many are told as there are."""


def _reason(kind: ClaimKind, cue: Cues, found: Signs) -> str:
    if kind == "factual":
        words, signs = _facts(cue), strongest(found, shipped(FACT), speaking_for=True)
    elif kind == "thesis":
        words = f"a general conclusion ({_because(cue, 'sum', 'start_sum', 'cause', 'evaluation')})"
        signs = strongest(found, shipped(THESIS), speaking_for=True)
    else:
        words = f"judges or explains ({_because(cue, 'cause', 'motive', 'evaluation', 'modal', 'contrast')})"
        signs = strongest(found, shipped(FACT), speaking_for=False)
    return f"{words}; {signs}" if signs else words


_EVEN = 0.5
_CALIBRATION = {"factual": (0.0, 0.65), "thesis": (-0.2, 0.75), "interpretive": (0.0, 0.55)}
"""Intercept and slope of a logistic curve (Platt 1999) from the odds of a kind to how often it is right.

Fitted by `tests.bench.fit_kind` on what weights say that have seen nothing of the author.
"""


def sure(kind: str, odds: float) -> float:
    """How often a kind with such odds is right."""
    intercept, slope = _CALIBRATION[kind]
    return round(1 / (1 + math.exp(-intercept - slope * odds)), 2)


def _counterfactual(cue: Cues) -> str:
    """The words that say what would have been; empty if there are none."""
    supposed = cue.has("inverted") and cue.has("supposed")
    if not (supposed or cue.has("counterfactual") or (cue.has("might_have") and cue.has("unreal"))):
        return ""
    return next(cue.first(name) for name in ("counterfactual", "might_have", "supposed") if cue.has(name))


_THESIS_CUES = {"sum": 1.0, "cause": 0.2, "evaluation": 0.25, "modal": -0.4}
_FACT_CUES = {
    "cause": -0.5,
    "motive": -0.7,
    "evaluation": -0.75,
    "modal": -0.35,
    "first_person": -0.2,
    "sum": -0.5,
    "inference": -2,
}
_NOTED = {"direct": 1.2, "passage": 0.4, "none": 0.0}


def _thesis_score(stated: Stated) -> float:
    """How much a sentence looks like a general conclusion by the rules."""
    cue, place = stated.cue, stated.place
    score = sum(weight * min(2, cue.number(name)) for name, weight in _THESIS_CUES.items())
    score += (
        0.8 * cue.has("start_sum", within=1)
        + 0.8 * (place.first or place.last)
        + 0.4 * (place.opening or place.closing)
    )
    score += (
        1.5 * (place.answers and place.opening)
        + 1.2 * (place.concludes and (place.first or place.last or cue.has("sum") or cue.has("start_sum", within=1)))
        + 0.6 * (place.final and not (cue.counts["fresh"] + cue.counts["quantities"]))
    )
    return score - 0.25 * min(2, cue.counts["digits"]) - 0.01 * cue.counts["words"] - 0.6 * (stated.noted != "none")


def _fact_score(stated: Stated) -> float:
    """How much a sentence looks like a fact by the rules."""
    cue, place, counts = stated.cue, stated.place, stated.cue.counts
    score = 0.3 + 0.9 * min(2, counts["digits"]) + 0.15 * min(4, counts["names"]) + 0.1 * min(3, counts["past"])
    score += _NOTED[stated.noted] - 0.3 * place.first - 0.4 * place.last - 0.4 * cue.has("points_back", within=1)
    return score + sum(weight * min(3, cue.number(name)) for name, weight in _FACT_CUES.items())


def _because(cue: Cues, *names: str) -> str:
    found = [f"“{cue.first(name)}”" for name in names if cue.has(name)]
    return ", ".join(found) if found else "no date, figure or event"


def _facts(cue: Cues) -> str:
    kinds = [name for name in ("dates", "digits", "names", "past") if cue.counts[name]]
    words = {"dates": "a date", "digits": "figures", "names": "names", "past": "an event"}
    return f"a specific fact ({', '.join(words[kind] for kind in kinds) or 'no word of judgement'})"
