"""Attribution by the order of words: source, cue and content of a report, the parts named by Pareti (2016).

A cue (a reporting verb of our list or a phrase such as "according to") counts only with a speaker before or behind it
and, for the weaker verbs, with content: a clause, a quotation, a colon.
"""

from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from argmap.extract.content import PREPOSITIONS, REACH, clause_follows, has_content, interpolated, participle
from argmap.extract.cues import (
    ADVERBS,
    CLAUSE_ONLY,
    INQUIRERS,
    ORDERS,
    PAPERS,
    PERSONS,
    SCHOLARS,
    SUBORDINATES,
    WORKS,
    word_set,
)
from argmap.extract.quotations import QuotedPart, muted
from argmap.extract.speakers import DETERMINERS, SAYINGS, Speaker, noun_phrase_after, noun_phrase_before, subject

Hit = tuple[str, int, int]
"""Label, first and last token (exclusive) of a cue."""

_MOST = 40
"""Cues of a sentence that are looked at: one with more is no sentence."""


UNNAMED = Speaker("")
"""Whoever it is that "it has been said" by."""


class Attribution(NamedTuple):
    """A report: whose, and the words that tell."""

    speaker: Speaker
    cue: str


def attribution(span: Span, part: QuotedPart, hits: list[Hit]) -> Attribution | None:
    """The first report in a sentence, cue and speaker, outside of its quoted words."""
    found: Attribution | None = None
    silent = muted(span.doc)
    for label, start, end in hits[:_MOST]:
        if silent[start] or (found and not (label == "verb" and part.pieces)):
            continue
        speaker = _speaker(label, span, part, start, end)
        if speaker and (found is None or not speaker.pronoun):
            found = Attribution(speaker, f"“{span.doc[start:end].text}”")
            if label == "verb":
                break
    return found


def _speaker(label: str, span: Span, part: QuotedPart, start: int, end: int) -> Speaker | None:
    if label == "verb":
        return _verb_speaker(span, part, start)
    if label == "after":
        return _person_after(span, start, end)
    if label == "before":
        return _person_before(span, start, end)
    return _phrase_speaker(label, span, start, end)


def _person_before(span: Span, start: int, end: int) -> Speaker | None:
    """Who stands before a phrase; what a son who sets out upon a journey, or a boast only mentioned, tells is nothing."""
    doc = span.doc
    travels = doc[end - 1].lower_ in _WAYS and end < span.end and doc[end].lower_ in PREPOSITIONS
    if travels or _hypothetical(doc, start, span.start):
        return None
    speaker = noun_phrase_before(doc, start, span.start)
    return None if speaker and _under(doc, speaker.first, span.start) else speaker


_WAYS = frozenset(("out", "forth", "down"))


def _person_after(span: Span, start: int, end: int) -> Speaker | None:
    """Who is named behind a phrase; what stands in the theory of the State, or in the style of a tract, nobody says."""
    if _done_by(span, start, end):
        return None
    speaker = noun_phrase_after(span.doc, end, span.end, loose=False)
    if speaker is None or span.doc[start].lower_ != "in" or span.doc[end - 2].lower_ not in _IMPERSONAL:
        return speaker
    thing = span.doc[end].lower_ in DETERMINERS and not PERSONS & {word.casefold() for word in speaker.text.split()}
    return None if thing else speaker


def _done_by(span: Span, start: int, end: int) -> bool:
    """Whether somebody did rather than said what a verb before "by" tells: the alms were assumed by the clergy."""
    lower = span.doc[start].lower_
    said = clause_follows(span.doc[end : min(end + REACH, span.end)], near=REACH)
    return lower in ORDERS or (lower in CLAUSE_ONLY | _SUMMONS and not said)


_SUMMONS = frozenset(("called", "recalled", "answered", "reminded"))


_IMPERSONAL = frozenset(("theory", "style", "system", "language"))


def _phrase_speaker(label: str, span: Span, start: int, end: int) -> Speaker | None:
    """The speaker of a phrase without a verb that has him for its subject."""
    doc = span.doc
    if label == "opinion":
        return Speaker("they", pronoun=True) if _apart(span, start) else None
    if label in ("for", "seems"):
        return _holder(span, end) if label == "for" else _beholder(span, end)
    if label == "received":
        return UNNAMED
    if label == "unnamed":
        told = doc[end - 1].lower_ == "that" or clause_follows(doc[end : min(end + REACH, span.end)], near=REACH)
        return UNNAMED if told else None
    if _relative_before(doc, start, span.start):
        return None
    speaker = noun_phrase_after(doc, end, span.end, loose=True)
    return speaker if speaker and _tells(speaker) else None


def _tells(speaker: Speaker) -> bool:
    """Whether it is a person or a paper that is named: nobody says what is done according to local divisions."""
    words = speaker.text.split()
    named = any(word[:1].isupper() for word in words)
    return speaker.pronoun or named or any(word.casefold() in _TELLERS for word in words)


_TELLERS = PERSONS | WORKS | PAPERS | SAYINGS


def _apart(span: Span, at: int) -> bool:
    """Whether "in their eyes" stands for itself, not behind a word that it belongs to: occurs in their account."""
    before = span.doc[at - 1] if at > span.start else None
    return span.doc[at].lower_ not in _INTO or before is None or before.is_punct or before.lower_ in _CLAUSES


_INTO = frozenset(("in", "to", "on"))


def _relative_before(doc: Doc, at: int, begin: int) -> bool:
    """Whether a phrase stands in a relative clause and vouches for that alone: the park in which, according to …."""
    last = at - 2 if at - 1 > begin and doc[at - 1].text == "," else at - 1
    return last > begin and doc[last].lower_ in _RELATIVES | {"who"}


def _beholder(span: Span, at: int) -> Speaker | None:
    """To contemporaries it seemed: persons before a verb of seeming."""
    speaker = noun_phrase_after(span.doc, at, min(span.end, at + _SHORT), loose=False)
    return speaker if any(token.lower_ in _SEEMS for token in span[: 2 * REACH]) else None


_SEEMS = frozenset(("seemed", "seems", "appeared", "appears", "looked"))


def _holder(span: Span, at: int) -> Speaker | None:
    """For the older school, for these critics: scholars only, for what is so for others may be so in fact."""
    speaker = noun_phrase_after(span.doc, at, min(span.end, at + _SHORT), loose=True)
    described = speaker is not None and SCHOLARS & {word.casefold() for word in speaker.text.split()}
    return speaker if described and speaker and span.doc[at].lower_ in _DEFINITE else None


_SHORT = 6
_DEFINITE = frozenset(("the", "these", "those", "such", "most", "many", "some", "other"))


def _verb_speaker(span: Span, part: QuotedPart, at: int) -> Speaker | None:
    doc, verb = span.doc, span.doc[at]
    if verb.is_title and at > span.start:
        return None
    if _behind_quote(doc, at, span.start):
        inverted = noun_phrase_after(doc, at + 1, span.end, loose=verb.lower_ in _SPEAKS)
        if inverted:
            return inverted
    elif verb.lower_ in _SPEAKS and at > span.start and doc[at - 1].text == ",":
        passing = _said_in_passing(span, at)
        if passing:
            return passing
    if not (_found_out(span, at) or has_content(span, part, verb)) or _unreported(span, verb):
        return None
    if interpolated(span, verb) and doc[at - 1].lower_ == "it":
        return Speaker("it", pronoun=True)
    speaker = noun_phrase_before(doc, at, span.start) or _far_subject(span, at)
    return speaker if speaker and _may_speak(span, verb, speaker) else None


def _said_in_passing(span: Span, at: int) -> Speaker | None:
    """Who is named behind a verb between commas: the mill, said he, was a trap."""
    speaker = noun_phrase_after(span.doc, at + 1, span.end, loose=False)
    if speaker is None:
        return None
    behind = at + 1 + len(speaker.text.split())
    return speaker if behind < span.end and span.doc[behind].is_punct else None


def _may_speak(span: Span, verb: Token, speaker: Speaker) -> bool:
    """Whether what stands before a verb is its subject, and such that it may say what the verb says."""
    if _under(span.doc, speaker.first, span.start) or _only_owner(span.doc, speaker.first, span.start):
        return False
    return verb.lower_ not in _FINDS or speaker.pronoun or _inquires(speaker)


def _unreported(span: Span, verb: Token) -> bool:
    doc, at, begin = span.doc, verb.i, span.start
    if verb.i + 1 < span.end and doc[at + 1].lower_ == "against":  # the pollen tells against it
        return True
    return _hypothetical(doc, at, begin) or _passive(doc, at, begin) or participle(span, verb)


def _only_owner(doc: Doc, first: int, begin: int) -> bool:
    """Whether the speaker only owns what the verb says something of: the industry of our divines explained."""
    if first - 2 < begin or doc[first - 1].lower_ not in ("of", "by") or not doc[first - 2].is_lower:
        return False
    return doc[first - 2].lower_ not in PERSONS | _GROUPS


_GROUPS = word_set(
    "some most many all both none one two three several each majority minority number group handful generation school"
    " body members member society council committee assembly court party delegation union guild house college"
)


def _found_out(span: Span, at: int) -> bool:
    """Whether somebody sent to inquire tells what there was: the commissioner found the cottages damp."""
    if span.doc[at].lower_ not in _FINDS:
        return False
    speaker = noun_phrase_before(span.doc, at, span.start)
    return speaker is not None and not speaker.pronoun and _inquires(speaker)


def _inquires(speaker: Speaker) -> bool:
    return bool(INQUIRERS & {word.casefold() for word in speaker.text.split()})


def _under(doc: Doc, first: int, begin: int) -> bool:
    """Whether what a speaker says is only a circumstance, or asked for: because he said; what the envoy thought."""
    for token in reversed(doc[max(begin, first - _EPITHET) : first]):
        if token.lower_ in _ASKED:
            return True
        if not token.is_alpha:
            break
    return first > begin and doc[first - 1].lower_ in SUBORDINATES


_ASKED = frozenset(("what", "how", "whose", "whom", "which"))
_EPITHET = 5
"""Words that may stand between: what the good old steward thought, of whose wealth the envoys boasted."""


_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_CLAUSES = _BE | word_set("and but yet or that which who for because though although while if as had has have")
_RELATIVES = frozenset(("which", "that", "what", "whom", "whose"))


def _passive(doc: Doc, at: int, begin: int) -> bool:
    """Who is told or asked is not the speaker (Mao was asked)."""
    last = at - 1
    while last > begin and (doc[last].lower_.endswith("ly") or doc[last].lower_ in (ADVERBS - _BE) | {"not"}):
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


_SPEAKS = word_set(
    "quoth wrote writes said says asked asks cried cries exclaimed exclaims replied replies declared declares"
)
"""Verbs that anybody is the subject of where they stand between a quotation and a noun: “…,” wrote the boldest pen of all."""
_FINDS = frozenset(("found", "finds", "find"))
_INFERS = frozenset(("may", "must", "can", "cannot"))
_UNREAL = frozenset(("could", "would", "might", "may", "if", "whether", "to", "unless"))


def _hypothetical(doc: Doc, at: int, begin: int) -> bool:
    """A saying that is only supposed or aimed at (if they insisted; what he could have said), not reported."""
    before = {token.text if token.is_lower else "" for token in doc[max(begin, at - 3) : at]}
    inferred = "have" in before and bool(before & _INFERS)
    return inferred or bool(before & _UNREAL) or (at - 4 >= begin and doc[at - 4].lower_ == "if")


def _behind_quote(doc: Doc, at: int, begin: int) -> bool:
    """Whether a quotation ends right before the verb: “…,” says Dune."""
    silent = muted(doc)
    if at > begin and silent[at - 1]:
        return True
    return at - 2 >= begin and doc[at - 1].is_punct and bool(silent[at - 2])
