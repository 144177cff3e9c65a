"""Where a passage begins: what a note further down its paragraph does not reach."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from argmap.extract.assertions import Kind
from argmap.extract.cuefinder import Cues
from argmap.extract.cues import SCHOLARS, WORKS
from argmap.extract.place import Place
from argmap.extract.voice import Voice
from argmap.model import Sentence

_HEAD = 8
"""Words in which a sentence describes its speaker: the historian Ann Hartwell; Dune, author of …."""
_IN_A_WORK = re.compile(r"[^\W\d_]+, in (?:The|A|An|On) (?!Hague\b)[A-Z][^,]{0,80}, ")
"""The speaker and a work: "Ann Hartwell, in The Mills of Thorne, holds"."""
_FAR = 120
"""Letters of a sentence among which they stand."""
_THEN = re.compile(r"\b(?:was|were|had|did)\b")
_NOW = re.compile(r"\b(?:is|are|has|have|does|do|must|may|can)\b")


class Limit(NamedTuple):
    """Why no later note covers a sentence; `alone`: one may still reach over it to what stands before."""

    reason: str
    alone: bool = False


_LEADS_UP = 2
"""Sentences of the author's own that a note on a report or a quotation reaches back over."""

FAR = Limit("what stands so far before the report or quotation that it is for", alone=True)


def far_before(paragraphs: Sequence[str], told: Sequence[bool], noted: Sequence[bool]) -> list[bool]:
    """Whether each sentence stands too far before a report or quotation for the note on that to be meant for it too.

    Such a note says where those words stand. The author's own sentences it covers only where they lead up to them.

    Args:
        paragraphs: The paragraph of each sentence.
        told: Whether it reports or quotes somebody.
        noted: Whether a note is called in it.
    """
    far = [False] * len(told)
    apart, special = 0, False
    for index in range(len(told) - 1, -1, -1):
        if noted[index] or (index + 1 < len(told) and paragraphs[index] != paragraphs[index + 1]):
            special = noted[index] and told[index]
        apart = 0 if told[index] or noted[index] else apart + 1
        far[index] = special and apart > _LEADS_UP
    return far


def narrates(sentences: Sequence[Sentence]) -> bool:
    """Whether more of a text is told in the past than said in the present, by its auxiliaries."""
    then = sum(bool(_THEN.search(sentence.text)) for sentence in sentences)
    return then > sum(_says_now(sentence.text) for sentence in sentences)


def limit(sentence: Sentence, voice: Voice, kind: Kind, cue: Cues, place: Place, *, narrative: bool) -> Limit | None:
    """Why a later note does not cover this sentence; None if it may.

    A passage rests on the sources of its note. So it does not reach over the position of a scholar who is named with
    his work and has no note, or over an inference that the author says is his own. (A mere signpost inside a paragraph
    does not end it: one source often serves several matters.) Nor does it reach a general conclusion of the author's,
    or the topic sentence of its paragraph, unless the note stands in the very next sentence. What an author says in the
    present tense while he tells of the past is a truth of his own; no source is meant to prove it, but the tale goes on.
    """
    if voice.kind == "reported" and cue.counts["names"] and _described(sentence.text):
        return Limit(f"what {voice.speaker or 'somebody else'} says")
    if kind.claim and voice.kind == "own" and cue.has("inference"):
        return Limit(f"the author's own inference (“{cue.first('inference')}”)")
    if kind.kind == "thesis":
        return Limit(f"a general conclusion ({kind.reason})", alone=not (place.first or place.last))
    if place.first and not place.short and not place.cited_next and _is_topic(voice, kind, cue):
        return Limit("the topic sentence of its paragraph")
    if narrative and _is_general(sentence, voice, cue):
        return Limit("a general truth in a tale of the past", alone=True)
    return None


def _is_topic(voice: Voice, kind: Kind, cue: Cues) -> bool:
    return voice.kind == "own" and kind.kind == "interpretive" and not cue.counts["digits"]


def _is_general(sentence: Sentence, voice: Voice, cue: Cues) -> bool:
    return voice.kind == "own" and not cue.counts["digits"] and "“" not in sentence.text and _says_now(sentence.text)


def _says_now(text: str) -> bool:
    return bool(_NOW.search(text)) and not _THEN.search(text)


def _described(text: str) -> bool:
    words = {word.strip(".,;:’'“”()").casefold() for word in text.split()[:_HEAD]}
    return bool(words & (SCHOLARS | WORKS)) or _IN_A_WORK.search(text, 0, _FAR) is not None
