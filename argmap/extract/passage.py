"""Where a passage begins: what a note further down its paragraph does not reach."""

from argmap.extract.cuefinder import Cues
from argmap.extract.cues import SCHOLARS, WORKS
from argmap.extract.kind import Kind, Place
from argmap.extract.voice import Voice
from argmap.model import Sentence

_HEAD = 8
"""Words in which a sentence describes its speaker: the historian Ann Hartwell; Dune, author of …."""


def ends_passage(sentence: Sentence, voice: Voice, kind: Kind, cue: Cues, place: Place) -> str:
    """Why a later note covers neither this sentence nor what stands before it; empty if it may.

    A passage rests on the sources of its note. So it does not reach over the position of a scholar who is named with
    his work and has no note, or over an inference that the author says is his own. (A mere signpost inside a paragraph
    does not end it: one source often serves several matters.) Nor does it reach a general conclusion of the author's,
    or the topic sentence of its paragraph, unless the note stands in the very next sentence.
    """
    if voice.kind == "reported" and cue.counts["names"] and _described(sentence.text):
        return f"what {voice.speaker} says"
    if kind.claim and voice.kind == "own" and cue.has("inference"):
        return f"the author's own inference (“{cue.first('inference')}”)"
    if kind.kind == "thesis":
        return f"a general conclusion ({kind.reason})"
    if place.first and not place.short and not place.cited_next and _is_topic(voice, kind, cue):
        return "the topic sentence of its paragraph"
    return ""


def _is_topic(voice: Voice, kind: Kind, cue: Cues) -> bool:
    return voice.kind == "own" and kind.kind == "interpretive" and not cue.counts["digits"]


def _described(text: str) -> bool:
    words = {word.strip(".,;:’'“”()").casefold() for word in text.split()[:_HEAD]}
    return bool(words & (SCHOLARS | WORKS))
