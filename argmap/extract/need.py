"""Whether a copy-editor would ask for a citation, by the annotation guide; in doubt it says so, and asks for none."""

from typing import NamedTuple

from argmap.extract.cuefinder import Cues
from argmap.extract.kind import Kind
from argmap.extract.place import Place
from argmap.extract.support import Ground


class Need(NamedTuple):
    """Whether a citation is needed, and why; `doubtful` if it may be, or if nothing but names says that it is."""

    needed: bool
    reason: str
    doubtful: bool = False


_SURE = 0.0
_DOUBT = -0.8
_HEAD = 12
"""Words among which the subject of a sentence stands."""


def need(kind: Kind, cue: Cues, place: Place, ground: Ground, *, quotes: bool) -> Need:  # noqa: PLR0911 - one answer a reason
    """Judge one sentence. `quotes`: it holds quoted words, more than a term."""
    if not kind.claim and kind.kind != "quotation":
        return Need(needed=False, reason="it claims nothing")
    if not quotes and cue.has("described", within=_OPENING if kind.kind == "reported" else None):
        return Need(needed=False, reason=f"the text says where it stands (“{cue.first('described')}”)")
    if kind.kind in ("quotation", "reported"):
        return Need(needed=True, reason="others' words or views")
    if ground.support == "direct":
        return Need(needed=True, reason="the author cites for it")
    if kind.kind == "thesis":
        return Need(needed=False, reason="it sums up")
    if cue.has("inference"):
        return Need(needed=False, reason=f"the author's own inference (“{cue.first('inference')}”)")
    if cue.has("found_out"):
        return Need(needed=True, reason=f"others' findings (“{cue.first('found_out')}”)")
    return _weighed(kind, cue, place, ground, quotes=quotes)


def _weighed(kind: Kind, cue: Cues, place: Place, ground: Ground, *, quotes: bool) -> Need:
    score = _BASE[kind.kind] + _specific(cue) + 1.2 * (ground.support == "passage") + 0.8 * quotes
    score -= _reasoned(cue) + _structural(cue, place)
    particular = _particular(cue, quotes=quotes)
    if score > _SURE and (quotes or ground.support != "none" or _has_particular(cue)):
        if kind.kind == "factual" and particular == _NAMES and ground.support == "none":
            return Need(needed=True, doubtful=True, reason=f"{_NAMES}, which alone are no sure sign")
        return Need(needed=True, reason=particular)
    if score > _DOUBT:
        return Need(needed=False, doubtful=True, reason=f"{particular}, but {_excuse(cue, place)}")
    return Need(needed=False, reason="the author's own reasoning, or common knowledge")


_OPENING = 7
"""Words in which a report names the place of the work that it is about: "Book II treats first of"."""


def _has_particular(cue: Cues) -> bool:
    """Whether there is something to point at: a figure, a number, a name that the text does not keep repeating."""
    return bool(cue.counts["figures"] or cue.counts["quantities"] or cue.counts["names"])


_BASE = {"factual": -0.2, "interpretive": -0.9, "counterfactual": -1.7}
"""What speaks against a need before anything is known of the sentence but its kind."""


def _specific(cue: Cues) -> float:
    """Figures and dates that are not common ground of the text, events, and length: long sentences hold particulars.

    A year only says when; a day or a number is a particular.
    """
    counts = cue.counts
    figures = 0.8 * min(2, counts["figures"] + counts["quantities"]) - 0.3 * min(1, counts["years"])
    return figures + 0.15 * min(3, counts["past"]) + 0.025 * min(50, counts["words"])


def _reasoned(cue: Cues) -> float:
    """Marks of the author's own reasoning, and of what is granted as known."""
    score = 0.25 * min(2, cue.number("evaluation")) + 0.6 * min(2, cue.number("modal"))
    score += 0.3 * cue.has("first_person") + 0.4 * cue.has("drawn") + 0.4 * cue.has("sum")
    return score + 0.4 * cue.has("points_back", within=1) + 1.0 * cue.has("granted")


def _structural(cue: Cues, place: Place) -> float:
    """Topic sentences, conclusions of paragraph and text, and what is said of the evidence as a whole."""
    score = 0.0 if place.short else 0.7 * place.first + 0.3 * place.last
    score += 0.6 * (place.first and place.cited_below and not cue.counts["figures"]) + 0.2 * place.closing
    score += 0.6 * (place.closing and not cue.counts["fresh"])
    return score + 0.6 * _on_evidence(cue)


def _on_evidence(cue: Cues) -> bool:
    return cue.has("evidence", within=_HEAD)


_NAMES = "specific: names and particulars"
"""Facts without a figure, a quotation or a note that are told by names: right in 10 of 25 on the annotated books."""


def _particular(cue: Cues, *, quotes: bool) -> str:
    if quotes:
        return "it quotes"
    for name, words in (
        ("figures", "figures or dates"),
        ("quantities", "a number or share"),
        ("names", "names and particulars"),
    ):
        if cue.counts[name]:
            return f"specific: {words}"
    return "a particular that not everybody knows"


def _excuse(cue: Cues, place: Place) -> str:
    """What speaks most against a need that is in doubt."""
    excuses = (
        (cue.has("granted"), "it may be common knowledge"),
        (_on_evidence(cue), "it speaks of the evidence as a whole"),
        (cue.has("drawn") or cue.has("sum"), "it may follow from what was said before"),
        (place.first, "it may only lead up to the particulars that follow"),
        (place.last or place.closing, "it may conclude from what was said before"),
        (cue.has("points_back", within=1), "it may follow from what was said before"),
    )
    return next((words for holds, words in excuses if holds), "it may be the author's own reasoning")
