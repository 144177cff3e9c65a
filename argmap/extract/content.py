"""Whether a reporting verb has content: a clause, a quotation, words behind a colon."""

from spacy.tokens import Span, Token

from argmap.extract.cues import (
    ADVERBS,
    CLAUSE_ONLY,
    DISCOURSE_VERBS,
    NOUN_LIKE,
    OPENS_CLAUSE,
    ORDERS,
    STRONG_VERBS,
    SUBORDINATES,
    word_set,
)
from argmap.extract.quotations import QuotedPart, muted
from argmap.extract.reporting import IDEAS, LAYS_OUT
from argmap.extract.speakers import noun_phrase_before

REACH = 12
"""Tokens behind a weak verb in which its clause must begin."""
_TWO = 2
_OBJECT = 4
_EPITHET = 5
"""Words that may stand between "such" and "as": such good old stewards as."""


def has_content(span: Span, part: QuotedPart, verb: Token) -> bool:
    """Whether something is said: strong verbs need nothing, weaker ones a clause, a quotation or a colon."""
    lower = verb.lower_
    quotes = bool(part.pieces) and part.pieces[-1][0] >= verb.idx + len(verb)
    if lower in ORDERS:
        return quotes and part.words >= _CLAUSE
    if lower in STRONG_VERBS or lower in DISCOURSE_VERBS or interpolated(span, verb) or _lays_out(span, verb):
        return True
    following = span.doc[verb.i + 1 : min(verb.i + 1 + REACH, span.end)]
    if len(following) and (following[0].lower_ in SUBORDINATES or (lower in _AGREES and following[0].lower_ == "to")):
        return False
    if lower in NOUN_LIKE | CLAUSE_ONLY:
        return _has_clause(span, verb, following)
    if clause_follows(following, near=REACH) or any(token.lower_ == "following" for token in following[:_TWO]):
        return True
    return quotes or _ends_in_colon(span) or _embedded(span, part, verb)


def _has_clause(span: Span, verb: Token, following: Span) -> bool:
    """Whether a clause, or words before a colon, follow a verb that says nothing without."""
    lower = verb.lower_
    if lower in NOUN_LIKE:
        return following.text[:1] != "," and (clause_follows(following, near=2) or _ends_in_colon(span))
    near = 1 if lower in _SHOWS else _OBJECT  # "established precedents that guided" says nothing
    return clause_follows(following, near=near) or (lower in _SHOWS and _as_clause(span, verb))


_CLAUSE = 4
"""Quoted words that may be a clause."""


def participle(span: Span, verb: Token) -> bool:
    """Whether something was done to what stands before: the Lollards, rejected from the towns; the legend, still repeated.

    No single comma divides a subject from its verb; two enclose an insertion.
    """
    last = verb.i - 1
    while last > span.start and span.doc[last].lower_ in ADVERBS:
        last -= 1
    commas = [token.i for token in span.doc[span.start : verb.i] if token.text in (",", "(", "—")]
    return verb.lower_.endswith("ed") and commas == [last]


def _lays_out(span: Span, verb: Token) -> bool:
    """Whether a thought is laid out: stated the doctrine of."""
    near = span.doc[verb.i + 1 : min(verb.i + 1 + _NEAR, span.end)]
    return verb.lower_ in LAYS_OUT and any(token.lower_ in IDEAS for token in near)


_NEAR = 5
"""Tokens in which the thought stands that somebody is said to lay out."""
_AGREES = frozenset(("agree", "agrees", "agreed"))


def _ends_in_colon(span: Span) -> bool:
    return any(":" in token.text for token in span[-3:]) and not any(char.isalnum() for char in span[-1].text)


def interpolated(span: Span, verb: Token) -> bool:
    """A report in passing: “Labour, he said, is …”."""
    doc, before = span.doc, verb.i - 2
    if verb.i + 1 >= span.end or before < span.start or doc[verb.i + 1].text != ",":
        return False
    return any(doc[index].text == "," for index in range(max(span.start, before - 3), before + 1))


def clause_follows(following: Span, near: int) -> bool:
    """Whether a clause or a quotation begins within so many tokens, governed by no preposition."""
    silent = muted(following.doc)
    for position, token in enumerate(following):
        if position and token.text in ";.":
            return False
        governed = bool(position) and following[position - 1].lower_ in PREPOSITIONS | _GROUNDS
        if token.lower_ in OPENS_CLAUSE and (token.lower_ == "that" or position == 0) and position < near:
            return not governed and (token.lower_ != "of" or near == REACH)
        if position < near and silent[token.i] and not silent[token.i - 1]:
            return not governed or near == REACH
    return False


_GROUNDS = frozenset(("ground", "grounds", "condition", "fact", "so", "such"))
"""Before a "that" these make its clause a circumstance: claimed it on the ground that."""
PREPOSITIONS = frozenset(
    ["at", "in", "on", "of", "by", "for", "from", "with", "to", "under", "after", "before", "during", "upon"]
)


def _embedded(span: Span, part: QuotedPart, verb: Token) -> bool:
    """Whether the report is a parenthesis (as Dune says, …)."""
    behind = span.doc[verb.i + 1] if verb.i + 1 < span.end else None
    return _as_clause(span, verb) or (behind is not None and behind.text == "," and bool(part.pieces))


def _as_clause(span: Span, verb: Token) -> bool:
    """Whether a speaker stands between an "as" and a verb: as Dune says; not: a people such as the Danes."""
    doc, speaker = span.doc, noun_phrase_before(span.doc, verb.i, span.start)
    if speaker is None or speaker.first <= span.start or doc[speaker.first - 1].lower_ != "as":
        return False
    before = {token.lower_ for token in doc[max(span.start, speaker.first - 1 - _EPITHET) : speaker.first - 1]}
    return not before & {"so", "such"}


_SHOWS = word_set("shows showed shown demonstrates demonstrated proves proved established")
