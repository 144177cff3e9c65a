"""Reports that run on without a cue of their own.

Who summarises another's work says once that he does and then writes on in that author's name: what gives such sentences
away is that they change from the past tense of the narrative into a general present ("Trade is honourable, but most
traders are rogues"), or hold pieces of quotation. (Free indirect discourse: Banfield 1982; Pareti 2016 calls the
sentences of one report its spans.)
"""

import re
from typing import NamedTuple

from spacy.tokens import Doc, Span

from argmap.extract.cues import word_set
from argmap.extract.quotations import QuotedPart
from argmap.extract.reporting import Found
from argmap.extract.syntax import finite, root

_PAST = word_set("was were had did")
_PRESENT = word_set("is are has have does do")
_NARRATES = 0.28
"""The share of past forms among the commonest verbs from which a text counts as told in the past."""
_AUTHOR = word_set("i we our my us me")
_CONCLUDES = re.compile(r"it (?:thus |therefore )?follows\b|it is (?:clear|plain|evident|likely)\b", re.IGNORECASE)
_GENERAL = word_set("may must can cannot will shall should need")


def told_in_past(doc: Doc, silent: bytearray) -> bool:
    """Whether a text, outside of its quotations, is told in the past."""
    past = sum(token.lower_ in _PAST and not silent[token.i] for token in doc)
    present = sum(token.lower_ in _PRESENT and not silent[token.i] for token in doc)
    return past >= _NARRATES * (past + present) and past > 0


def may_be_general(span: Span, silent: bytearray) -> bool:
    """Whether the words of a sentence leave it open that it is a general statement in the present tense.

    One that draws a conclusion in so many words ("It follows that") is the author's own.
    """
    if _CONCLUDES.match(span.text):
        return False
    lowered = {token.lower_ for token in span if not silent[token.i]}
    return not lowered & (_AUTHOR | _PAST) and not span.text.rstrip("”’\"' )").endswith("?")


def speaks_itself(span: Span, silent: bytearray) -> bool:
    """Whether the author names himself: I, we, our."""
    return any(token.lower_ in _AUTHOR and not silent[token.i] for token in span)


def general(tree: Doc) -> bool:
    """Whether the main clause of a parsed sentence is in the present, or says what may or must be."""
    head = root(tree)
    if head is None or not finite(head):
        return False
    forms = [token for token in (*head.children, head) if token.dep_ in ("aux", "aux:pass", "cop") or token == head]
    first = next((token for token in sorted(forms, key=lambda token: token.i) if token.tag_ in _TENSED), None)
    if first is None or (first.tag_ == "MD" and first.lower_ not in _GENERAL):
        return False
    return first.tag_ != "VBD"


_TENSED = frozenset(("VBD", "VBZ", "VBP", "MD"))


class Seen(NamedTuple):
    """What the grammar of a sentence says: whether it states in the present what holds in general; whom it reports."""

    general: bool = False
    told: Found | None = None


class Memory:
    """What earlier sentences of a paragraph leave for pronouns, run-on reports and quotations."""

    def __init__(self) -> None:
        self.paragraph = -1
        self.speaker: str | None = None
        self.subject: str | None = None
        self.reporting = False
        self.held: str | None = None
        self.past = False
        self.run = 0
        self.own = 0
        self.at = -1

    def enter(self, paragraph: int) -> None:
        """A sentence of this paragraph comes next."""
        if paragraph != self.paragraph:
            self.paragraph, self.reporting = paragraph, False
            self.run = self.run - 1 if self.run > 1 else 0

    def told(self, speaker: str, verb: str) -> None:
        """A report with a cue of its own."""
        self.speaker = self.subject = self.held = speaker
        self.at = self.paragraph
        self.reporting, self.run, self.own = True, 1, 0
        self.past = verb.endswith(("ed", "ed”")) or verb.strip("“”") in _PAST_FORMS

    def quotes(self) -> None:
        """Quoted words: whoever was reported last is still speaking."""
        if self.held is not None:
            self.run, self.own, self.at = self.run + 1, 0, self.paragraph

    def ends(self, *, outright: bool) -> None:
        """The author speaks again; a report may still be taken up again within a few sentences, unless he says "I"."""
        self.reporting, self.speaker, self.run = False, None, 0
        self.own += 1
        if outright or self.own > _FADES:
            self.held = None

    def carries(self, seen: Seen, part: QuotedPart) -> bool:
        """Whether a sentence without a cue goes on with the report before it; over a paragraph break, one that ran on."""
        quotes = part.words >= (_PIECES if self.run else _LONG_PIECES)
        near = self.run > 0 or (self.own <= _GAP and self.at == self.paragraph)
        if self.held is None or not (quotes or (seen.general and self.past and near)):
            return False
        self.at = self.paragraph
        self.run += 1
        self.own = 0
        return True


_PIECES = 3
"""Quoted words in a sentence that carry a report on; `_LONG_PIECES` take one up again."""

_LONG_PIECES = 6
_PAST_FORMS = frozenset(("said", "wrote", "told", "thought", "held", "taught", "saw", "laid", "set", "spoke", "was"))
_GAP = 1
_FADES = 4
"""Sentences of the author's own after which a report is over."""
