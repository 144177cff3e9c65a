"""Which notes support which sentences: the passage rule of the annotation guide.

A note covers its own sentence and what came since the note before it in its paragraph; across a paragraph break only
where the passage plainly runs on. A note that names no source supports nothing, and ends what the next one may cover.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.extract.ahead import is_for_what_follows
from argmap.extract.cues import SCHOLARS
from argmap.extract.noting import scholars
from argmap.extract.passage import FAR, Limit, far_before
from argmap.extract.quotations import QuotedPart
from argmap.extract.running import same_person
from argmap.extract.speakers import NO_NAMES
from argmap.extract.voice import Voice
from argmap.model import Citations, Document, Sentence, Support


class Ground(NamedTuple):
    """What a sentence rests on: printed numbers of its notes, and why.

    `reporter`: the speaker to whose report the note is confined, if it is. `authors`: last names of those it cites.
    """

    support: Support
    notes: tuple[str, ...]
    reason: str
    reporter: str | None = None
    authors: frozenset[str] = frozenset()


_NONE = Ground("none", (), "no note follows in its paragraph")
_INTRODUCES = re.compile(r"[:：][—–\-\s]*$")
_CONTINUES = re.compile(
    r"(?:According to (?:his|her|their|this|that|these|the|[A-Z])"
    r"|In (?:the|this|that) same (?:letter|report|speech|conversation|telegram|document|message|interview|meeting)"
    r"|[A-Z][a-z]+ing (?:his|her|their|this|these) )"
)
_NAME = re.compile(r"(?<!^)\b[A-Z][^\W\d_]{2,}")
_NAME_HEAD = re.compile(r"\W*((?:[A-Z][\w’'.-]*[,\s]+){1,3})")


class _Calls(NamedTuple):
    """The notes called in a sentence, by printed number: those that cite, and those that name no source.

    `first`: the citing notes of the first place that has one. `ahead`: those that say they are for what follows.
    `authors`: last names of the authors they cite.
    """

    citing: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    authors: frozenset[str] = frozenset()


def _calls(document: Document, citations: Citations) -> dict[str, _Calls]:
    """The calls of every sentence that has any."""
    rows: dict[str, list[tuple[int, str, str | None]]] = {}
    for marker in document.markers:
        if marker.sentence is not None:
            entry = citations.of_note.get(marker.note) if marker.note is not None else None
            rows.setdefault(marker.sentence, []).append(
                (marker.at, marker.n, entry.note if entry and entry.cites else None)
            )
    return {key: _of_sentence(found, document, citations) for key, found in rows.items()}


def _of_sentence(rows: list[tuple[int, str, str | None]], document: Document, citations: Citations) -> _Calls:
    citing = [(at, n, note) for at, n, note in rows if note is not None]
    return _Calls(
        tuple(dict.fromkeys(n for _, n, _ in citing)),
        tuple(dict.fromkeys(n for at, n, _ in citing if at == citing[0][0])),
        tuple(dict.fromkeys(n for _, n, note in rows if note is None)),
        tuple(n for _, n, note in citing if is_for_what_follows(document.note_of[note].text)),
        frozenset(name for _, _, note in citing for name in _authors(note, document, citations)),
    )


def _authors(note: str, document: Document, citations: Citations) -> set[str]:
    """Last names of the authors whose works a note cites, and the names with which it begins.

    None where it cites only papers: who wrote a letter may next say what stands in another.
    """
    cited = [citations.source_of[key] for key in citations.of_note[note].sources if key in citations.source_of]
    if cited and all(source.archive for source in cited):
        return set()
    text = document.note_of[note].text if note in document.note_of else ""
    head = _NAME_HEAD.match(text)
    names = {word.strip(".,’'").casefold() for word in (head.group(1) if head else "").split()}
    names.update(scholars(cited))
    return {name for name in names if len(name) > 2 and name.title() not in NO_NAMES}  # noqa: PLR2004 - initials name nobody


def noted(document: Document, citations: Citations, sentences: Sequence[Sentence]) -> list[Support]:
    """Of each sentence, before anything is known of it: has it a citing note, or a later one of its paragraph."""
    calls = _calls(document, citations)
    found: list[Support] = []
    paragraph, ahead = "", False
    for sentence in reversed(sentences):
        own = calls.get(sentence.id, _Calls())
        ahead = (ahead and sentence.paragraph == paragraph) and not own.empty
        paragraph = sentence.paragraph
        found.append("direct" if own.citing else "passage" if ahead else "none")
        ahead = ahead or bool(own.citing)
    return found[::-1]


def grounds(
    document: Document,
    citations: Citations,
    sentences: Sequence[Sentence],
    *,
    parts: Sequence[QuotedPart],
    spoken: Sequence[Voice],
    claims: Sequence[bool],
    limits: Sequence[Limit | None] = (),
) -> tuple[Ground, ...]:
    """The ground of each sentence, in order. Linear in the number of sentences and markers.

    Args:
        document: Gives the markers and paragraphs.
        citations: Which notes cite.
        sentences: The sentences to judge, in order; the other arguments are parallel to it.
        parts: What is quoted of them.
        spoken: Whose voice they are in.
        claims: Whether they are claims.
        limits: Why no later note reaches a sentence without a note; None where one may.
    """
    calls = _calls(document, citations)
    told = [voice.kind != "own" or part.words >= _QUOTES for voice, part in zip(spoken, parts, strict=True)]
    far = far_before([row.paragraph for row in sentences], told, [row.id in calls for row in sentences])
    found: list[Ground] = []
    cover = _NONE
    for index in range(len(sentences) - 1, -1, -1):
        sentence = sentences[index]
        if index + 1 < len(sentences) and sentences[index + 1].paragraph != sentence.paragraph:
            cover = _across(document, sentence, sentences[index + 1], cover, parts[index + 1])
        own = calls.get(sentence.id)
        if own is not None:
            found.append(_own(own))
            if own.citing or claims[index]:
                cover = _covering(own, sentence, spoken[index])
            continue
        bound = limits[index] if limits and not _names(spoken[index]) & cover.authors else None
        bound = bound or (FAR if far[index] else None)
        here = _bounded(cover, bound)
        cover = _narrowed(cover if bound and bound.alone else here, spoken[index])
        found.append(here if bound else cover)
    forward = _behind_note(sentences, calls, spoken, found[::-1])
    led = _behind_lead(sentences, calls, parts, forward)
    return tuple(_behind_announcement(sentences, calls, led))


_QUOTES = 4
"""Quoted words that make a quotation."""


def _own(own: _Calls) -> Ground:
    if own.citing:
        return Ground("direct", own.citing, f"{_name(own.citing)} called in the sentence")
    return Ground("none", (), f"{_name(own.empty)} in the sentence names no source")


def _covering(own: _Calls, sentence: Sentence, voice: Voice) -> Ground:
    """What a sentence with a note leaves for those before it."""
    if not own.first:
        return Ground("none", (), f"the next note, {_name(own.empty)}, names no source")
    reason = f"covered by {_name(own.first)} later in the passage"
    if voice.kind != "reported":
        return Ground("passage", own.first, reason, authors=own.authors)
    speaker = _names(voice)
    opens = {word.strip(".,’'").removesuffix("’s").casefold() for word in sentence.text.split()[:_OPENS]}
    confined = bool(speaker & SCHOLARS) or bool(opens & speaker & own.authors)
    return Ground("passage", own.first, reason, voice.speaker if confined else None, own.authors)


_OPENS = 4
"""Words in which a sentence names its speaker, if the whole of it is his report."""


def _bounded(cover: Ground, bound: Limit | None) -> Ground:
    if bound is None or cover.support == "none":
        return cover
    verb = "cover" if bound.alone else "reach back over"
    return Ground("none", (), f"{_name(cover.notes)} does not {verb} {bound.reason}")


def _narrowed(cover: Ground, voice: Voice) -> Ground:
    """A note on the report of the very author it cites covers that report, not what the text says before it."""
    if cover.reporter is None or same_person(voice.speaker, cover.reporter):
        return cover
    return Ground("none", (), f"the next note, {cover.notes[0]}, is only for what {cover.reporter} says")


def _name(notes: tuple[str, ...]) -> str:
    return f"note {notes[0]}" if len(notes) == 1 else f"notes {', '.join(notes)}"


def _across(document: Document, last: Sentence, first: Sentence, cover: Ground, part: QuotedPart) -> Ground:
    """What a cover found at the start of the next paragraph means for the end of this one."""
    if cover.support != "passage" or not _runs_on(document, last, first, part):
        return _NONE
    return cover._replace(reason=f"{cover.reason}; the next paragraph goes on with this one")


def _runs_on(document: Document, last: Sentence, first: Sentence, part: QuotedPart) -> bool:
    block = document.paragraph_of[first.paragraph].kind == "quote"
    if _INTRODUCES.search(last.text) and (block or part.whole or part.continued):
        return True
    if part.continued or (block and last.text.endswith((",", "that"))):
        return True
    return bool(_CONTINUES.match(first.text)) and _shares_name(document, last, first)


def _shares_name(document: Document, last: Sentence, first: Sentence) -> bool:
    before = set(_NAME.findall(document.paragraph_of[last.paragraph].prose.text))
    return bool(before & set(_NAME.findall(first.text)))


def _behind_note(
    sentences: Sequence[Sentence], calls: dict[str, _Calls], spoken: Sequence[Voice], found: Sequence[Ground]
) -> list[Ground]:
    """A note covers the rest of a sentence cut in two (behind “4d.”), and what its author is said to say next."""
    made: list[Ground] = []
    last = _Calls()
    for index, sentence in enumerate(sentences):
        if index == 0 or sentences[index - 1].paragraph != sentence.paragraph:
            last = _Calls()
        if sentence.id in calls:
            last = calls[sentence.id]
            made.append(found[index])
        else:
            made.append(_after(last, sentence, spoken[index], found[index], made[-1] if made else _NONE))
    return made


def _after(last: _Calls, sentence: Sentence, voice: Voice, ground: Ground, before: Ground) -> Ground:
    """The ground of a sentence without a note; `last`: the calls nearest before it, `before`: the ground before it."""
    if last.citing and before.notes and sentence.text[:1].islower():
        return Ground("passage", before.notes, f"the sentence before it runs on ({_name(before.notes)})")
    if last.citing and _names(voice) & last.authors and not _names(voice) & ground.authors:
        return Ground("passage", last.citing, f"goes on with the author cited in {_name(last.citing)}")
    return ground


def _names(voice: Voice) -> set[str]:
    """The words of a speaker's name, case folded."""
    return {word.strip(".,’'").casefold() for word in (voice.speaker or "").split()}


def _behind_lead(
    sentences: Sequence[Sentence], calls: dict[str, _Calls], parts: Sequence[QuotedPart], found: list[Ground]
) -> list[Ground]:
    """A note called where words lead up to a quotation (“he writes:7”) covers that quotation too."""
    lead: Ground | None = None
    made = []
    for sentence, part, ground in zip(sentences, parts, found, strict=True):
        if lead and part.whole and sentence.id not in calls:
            made.append(ground if ground.support != "none" else lead)
            continue
        made.append(ground)
        own = calls.get(sentence.id)
        leads = _INTRODUCES.search(sentence.text) or (part.words and not part.whole)
        lead = None
        if own and own.citing and leads:
            lead = Ground("passage", own.citing, f"{_name(own.citing)} stands before the quotation")
    return made


def _behind_announcement(
    sentences: Sequence[Sentence], calls: dict[str, _Calls], found: Sequence[Ground]
) -> Iterator[Ground]:
    """A note that says that it is for what follows covers the rest of its paragraph, up to the next note."""
    told: Ground | None = None
    paragraph = ""
    for sentence, ground in zip(sentences, found, strict=True):
        own = calls.get(sentence.id)
        if own is not None or sentence.paragraph != paragraph:
            told = _told(own)
        paragraph = sentence.paragraph
        yield told if told and own is None and ground.support == "none" else ground


def _told(own: _Calls | None) -> Ground | None:
    if own is None or not own.ahead:
        return None
    return Ground("passage", own.ahead, f"{_name(own.ahead)} says that it is for what follows")
