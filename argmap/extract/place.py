"""Where each sentence stands in its paragraph and its text, and what it answers there."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span

from argmap.extract.cuefinder import Cues
from argmap.extract.cues import SCHOLARS
from argmap.extract.voice import Voice, paragraph_numbers
from argmap.model import Support

SIGNPOST_WITHIN = 8
"""Words among which a sentence that only leads the reader says so."""
_SENTENCES = 3


class Place(NamedTuple):
    """Where a sentence stands.

    Attributes:
        first, last: It is the first (but for questions and signposts) or last sentence of its paragraph.
        opening, closing: Its paragraph is in the first twelfth or the last fifth of the text.
        answers: It turns ("however", "but") against a view that it gives itself, or one of the two sentences before it.
        concludes: Its paragraph is in the closing part and has a phrase that sums up.
        of_itself: The sentence before it in its paragraph says what this text does.
        short: Its paragraph has less than three sentences: too few for a topic sentence and a conclusion.
        cited_below, cited_next: A later sentence of its paragraph has a note; the very next one has.
        final: It is the last sentence of a text of several paragraphs, and its paragraph is not short.
        series: It and the sentence before it in its paragraph are both quoted words.
    """

    first: bool = False
    last: bool = False
    final: bool = False
    opening: bool = False
    closing: bool = False
    answers: bool = False
    concludes: bool = False
    of_itself: bool = False
    series: bool = False
    short: bool = False
    cited_below: bool = False
    cited_next: bool = False


def places(
    doc: Doc, spans: list[Span], spoken: Sequence[Voice], found: Sequence[Cues], noted: Sequence[Support]
) -> list[Place]:
    """The place of each sentence."""
    numbers = paragraph_numbers(doc, spans)
    final = numbers[-1] if numbers else 0
    opening, closing = max(1, round(0.08 * (final + 1))), final - max(0, round(0.2 * final))
    summing = {number for number, cue in zip(numbers, found, strict=True) if cue.has("sum")}
    leads = _leads(spans, numbers, found)
    sizes = Counter(numbers)
    last_note = {number: index for index, number in enumerate(numbers) if noted[index] == "direct"}
    follows = [index > 0 and numbers[index - 1] == number for index, number in enumerate(numbers)]
    return [
        Place(
            first=leads[index],
            last=index + 1 == len(numbers) or numbers[index + 1] != number,
            final=index + 1 == len(numbers) and final > 0 and sizes[number] >= _SENTENCES,
            opening=number < opening,
            closing=number >= closing,
            answers=_answers(index, numbers, spoken, found),
            concludes=number >= closing and number in summing,
            of_itself=follows[index] and _of_itself(found[index - 1]),
            cited_below=last_note.get(number, -1) > index,
            cited_next=index + 1 < len(numbers) and numbers[index + 1] == number and noted[index + 1] == "direct",
            short=sizes[number] < _SENTENCES,
            series=follows[index] and spoken[index].kind == spoken[index - 1].kind == "quoted",
        )
        for index, number in enumerate(numbers)
    ]


def _leads(spans: Sequence[Span], numbers: Sequence[int], found: Sequence[Cues]) -> list[bool]:
    """Whether only questions and signposts stand before a sentence in its paragraph."""
    leads: list[bool] = []
    for index, number in enumerate(numbers):
        opens = index == 0 or numbers[index - 1] != number
        leads.append(opens or (leads[-1] and _opens_only(spans[index - 1], found[index - 1])))
    return leads


def _opens_only(span: Span, cue: Cues) -> bool:
    return cue.has("signpost", within=SIGNPOST_WITHIN) or span.text.rstrip().endswith("?")


def _of_itself(cue: Cues) -> bool:
    return cue.has("plan") or cue.has("argues") or cue.has("it_argues", within=1)


def _answers(index: int, numbers: Sequence[int], spoken: Sequence[Voice], found: Sequence[Cues]) -> bool:
    if spoken[index].kind != "own" or not found[index].has("contrast"):
        return False
    if found[index].has("opposed"):
        return True
    if not found[index].has("contrast", within=2):
        return False
    before = [at for at in (index - 1, index - 2) if at >= 0 and numbers[at] == numbers[index]]
    return any(found[at].has("opposed") or _scholarly(spoken[at]) for at in before)


def _scholarly(voice: Voice) -> bool:
    return voice.kind == "reported" and bool(SCHOLARS & set((voice.speaker or "").casefold().split()))
