"""Whose voice speaks in a sentence: the author's own, quoted words, or somebody's by report.

Attribution follows the parts named by Pareti (2016), source, cue and content: a cue (a reporting verb of our list or
a phrase such as "according to") counts only with a speaker before or behind it and, for the weaker verbs, content.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span, Token

from argmap.extract.cues import (
    ADVERBS,
    CLAUSE_ONLY,
    DISCOURSE_VERBS,
    INQUIRERS,
    NOUN_LIKE,
    OPENS_CLAUSE,
    PRONOUNS,
    RUN_ON,
    STRONG_VERBS,
    SUBORDINATES,
)
from argmap.extract.layout import sentence_spans
from argmap.extract.patterns import report_patterns
from argmap.extract.quotations import QuotedPart, muted, quoted
from argmap.extract.reporting import IDEAS, LAYS_OUT, Found, may_report, report
from argmap.extract.running import Memory, Seen, general, may_be_general, speaks_itself, told_in_past
from argmap.extract.speakers import Speaker, first_name, noun_phrase_after, noun_phrase_before, subject
from argmap.extract.syntax import trees

VoiceKind = Literal["own", "quoted", "reported"]
Hit = tuple[str, int, int]
"""Label, first and last token (exclusive) of a cue."""

_MOST = 40
"""Cues of a sentence that are looked at: one with more is no sentence."""
_REACH = 12
"""Tokens behind a weak verb in which its clause must begin."""


class Voice(NamedTuple):
    """The voice of a sentence, whose it is (None for the author and for the unnamed), and the cue that told."""

    kind: VoiceKind = "own"
    speaker: str | None = None
    cue: str = ""


class _Found(NamedTuple):
    speaker: Speaker
    cue: str


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
        seen = _read(doc, spans, hits)
        memory = Memory()
        voices: list[Voice] = []
        for index, (span, part, found) in enumerate(zip(spans, parts, hits, strict=True)):
            memory.enter(paragraphs[index])
            voices.append(_judge(span, part, found, memory, seen[index]))
        doc.user_data["argmap_voice"] = tuple(voices)
        return doc


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
        seen.append(Seen(tree is not None and index in timeless and general(tree), told))
    return seen


def _judge(span: Span, part: QuotedPart, hits: Sequence[Hit], memory: Memory, seen: Seen) -> Voice:
    if part.whole:
        memory.quotes()
        return Voice("quoted", memory.speaker or memory.held, "its words are quoted")
    found = _report(span, part, sorted(hits, key=lambda hit: hit[1])) or _by_grammar(seen.told, memory)
    if found:
        speaker = _resolve(found.speaker, memory)
        if speaker:
            memory.told(speaker, found.cue)
            return Voice("reported", speaker, found.cue)
    if memory.carries(seen, part):
        return Voice("reported", memory.held, f"goes on with the report of {memory.held}")
    if memory.reporting and memory.speaker and _runs_on(span, part):
        return Voice("reported", memory.speaker, f"goes on with the report of {memory.speaker}")
    if _labelled(span, part):
        return Voice("quoted", memory.speaker or memory.held, "only a place, date or name stands before the quotation")
    memory.ends(outright=speaks_itself(span, muted(span.doc)))
    memory.subject = first_name(span, muted(span.doc)) or memory.subject
    return Voice()


_LABEL = 4


def _labelled(span: Span, part: QuotedPart) -> bool:
    """A quotation after a bare label: “New York, September 27.—”, “Wilson: ”."""
    if not part.pieces or not 0 < part.own <= _LABEL or part.words < 2 * part.own:
        return False
    text = span.text
    before = text[: part.pieces[0][0] - span.start_char].rstrip(" (1234567890)")
    behind = text[part.pieces[-1][1] - span.start_char :]
    return before.endswith(("—", "–", ":")) and not any(char.isalpha() for char in behind)


def _by_grammar(told: Found | None, memory: Memory) -> _Found | None:
    """A report found by its grammar; a weak one only of him who is known to be speaking."""
    if told is None:
        return None
    speaker = told.speaker
    known = (memory.held or "").casefold()
    if told.weak and not (known and (speaker.pronoun or speaker.text.casefold() in known)):
        return None
    return _Found(speaker, f"“{told.verb}”")


def _resolve(speaker: Speaker, memory: Memory) -> str:
    """The name that a pronoun stands for; the pronoun itself where nobody has been named."""
    if not speaker.pronoun:
        return speaker.text
    return memory.speaker or memory.subject or speaker.text.lower()


def _report(span: Span, part: QuotedPart, hits: list[Hit]) -> _Found | None:
    """The first report in a sentence, cue and speaker, outside of its quoted words."""
    found: _Found | None = None
    silent = muted(span.doc)
    for label, start, end in hits[:_MOST]:
        if silent[start] or (found and not (label == "verb" and part.pieces)):
            continue
        speaker = _speaker(label, span, part, start, end)
        if speaker and (found is None or not speaker.pronoun):
            found = _Found(speaker, f"“{span.doc[start:end].text}”")
            if label == "verb":
                break
    return found


def _speaker(label: str, span: Span, part: QuotedPart, start: int, end: int) -> Speaker | None:
    doc = span.doc
    if label == "verb":
        return _verb_speaker(span, part, start)
    if label in ("according", "after"):
        return noun_phrase_after(doc, end, span.end, loose=label == "according")
    if label == "opinion":
        return Speaker("they", pronoun=True)
    return noun_phrase_before(doc, start, span.start) if not _hypothetical(doc, start, span.start) else None


def _verb_speaker(span: Span, part: QuotedPart, at: int) -> Speaker | None:
    doc, verb = span.doc, span.doc[at]
    if verb.is_title and at > span.start:
        return None
    if _behind_quote(doc, at, span.start):
        inverted = noun_phrase_after(doc, at + 1, span.end, loose=False)
        if inverted:
            return inverted
    if not _has_content(span, part, verb) or _hypothetical(doc, at, span.start) or _passive(doc, at, span.start):
        return None
    speaker = noun_phrase_before(doc, at, span.start) or _far_subject(span, at)
    if speaker and speaker.first > span.start and doc[speaker.first - 1].lower_ in SUBORDINATES:
        return None
    if speaker and verb.lower_ in _FINDS and not speaker.pronoun:
        return speaker if INQUIRERS & {word.casefold() for word in speaker.text.split()} else None
    return speaker


_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_RELATIVES = frozenset(("which", "that", "what", "whom", "whose"))


def _passive(doc: Doc, at: int, begin: int) -> bool:
    """Who is told or asked is not the speaker (Mao was asked)."""
    last = at - 1
    while last > begin and (doc[last].lower_.endswith("ly") or doc[last].lower_ in ADVERBS - _BE):
        last -= 1
    return last >= begin and doc[last].lower_ in _BE


def _far_subject(span: Span, at: int) -> Speaker | None:
    """The subject of a second verb (the lord refused and informed them that …), or one cut off by an insertion."""
    last, manner = at - 1, False
    while last > span.start and (span.doc[last].lower_ in ADVERBS or span.doc[last].lower_.endswith("ly")):
        manner = manner or span.doc[last].lower_.endswith("ly")
        last -= 1
    if span.doc[last].lower_ in _RELATIVES:
        return None
    if span.doc[last].lower_ in ("and", "but", ",", "then") or manner:
        return subject(span.doc, span.start, at)
    return None


_FINDS = frozenset(("found", "finds", "find"))
_UNREAL = frozenset(("could", "would", "might", "if", "whether", "to", "unless"))


def _hypothetical(doc: Doc, at: int, begin: int) -> bool:
    """A saying that is only supposed or aimed at (if they insisted; what he could have said), not reported."""
    before = doc[max(begin, at - 3) : at]
    return any(token.lower_ in _UNREAL for token in before) or (at - 4 >= begin and doc[at - 4].lower_ == "if")


def _behind_quote(doc: Doc, at: int, begin: int) -> bool:
    """Whether a quotation ends right before the verb: “…,” says Dune."""
    silent = muted(doc)
    if at > begin and silent[at - 1]:
        return True
    return at - 2 >= begin and doc[at - 1].is_punct and bool(silent[at - 2])


def _has_content(span: Span, part: QuotedPart, verb: Token) -> bool:
    lower = verb.lower_
    if lower in STRONG_VERBS or lower in DISCOURSE_VERBS or _interpolated(span, verb) or _lays_out(span, verb):
        return True
    following = span.doc[verb.i + 1 : min(verb.i + 1 + _REACH, span.end)]
    if len(following) and (following[0].lower_ in SUBORDINATES or (lower in _AGREES and following[0].lower_ == "to")):
        return False
    if lower in NOUN_LIKE:
        return following.text[:1] != "," and _clause_follows(following, near=2)
    if lower in CLAUSE_ONLY:
        return _clause_follows(following, near=4)
    if _clause_follows(following, near=_REACH):
        return True
    begin = verb.idx + len(verb)
    quotes = bool(part.pieces) and part.pieces[-1][0] >= begin
    return quotes or _ends_in_colon(span) or _embedded(span, part, verb)


def _lays_out(span: Span, verb: Token) -> bool:
    """Whether a thought is laid out: stated the doctrine of."""
    near = span.doc[verb.i + 1 : min(verb.i + 1 + _NEAR, span.end)]
    return verb.lower_ in LAYS_OUT and any(token.lower_ in IDEAS for token in near)


_NEAR = 5
"""Tokens in which the thought stands that somebody is said to lay out."""
_AGREES = frozenset(("agree", "agrees", "agreed"))


def _ends_in_colon(span: Span) -> bool:
    return any(":" in token.text for token in span[-3:]) and not any(char.isalnum() for char in span[-1].text)


def _interpolated(span: Span, verb: Token) -> bool:
    """A report in passing: “Labour, he said, is …”."""
    doc, before = span.doc, verb.i - 2
    if verb.i + 1 >= span.end or before < span.start or doc[verb.i + 1].text != ",":
        return False
    return any(doc[index].text == "," for index in range(max(span.start, before - 3), before + 1))


def _clause_follows(following: Span, near: int) -> bool:
    silent = muted(following.doc)
    for position, token in enumerate(following):
        if position and token.text in ";.":
            return False
        if token.lower_ in OPENS_CLAUSE and (token.lower_ == "that" or position == 0) and position < near:
            return not (position and following[position - 1].lower_ in _PREPOSITIONS)
        if position < near and silent[token.i] and not silent[token.i - 1]:
            return True
    return False


_PREPOSITIONS = frozenset(
    ["at", "in", "on", "of", "by", "for", "from", "with", "to", "under", "after", "before", "during"]
)


def _embedded(span: Span, part: QuotedPart, verb: Token) -> bool:
    """Whether the report is a parenthesis (as Dune says, …)."""
    doc, before = span.doc, span.doc[max(span.start, verb.i - 6) : verb.i]
    behind = doc[verb.i + 1] if verb.i + 1 < span.end else None
    as_clause = any(token.lower_ == "as" for token in before)
    return as_clause or (behind is not None and behind.text == "," and bool(part.pieces))


def _runs_on(span: Span, part: QuotedPart) -> bool:
    """Whether a sentence plainly goes on with the report before it, without a cue of its own."""
    first = next((token for token in span if token.is_alpha), None)
    if first is None:
        return False
    lowered = {token.lower_ for token in span[:30]}
    foretold = bool(lowered & {"would", "could", "should", "will"})
    if part.words >= 1 and (first.lower_ in RUN_ON or first.lower_ in ("thus", "therefore", "so") or part.continued):
        return True
    if part.words and foretold:
        return True
    if "would" in lowered and first.lower_ not in PRONOUNS:
        return True
    return first.lower_ in RUN_ON and (foretold or first.lower_ in ("first", "second", "third", "moreover"))


def voices(doc: Doc, nlp: Language) -> tuple[Voice, ...]:
    """The voice of each sentence; finds them if no component has."""
    if "argmap_voice" not in doc.user_data:
        VoiceFinder(nlp)(doc)
    found: tuple[Voice, ...] = doc.user_data["argmap_voice"]
    return found
