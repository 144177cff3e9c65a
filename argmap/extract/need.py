"""Whether a copy-editor would ask for a citation, by the annotation guide; in doubt it says so, and asks for none.

What the rules are sure of stands: what is covered, reported, quoted, no claim, or plainly particular. Of the rest what they
say is one sign among others, and learnt weights (`signs`) say how likely a need is.
"""

from collections.abc import Sequence
from typing import NamedTuple

from argmap.extract.assertions import Kind
from argmap.extract.cuefinder import Cues
from argmap.extract.place import Place
from argmap.extract.signs import Signs, Weights, levelled, shipped, signs, strongest, weighed
from argmap.extract.support import Ground
from argmap.extract.voice import Voice


class Need(NamedTuple):
    """Whether a citation is needed, and why; `doubtful` if it may be, or if a need that is told is no sure one."""

    needed: bool
    reason: str
    doubtful: bool = False


class Claimed(NamedTuple):
    """What is known of a sentence when its need is judged. `quoted`: how many of its words are quoted."""

    text: str
    voice: Voice
    kind: Kind
    cue: Cues
    place: Place
    ground: Ground
    quoted: int

    @property
    def quotes(self) -> bool:
        """Whether it quotes more than a term or an ironical word."""
        return self.quoted >= _QUOTE


_PERHAPS, _DOUBT = -0.8, -1.3
"""Logarithms of odds from which a need is told as one that may be, and as in doubt.

By weights that have not seen the author, a third to two fifths of what is told as "perhaps" do lack a citation; of what is
in doubt 9 to 26 in a hundred, of the rest 10 to 15.
"""
_ALONE = Ground("none", (), "")
_QUOTE = 4
_LONG_QUOTE = 20


def needs(rows: Sequence[Claimed], weights: Weights | None = None) -> list[Need]:
    """Judge all sentences of a text. `weights`: the shipped ones if None."""
    learnt = weights or shipped("need")
    found = [signs_of(row) for row in rows]
    odds = levelled([weighed(one, learnt) for one in found])
    return [_judged(row, one, level, learnt) for row, one, level in zip(rows, found, odds, strict=True)]


def signs_of(row: Claimed) -> Signs:
    """The signs of a sentence, as if nobody cited for it."""
    alone = row._replace(ground=_ALONE)
    ruled, kind = by_rule(alone), row.kind
    found = signs(row.text, row.place) | {
        f"rule {_degree(ruled)}": 1.0,
        f"because {_head(ruled.reason)}": 1.0,
        "particular": float(_has_particular(row.cue)),
        f"kind {kind.kind}": 1.0,
        f"sure {kind.kind}": kind.confidence,
        f"voice {row.voice.kind}": 1.0,
        "quotes": float(row.quoted > 0),
        "quoted": min(1.0, row.quoted / _LONG_QUOTE),
    }
    if kind.kind in _BASE:
        found |= {"weighed": 1.0, "score": max(-_CLEAR, min(_CLEAR, _score(alone)))}
    return found


_CLEAR = 3.0
"""A score of the rules beyond which more does not count."""


def _degree(ruled: Need) -> str:
    return ("perhaps" if ruled.doubtful else "needed") if ruled.needed else "in doubt" if ruled.doubtful else "no"


def _head(reason: str) -> str:
    """A reason without the words of the text that it names, and without what excuses the sentence."""
    return reason.partition(" (")[0].partition(", but")[0]


def _judged(row: Claimed, found: Signs, odds: float, weights: Weights) -> Need:
    ruled = by_rule(row)
    if row.ground.support != "none" or row.kind.kind not in _BASE or (ruled.needed and not ruled.doubtful):
        return ruled
    needed = odds > _PERHAPS
    told = strongest(found, weights, speaking_for=needed)
    return Need(needed, _told(ruled, told, needed=needed), doubtful=odds > _DOUBT)


def _told(ruled: Need, signs: str, *, needed: bool) -> str:
    if not signs:
        return ruled.reason
    if needed and not ruled.needed:
        return f"for it: {signs} (against it: {ruled.reason.replace('; ', ', ')})"
    return f"{ruled.reason} ({'for' if needed else 'against'} it: {signs})"


_SURE = 0.0
_UNSURE = -0.8
_HEAD = 12
"""Words among which the subject of a sentence stands."""


def by_rule(row: Claimed) -> Need:  # noqa: PLR0911 - one answer a reason
    """What the rules say of one sentence."""
    kind, cue, quotes = row.kind, row.cue, row.quotes
    if not kind.claim and kind.kind != "quotation":
        return Need(needed=False, reason="it claims nothing")
    if not quotes and cue.has("described", within=_OPENING if kind.kind == "reported" else None):
        return Need(needed=False, reason=f"the text says where it stands (“{cue.first('described')}”)")
    if kind.kind in ("quotation", "reported"):
        return Need(needed=True, reason="others' words or views")
    if row.ground.support == "direct":
        return Need(needed=True, reason="the author cites for it")
    if kind.kind == "thesis":
        return Need(needed=False, reason="it sums up")
    if cue.has("inference"):
        return Need(needed=False, reason=f"the author's own inference (“{cue.first('inference')}”)")
    if cue.has("found_out"):
        return Need(needed=True, reason=f"others' findings (“{cue.first('found_out')}”)")
    return _weighed(row)


def _score(row: Claimed) -> float:
    """How strongly what a sentence holds asks for a citation."""
    score = _BASE[row.kind.kind] + _specific(row.cue) + 1.2 * (row.ground.support == "passage") + 0.8 * row.quotes
    return score - _reasoned(row.cue) - _structural(row.cue, row.place)


def _weighed(row: Claimed) -> Need:
    score, alone = _score(row), row.ground.support == "none"
    particular = _particular(row.cue, quotes=row.quotes)
    if score > _SURE and (row.quotes or not alone or _has_particular(row.cue)):
        if row.kind.kind == "factual" and particular == _NAMES and alone:
            return Need(needed=True, doubtful=True, reason=f"{_NAMES}, which alone are no sure sign")
        return Need(needed=True, reason=particular)
    if score > _UNSURE:
        return Need(needed=False, doubtful=True, reason=f"{particular}, but {_excuse(row.cue, row.place)}")
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
