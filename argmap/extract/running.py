"""Reports that run on without a cue of their own.

Who summarises another's work says once that he does and then writes on in that author's name: what gives such sentences
away is that they change from the past tense of the narrative into a general present ("Trade is honourable, but most
traders are rogues"), or hold pieces of quotation. (Free indirect discourse: Banfield 1982; Pareti 2016 calls the
sentences of one report its spans.)
"""

import re
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from argmap.extract.antecedents import several
from argmap.extract.cues import word_set
from argmap.extract.quotations import QuotedPart
from argmap.extract.reporting import Found
from argmap.extract.syntax import SUBJECTS, finite, root

_PAST = word_set("was were had did")
_PRESENT = word_set("is are has have does do")
_NARRATES = 0.28
"""The share of past forms among the commonest verbs from which a text counts as told in the past."""
_AUTHOR = word_set("i we our my us me")
_CONCLUDES = re.compile(
    r"it (?:thus |therefore )?follows\b|the fact that\b|of course\b|no doubt\b|to be sure\b|it is (?:true|clear|plain|evident|likely)\b"
    r"|it is (?:tempting|easy|natural|fair|reasonable|possible) to\b|the (?:simplest|likeliest|best|obvious|natural) explanation\b"
    r"|it is (?:hard|difficult|impossible) (?:not )?to (?:avoid|resist|believe|see|say|imagine|escape|deny|judge)\b",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:but |yet |and )?(?:this|that|these|those|such|such an?|the|his|her|their|both|neither|either) (?:\w+ )?"
    r"(?:arguments?|views?|judge?ments?|claims?|explanations?|accounts?|interpretations?|thes[ei]s|theor(?:y|ies)|charges?"
    r"|objections?|concessions?|suggestions?|hypothes[ei]s|reasoning|criticisms?|conclusions?|assertions?|remarks?|readings?"
    r"|statements?|words|lines|sentences?|definitions?|models?|estimates?|attributions?|analys[ei]s|evidence|testimony|comparisons?|distinctions?|quotes?) ",
    re.IGNORECASE,
)
"""What the author says of others' arguments: "That judgement misses the point"."""
_ITSELF = re.compile(
    r"\W*(?:\w+,? ){0,3}(?:this|the present) (?:\w+ )?(?:essay|paper|article|chapter|book|study|thesis|section)\b",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"(?:but |yet |and )?(?:this|that|the|such an?) (?:\w+ )?"
    r"(?:anecdote|story|tale|legend|passage|report|letter|record|chronicle|speech|scene|description|narrative) (?:itself )?"
    r"(?:(?:is|was|may be|seems?) (?:too|not|hardly|scarcely|surely|plainly|clearly|probably|almost|an? (?:later|pious))\b"
    r"|cannot|can hardly|must|need not|deserves)",
    re.IGNORECASE,
)
"""What he says of a story that he has told or quoted: "The anecdote is too neat to be true"."""
_GOES_BY = re.compile(
    r"\W*(?:on|by|in) (?:this|that|his|her|their|such an?) (?:\w+ )?"
    r"(?:account|view|reading|theory|showing|telling|version|hypothesis|model|interpretation|reckoning)\b",
    re.IGNORECASE,
)
_MIND = (
    "alarmed afraid anxious uneasy worried dismayed horrified scandali[sz]ed indignant furious angry outraged offended"
    " displeased dissatisfied disappointed unimpressed unmoved unconvinced unpersuaded sceptical skeptical doubtful"
    " hopeful optimistic pessimistic gloomy jubilant delighted pleased satisfied impressed relieved confident reassured"
    " adamant torn undecided bewildered puzzled perplexed tempted desperate"
).replace(" ", "|")
_MOVES = re.compile(
    rf"\b(?:was|were|felt|grew|became|remained)(?: \w+){{0,2}} (?:{_MIND})\b(?! (?:that|to)\b)"
    r"|\b(?:hesitated|demurred|despaired|wavered|had (?:his|her|their|grave|serious|no) (?:doubts|illusions|fears))\b",
    re.IGNORECASE,
)
_SHORT_MOOD = 14
"""Words of a sentence that only tells a state of mind."""
_FORESEES = re.compile(
    r"\b(?:would|might|could)\b(?! (?:later|soon|eventually|never|always|often|sometimes|have (?:been )?better|seem|appear|prove|become))",
    re.IGNORECASE,
)
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
    if concludes(span) or _comments(span.text):
        return False
    lowered = {token.lower_ for token in span if not silent[token.i]}
    return not lowered & (_AUTHOR | _PAST) and not asks(span)


def concludes(span: Span) -> bool:
    """Whether a sentence draws a conclusion or grants something in so many words: it follows that, of course."""
    return bool(_CONCLUDES.match(span.text))


def announces(span: Span) -> bool:
    """Whether a report says that what somebody relates follows: gave the following particulars: …."""
    return bool(_FOLLOWING.search(span.text))


_FOLLOWING = re.compile(
    r"\b(?:the following (?:\w+ )?(?:particulars|details|accounts?|facts|story|stories|statements?|evidence|testimony|instances?"
    r"|examples?|reports?|descriptions?|narrative|tale|list|figures)\b|as follows\b"
    r"|(?:stated|put|summed up|summari[sz]ed|expressed) (?:\w+ )?thus\b|(?:runs?|ran) thus\b)",
    re.IGNORECASE,
)


def asks(span: Span) -> bool:
    """Whether a sentence is a question."""
    return span.text.rstrip("”’\"' )").endswith("?")


def _comments(text: str) -> bool:
    return bool(_COMMENTS.match(text) or _STORY.match(text) or _ITSELF.match(text))


def goes_by(span: Span) -> bool:
    """Whether a sentence behind a report says that it goes by it: on this account the letter is a fraud."""
    return bool(_GOES_BY.match(span.text))


def moves(span: Span) -> bool:
    """Whether a sentence only tells somebody's state of mind: the consul was alarmed."""
    return len(span) <= _SHORT_MOOD and bool(_MOVES.search(span.text))


def foresees(span: Span) -> bool:
    """Whether a sentence, behind such a one, may tell his thoughts: the French would protest (Banfield 1982).

    One that says "I", or what would have been if, speaks for the author; so does one with a figure, which tells what came.
    """
    words = {token.lower_ for token in span}
    told = any(token.like_num for token in span)
    return bool(_FORESEES.search(span.text)) and not told and not words & _AUTHOR


def speaks_itself(span: Span, silent: bytearray) -> bool:
    """Whether the author names himself or his text (I, we, our, this chapter), or judges what he reports."""
    return _comments(span.text) or any(token.lower_ in _AUTHOR and not silent[token.i] for token in span)


def _bare(head: Token) -> bool:
    """Whether a base form is the present of a plural that the tagger took for an infinitive: wages and profits rise."""
    before = [child for child in head.children if child.i < head.i]
    helped = any(child.dep_ in ("aux", "aux:pass", "mark") for child in before)
    return head.tag_ == "VB" and not helped and any(child.dep_ in SUBJECTS for child in before)


def _perfect(first: Token, head: Token) -> bool:
    """Whether a clause is in the present perfect, which looks back from where the author stands."""
    return first.lower_ in ("has", "have") and first != head and head.tag_ in ("VBN", "VBD")


def _inferred(forms: list[Token]) -> bool:
    """Whether a clause infers what was, which is for the author to do: he can hardly have known."""
    return any(token.lower_ == "have" for token in forms)


def general(tree: Doc) -> bool:
    """Whether the main clause of a parsed sentence is in the present, or says what may or must be."""
    head = root(tree)
    if head is None or not (finite(head) or _bare(head)):
        return False
    forms = [token for token in (*head.children, head) if token.dep_ in ("aux", "aux:pass", "cop") or token == head]
    if _bare(head):
        return True
    first = next((token for token in sorted(forms, key=lambda token: token.i) if token.tag_ in _TENSED), None)
    if first is None or (first.tag_ == "MD" and (first.lower_ not in _GENERAL or _inferred(forms))):
        return False
    return first.tag_ != "VBD" and not _perfect(first, head)


_TENSED = frozenset(("VBD", "VBZ", "VBP", "MD"))


class Seen(NamedTuple):
    """What a sentence says by its grammar: whether it states in the present what holds in general; whom it reports.

    `itself`: the author speaks for himself in so many words.
    """

    general: bool = False
    told: Found | None = None
    itself: bool = False


def gap(speakers: Sequence[str | None], paragraphs: Sequence[int]) -> range:
    """The sentences without a speaker before the last one, where it and the one before them report the same person.

    Only in a paragraph, and only where most of what was last said is his: who summarises a work names its author now and
    then, who only quotes somebody speaks for himself in between.

    Args:
        speakers: Of the last sentences, `WINDOW` or less, None for the author's own.
        paragraphs: The paragraph of each of them.
    """
    last = len(speakers) - 1
    first = last
    while first > 0 and speakers[first - 1] is None and last - first < _GAP_CLOSED:
        first -= 1
    before = speakers[max(0, first - _RECENT) : first]
    his = [same_person(speaker, speakers[last]) for speaker in before]
    named = not anybody(speakers[last])
    between = named and first < last and first > 0 and his[-1] and paragraphs[first - 1] == paragraphs[last]
    return range(first, last) if between and sum(his) >= _MOSTLY else range(0)


def same_person(one: str | None, other: str | None) -> bool:
    """Whether two names of speakers end alike: Smith, Adam Smith."""
    return bool(one and other) and (one or "").split()[-1].casefold() == (other or "").split()[-1].casefold()


_GAP_CLOSED = 4
_RECENT = 8
_MOSTLY = 5
WINDOW = _RECENT + _GAP_CLOSED + 1
"""Sentences that a gap and what it stands between can be told from."""


class Memory:
    """What earlier sentences of a paragraph leave for pronouns, run-on reports and quotations.

    `common`: the words that the text writes small, which are no names where they begin a sentence.
    """

    def __init__(self, common: frozenset[str] = frozenset()) -> None:
        self.common = common
        self.paragraph = -1
        self.set_off = False
        self.speaker: str | None = None
        self.subject: str | None = None
        self.person: str | None = None
        self.before: str | None = None
        self.moved: str | None = None
        self.reporting = False
        self.held: str | None = None
        self.past = False
        self.run = 0
        self.own = 0
        self.at = -1
        self.relating = False
        self.recent: deque[bool] = deque(maxlen=_RECENT)

    def enter(self, paragraph: int) -> None:
        """A sentence of this paragraph comes next."""
        if paragraph != self.paragraph:
            self.past = self.past and not self.set_off
            self.set_off = True
            self.paragraph, self.reporting, self.moved, self.before = paragraph, False, None, None
            self.relating = False
            self.run = self.run - 1 if self.run > 1 else 0

    def names(self, name: str | None) -> None:
        """Who is spoken of, and may be meant by the next "he" or, if he is one person, "they"."""
        self.subject = name or self.subject
        self.person = name if name and not several(name) else self.person

    def told(self, speaker: str, verb: str, *, follows: bool = False) -> None:
        """A report with a cue of its own. `follows`: it says that what he relates follows."""
        same = same_person(self.held, speaker)
        self.relating = follows or (self.relating and same)
        self.speaker = self.held = speaker
        self.names(speaker)
        self.moved = None
        self.at = self.paragraph
        self.reporting, self.run, self.own = True, 1, 0
        self.recent.append(same)
        told = verb.strip("“”").split()
        self.past = any(word.endswith("ed") or word in _PAST_FORMS for word in told)

    def quotes(self) -> None:
        """Quoted words: whoever was reported last is still speaking."""
        if self.held is not None:
            self.run, self.own, self.at = self.run + 1, 0, self.paragraph
        self.recent.append(self.held is not None)

    def closes(self, sentences: int) -> None:
        """So many sentences before the last were found to belong to its report."""
        self.recent.extend([True] * sentences)

    def ends(self, *, outright: bool, announcing: bool = False) -> None:
        """The author speaks again; a report may still be taken up again within a few sentences, unless he says "I".

        `announcing`: he says that what was reported follows at length.
        """
        self.reporting, self.speaker, self.run = False, None, 0
        self.relating = announcing and self.held is not None and not anybody(self.held)
        self.own += 1
        self.recent.append(False)
        if outright or self.own > _FADES:
            self.held = None

    def carries(self, seen: Seen, part: QuotedPart) -> bool:
        """Whether a sentence without a cue goes on with the report before it; over a paragraph break, one that ran on."""
        quotes = not seen.itself and part.words >= (_PIECES if self.run else _LONG_PIECES)
        here = self.at == self.paragraph or sum(self.recent) >= _MOSTLY
        near = self.run > 0 or (self.own <= _GAP and here)
        general = seen.general and self.past and near and not anybody(self.held)
        if self.held is None or not (
            (quotes and (self.past or here)) or general or (self.relating and not seen.itself)
        ):
            return False
        self.at = self.paragraph
        self.run += 1
        self.own = 0
        self.recent.append(True)
        return True


def anybody(speaker: str | None) -> bool:
    """Whether a speaker is no particular person (a cynic, another, some): what is said next is hardly his."""
    return speaker is not None and speaker.split()[0].casefold() in _INDEFINITE


_INDEFINITE = word_set("a an one another some any many most several others")
_PIECES = 3
"""Quoted words in a sentence that carry a report on; `_LONG_PIECES` take one up again."""

_LONG_PIECES = 6
_PAST_FORMS = frozenset(("said", "wrote", "told", "thought", "held", "taught", "saw", "laid", "set", "spoke", "was"))
_GAP = 1
_FADES = 4
"""Sentences of the author's own after which a report is over."""
