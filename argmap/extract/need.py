"""Whether a copy-editor would ask for a citation, by the annotation guide."""

from typing import NamedTuple

from argmap.extract.cuefinder import Cues
from argmap.extract.kind import Kind, Place
from argmap.extract.support import Ground


class Need(NamedTuple):
    """Whether a citation is needed, and why."""

    needed: bool
    reason: str


def need(kind: Kind, cue: Cues, place: Place, ground: Ground, *, quotes: bool) -> Need:
    """Judge one sentence. `quotes`: it holds quoted words, more than a term."""
    if not kind.claim and kind.kind != "quotation":
        return Need(needed=False, reason="it claims nothing")
    if kind.kind in ("quotation", "reported"):
        return Need(needed=True, reason="others' words or views")
    if ground.support == "direct":
        return Need(needed=True, reason="the author cites for it")
    if kind.kind == "thesis":
        return Need(needed=False, reason="it sums up")
    score = (
        _BASE[kind.kind] + _specific(cue) - _reasoned(cue, place) + 0.6 * (ground.support == "passage") + 0.8 * quotes
    )
    if score > 0:
        return Need(needed=True, reason=_why_needed(cue, quotes=quotes))
    return Need(needed=False, reason="the author's own reasoning, or common knowledge")


_BASE = {"factual": 0.8, "interpretive": -0.6, "counterfactual": -0.8}


def _specific(cue: Cues) -> float:
    counts = cue.counts
    figures = 0.6 * min(2, counts["digits"]) + 0.1 * min(4, counts["names"]) + 0.2 * min(3, counts["past"])
    return figures + 0.02 * min(60, counts["words"]) + 0.3 * cue.has("motive") * (counts["names"] > 1)


def _reasoned(cue: Cues, place: Place) -> float:
    score = 0.25 * min(2, cue.number("evaluation")) + 0.4 * min(2, cue.number("modal"))
    score += 0.3 * min(2, cue.number("first_person")) + 0.4 * cue.has("sum") + 0.5 * cue.has("start_sum", within=1)
    return score + 0.5 * cue.has("points_back", within=1) + 0.4 * (place.first or place.last)


def _why_needed(cue: Cues, *, quotes: bool) -> str:
    if quotes:
        return "it quotes"
    for name, words in (("digits", "figures or dates"), ("names", "names and particulars")):
        if cue.counts[name]:
            return f"specific: {words}"
    return "a particular that not everybody knows"
