"""Whose voice speaks in a sentence: the author's own, quoted words, or somebody's by report.

A report is told by the order of words (`attribution`), by its grammar (`reporting`), or because it goes on with the one
before it (`running`); quotations are found before all of them.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span

from argmap.extract.antecedents import first_name, several
from argmap.extract.attribution import UNNAMED, Attribution, Hit, attribution
from argmap.extract.cues import FINITE, PRONOUNS, RUN_ON
from argmap.extract.layout import sentence_spans
from argmap.extract.patterns import report_patterns
from argmap.extract.quotations import QuotedPart, muted, quoted
from argmap.extract.reporting import Found, may_report, report, stands
from argmap.extract.running import (
    WINDOW,
    Memory,
    Seen,
    announces,
    anybody,
    asks,
    concludes,
    foresees,
    gap,
    general,
    goes_by,
    may_be_general,
    moves,
    speaks_itself,
    told_in_past,
)
from argmap.extract.speakers import Speaker
from argmap.extract.syntax import trees

VoiceKind = Literal["own", "quoted", "reported"]


class Voice(NamedTuple):
    """The voice of a sentence, whose it is (None for the author and for the unnamed), and the cue that told."""

    kind: VoiceKind = "own"
    speaker: str | None = None
    cue: str = ""


class VoiceFinder:
    """spaCy component `argmap_voice`: sets `Doc.user_data["argmap_voice"]`, a `Voice` for each sentence."""

    def __init__(self, nlp: Language) -> None:
        self.matcher = Matcher(nlp.vocab)
        for label, patterns in report_patterns().items():
            self.matcher.add(label, patterns)

    def __call__(self, doc: Doc) -> Doc:
        """Tell the voices of a Doc."""
        spans, parts = sentence_spans(doc), quoted(doc)
        hits: list[list[Hit]] = [[] for _ in spans]
        owner = [index for index, span in enumerate(spans) for _ in range(len(span))]
        for key, start, end in self.matcher(doc):
            hits[owner[start]].append((doc.vocab.strings[key], start, end))
        paragraphs = paragraph_numbers(doc, spans)
        hits = _standing(doc, spans, hits)
        seen = _read(doc, spans, hits)
        memory = Memory(frozenset(token.text for token in doc if token.is_lower))
        voices: list[Voice] = []
        for index, (span, part, found) in enumerate(zip(spans, parts, hits, strict=True)):
            memory.enter(paragraphs[index])
            voices.append(_judge(span, part, found, memory, seen[index]))
            memory.closes(_close_gap(voices, spans, paragraphs))
        doc.user_data["argmap_voice"] = tuple(voices)
        return doc


def _close_gap(voices: list[Voice], spans: Sequence[Span], paragraphs: Sequence[int]) -> int:
    """Give sentences between two reports in a summary of one author's thought to him, if they do not speak for themselves.

    Returns how many there were.
    """
    silent = muted(spans[0].doc)
    speaker, begin = voices[-1].speaker, max(0, len(voices) - WINDOW)
    between = [begin + n for n in gap([voice.speaker for voice in voices[begin:]], paragraphs[begin : len(voices)])]
    if speaker is None or any(speaks_itself(spans[n], silent) or asks(spans[n]) for n in between):
        return 0
    for index in between:
        voices[index] = Voice("reported", speaker, f"stands between two reports of {speaker}")
    return len(between)


def paragraph_numbers(doc: Doc, spans: Sequence[Span]) -> list[int]:
    """The index of the paragraph of each sentence."""
    if "paragraphs" not in doc.spans:
        return [0] * len(spans)
    starts = {span.start for span in doc.spans["paragraphs"]}
    numbers, number = [], -1
    for span in spans:
        number += span.start in starts
        numbers.append(max(number, 0))
    return numbers


def _standing(doc: Doc, spans: Sequence[Span], hits: Sequence[Sequence[Hit]]) -> list[list[Hit]]:
    """The cues of each sentence that its grammar lets stand."""
    found = trees(doc, [index for index, row in enumerate(hits) if row])
    return [
        [hit for hit in row if index not in found or stands(found[index], hit[0], hit[1] - span.start)]
        for index, (span, row) in enumerate(zip(spans, hits, strict=True))
    ]


def _read(doc: Doc, spans: Sequence[Span], hits: Sequence[Sequence[Hit]]) -> list[Seen]:
    """What the grammar of each sentence says, where it may say something."""
    silent, parts = muted(doc), quoted(doc)
    first = next((index for index, found in enumerate(hits) if found), len(spans))
    past = told_in_past(doc, silent)
    timeless = {n for n in range(first, len(spans)) if past and may_be_general(spans[n], silent)}
    saying = {n for n, span in enumerate(spans) if not parts[n].whole and may_report(span)}
    found = trees(doc, timeless | saying)
    seen = []
    for index, span in enumerate(spans):
        tree = found.get(index)
        flags = silent[span.start : span.end]
        told = report(tree, flags, quotes=bool(parts[index].pieces)) if tree is not None and index in saying else None
        timelessly = tree is not None and index in timeless and general(tree)
        seen.append(Seen(timelessly, told, speaks_itself(span, silent)))
    return seen


def _judge(span: Span, part: QuotedPart, hits: Sequence[Hit], memory: Memory, seen: Seen) -> Voice:
    memory.set_off = memory.set_off and part.whole
    if part.whole:
        memory.quotes()
        return Voice("quoted", memory.speaker or memory.before or memory.held, "its words are quoted")
    announced = announces(span)
    told = attribution(span, part, sorted(hits, key=lambda hit: hit[1])) or _by_grammar(seen.told, memory)
    told = told or _framed(span, part, memory)
    if told:
        return _reported(told, memory, follows=announced)
    if memory.moved and foresees(span) and not _supposes(span, span[0].lower_):
        memory.told(memory.moved, "")
        return Voice(
            "reported", memory.held, f"tells what {memory.held} thought: the sentence before it tells his state of mind"
        )
    goes_on = memory.held if (part.pieces or not announced) and memory.carries(seen, part) else None
    if goes_on is None and memory.reporting and not anybody(memory.speaker) and _runs_on(span, part):
        goes_on = memory.speaker
    if goes_on:
        return Voice("reported", goes_on, f"goes on with the report of {goes_on}")
    if _labelled(span, part):
        return Voice("quoted", memory.speaker or memory.held, "only a place, date or name stands before the quotation")
    memory.ends(outright=seen.itself, announcing=announced)
    named = first_name(span, muted(span.doc), memory.common)
    memory.names(named)
    memory.before = named if named and span.text.startswith(named[:1].upper() + named[1:]) else None
    memory.moved = (named or (memory.person if span[0].lower_ in PRONOUNS else None)) if moves(span) else None
    return Voice()


def _reported(told: Attribution, memory: Memory, *, follows: bool = False) -> Voice:
    if told.speaker == UNNAMED:
        return Voice("reported", None, told.cue)
    speaker = _resolve(told.speaker, memory)
    memory.told(speaker, told.cue, follows=follows)
    return Voice("reported", speaker, told.cue)


def _framed(span: Span, part: QuotedPart, memory: Memory) -> Attribution | None:
    """Who is named before a colon and a quotation that ends the sentence; else who was just reported."""
    if part.words < _FRAMED or part.own == 0 or not part.pieces:
        return None
    begin, end = (at - span.start_char for at in part.pieces[-1])
    before, behind = span.text[:begin].rstrip(" —–"), span.text[end:]
    if not before.endswith(":") or any(char.isalpha() for char in behind):
        return None
    named = first_name(span, muted(span.doc), memory.common) or (memory.held if memory.run else None)
    return Attribution(Speaker(named), "“:”") if named and not named.islower() else None


_FRAMED = 5
"""Quoted words behind a colon that somebody is heard to say."""
_LABEL = 4


def _labelled(span: Span, part: QuotedPart) -> bool:
    """A quotation after a bare label: “New York, September 27.—”, “Wilson: ”."""
    if not part.pieces or not 0 < part.own <= _LABEL or part.words < 2 * part.own:
        return False
    text = span.text
    before = text[: part.pieces[0][0] - span.start_char].rstrip(" (1234567890)")
    behind = text[part.pieces[-1][1] - span.start_char :]
    return before.endswith(("—", "–", ":")) and not any(char.isalpha() for char in behind)


def _by_grammar(told: Found | None, memory: Memory) -> Attribution | None:
    """A report found by its grammar; a weak one only of him who is known to be speaking."""
    if told is None:
        return None
    speaker = told.speaker
    known = (memory.held or "").casefold()
    if told.weak and not (known and (speaker.pronoun or speaker.text.casefold() in known)):
        return None
    return Attribution(speaker, f"“{told.verb}”")


def _resolve(speaker: Speaker, memory: Memory) -> str:
    """The name that a pronoun stands for; the pronoun itself where nobody has been named."""
    if not speaker.pronoun:
        return speaker.text
    pronoun = speaker.text.lower()
    named = [name for name in (memory.speaker, memory.subject, memory.person) if name]
    return next((name for name in named if pronoun == "they" or not several(name)), pronoun)


def _runs_on(span: Span, part: QuotedPart) -> bool:
    """Whether a sentence plainly goes on with the report before it, without a cue of its own."""
    first = next((token for token in span if token.is_alpha), None)
    if first is None:
        return False
    lowered = {token.lower_ for token in span[:30]}
    if concludes(span):
        return False
    foretold = bool(lowered & _FORETELLS)
    if part.words >= 1 and (first.lower_ in RUN_ON or first.lower_ in ("thus", "therefore", "so") or part.continued):
        return True
    if (part.words and foretold) or goes_by(span):
        return True
    if ("would" in lowered or _says_might(span)) and first.lower_ not in PRONOUNS and not _supposes(span, first.lower_):
        return True
    return first.lower_ in RUN_ON and (foretold or first.lower_ in ("first", "second", "third", "moreover"))


_MIGHT = frozenset(("might", "could"))
_FORETELLS = _MIGHT | {"would", "should", "will"}


def _says_might(span: Span) -> bool:
    """Whether the first verb of a sentence says what might come, not what came."""
    first = next((token.lower_ for token in span if token.lower_ in FINITE or token.lower_.endswith("ed")), "")
    return first in _MIGHT


def _supposes(span: Span, first: str) -> bool:
    """Whether the author supposes or judges: if he had waited he would have won; it would be wrong to say so."""
    return bool(_JUDGES.match(span.text)) or (first in ("if", "had", "without") and bool(_WOULD_HAVE.search(span.text)))


_WOULD_HAVE = re.compile(r"would have (?!to\b)")
_JUDGES = re.compile(
    r"it would (?:\w+ )?be (?:\w+ )?(?:wrong|mistake|error|exaggeration|easy|tempting|idle|unfair|rash)\b",
    re.IGNORECASE,
)


def voices(doc: Doc, nlp: Language) -> tuple[Voice, ...]:
    """The voice of each sentence; finds them if no component has."""
    if "argmap_voice" not in doc.user_data:
        VoiceFinder(nlp)(doc)
    found: tuple[Voice, ...] = doc.user_data["argmap_voice"]
    return found
