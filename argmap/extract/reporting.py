"""Reports found by their grammar: a verb of saying or judging with a person for its subject and something said.

For what stands too far apart for the word order to tell: "Dune, the tutor of the prince and a canon of the cathedral,
prophesied gloomily that …", "he treated of prices, and showed “that …”", "was represented by the sect as …".
"""

import re
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from argmap.extract.cues import PERSONS, PRONOUNS, word_set
from argmap.extract.speakers import Speaker, is_name
from argmap.extract.syntax import SUBJECTS

SAYS = word_set(
    "inferred infers teaches taught prophesied prophesies pronounced pronounces deemed deems allowed allows held holds"
    " told tells stated states showed shows thought thinks believed believes considered considers regarded regards"
    " concluded concludes supposed supposes assumed assumes feared hoped hopes expected imagined imagines wrote writes"
    " said says noted notes added adds observed observes reported reports suggested suggests maintained maintains"
    " claimed claims asserted asserts argued argues affirmed affirms declared declares contended contends insisted"
    " insists admitted admits acknowledged denied denies proposed recommended demanded predicted predicts warned warns"
    " complained replied answered remarked explained explains announced endeavoured tried"
    " ventured judged judges calculated estimated confessed urged urges implied implies conceives conceived"
)
"""Verbs that report where a clause or a quotation says what is said or judged."""
LAYS_OUT = word_set(
    "treated treats expounded expounds outlined outlines enumerated enumerates discussed discusses stated states"
    " criticised criticized condemned condemns denounced advocated advocates attacked arraigned defended defends"
    " distinguished distinguishes described describes defined defines interpreted interprets rejected rejects"
    " attributed ascribed regarded regards considered considers praised deplored represented represents arraigned dealt deals"
    " accepted accepts adopted adopts endorsed endorses shared shares quotes quoted cites cited refers"
)
"""Verbs that report what an author or speaker takes up, where the person is already known to be speaking."""
_UNREAL = word_set("would could might should may can if whether unless to must")
_MOST = 6


def may_report(span: Span) -> bool:
    """Whether a sentence has a verb that may report; if not, it need not be parsed."""
    return any(token.lower_ in _VERBS for token in span) or bool(_IN_PASSING.search(span.text))


def stands(tree: Doc, label: str, at: int) -> bool:
    """Whether the grammar of a sentence lets a cue stand that its words give: the claim of the Church is no verb.

    Args:
        tree: The sentence.
        label: The pattern of the cue (`patterns.report_patterns`).
        at: Its first token.
    """
    token = tree[at]
    if label in ("verb", "after") and _participle(token):
        return any(child.lower_ == "as" for child in token.children)
    return label != "verb" or token.lower_ not in _NOUNS or token.tag_[:1] == "V"


def _participle(token: Token) -> bool:
    """Whether a verb only describes a noun: the legend repeated in the valley, the disputed claim."""
    ahead = token.dep_ == "amod" and token.i < token.head.i <= token.i + 2 and not token.head.lower_.endswith("ly")
    return token.tag_ == "VBN" and (token.dep_ == "acl" or ahead)


_NOUNS = word_set(
    "claim claims report reports note notes state states point points estimate estimates answer answers remark remarks"
    " promise promises lists record records quotes calls traces favours favors hold holds charge charges view views"
    " protest protests demand demands orders commands decrees"
)
"""Forms that are as often nouns: of these the tagger tells."""


class Found(NamedTuple):
    """A report: its speaker and the verb that tells; `weak` if it counts only of one who is known to be speaking."""

    speaker: Speaker
    verb: str
    weak: bool = False


def report(tree: Doc, silent: bytearray | bytes, *, quotes: bool) -> Found | None:
    """The first report in a parsed sentence.

    Args:
        tree: The sentence.
        silent: A flag for each of its tokens: whether it is quoted.
        quotes: Whether it holds quoted words.
    """
    verbs = [token for token in tree if not silent[token.i] and token.lower_ in _VERBS and token.tag_[:1] == "V"]
    found = (_found(token, silent, quotes=quotes) for token in verbs[:_MOST])
    strong = [entry for entry in found if entry is not None]
    sure = next((entry for entry in strong if not entry.weak), None) or _in_passing(tree, silent)
    return sure or (strong[0] if strong else None)


def _in_passing(tree: Doc, silent: bytearray | bytes) -> Found | None:
    """A report in what somebody does by it: concludes by declaring that, consoled himself by the reflection that."""
    for token in tree:
        named = token.lower_ in _THOUGHTS and token.dep_ == "obl"
        if silent[token.i] or not (named or (token.lower_ in _SAYING and token.dep_ in ("advcl", "xcomp"))):
            continue
        verb = token.head
        told = not _aside(verb) and not _supposed(verb) and _IN_PASSING.match(tree[token.i :].text)
        speaker = _speaker(verb) if told and not _is_passive(verb) else None
        if speaker is not None and not silent[speaker.i]:
            return Found(_named(speaker), token.text)
    return None


_THOUGHTS = word_set("reflection thought plea assurance argument remark complaint observation excuse")
_SAYING = word_set(
    "declaring asserting stating complaining arguing maintaining protesting affirming insisting objecting remarking"
    " observing explaining claiming alleging answering replying warning suggesting contending confessing admitting denying"
)
_IN_PASSING = re.compile(rf"\b(?:{'|'.join(sorted(_SAYING | _THOUGHTS))}),? (?:[a-z]+ly )?(?:that\b|[“‘\"])")


_VERBS = SAYS | LAYS_OUT


def _found(verb: Token, silent: bytearray | bytes, *, quotes: bool) -> Found | None:
    if _supposed(verb) or _aside(verb):
        return None
    told = _content(verb, silent, quotes=quotes) or of_ideas(verb)
    if not told and verb.lower_ not in LAYS_OUT:
        return None
    head = _speaker(verb)
    if head is None or silent[head.i]:
        return None
    return Found(_named(head), verb.text, weak=not told)


def _supposed(verb: Token) -> bool:
    """Whether the saying is only supposed or wished: he could have said; to say; if they say."""
    return any(child.lower_ in _UNREAL for child in verb.children if child.i < verb.i and child.dep_ in _FUNCTION)


_FUNCTION = frozenset(("aux", "mark", "advmod"))


def _aside(verb: Token) -> bool:
    """Whether the saying is a circumstance: because he concluded that, who said that."""
    token = verb
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.dep_ in ("acl:relcl", "relcl", "acl", "csubj") or (
        token.dep_ == "advcl" and not any(child.lower_ == "as" for child in token.children)
    )


def _content(verb: Token, silent: bytearray | bytes, *, quotes: bool) -> bool:
    """Whether a clause or a quotation says what is said."""
    if verb.lower_ in SAYS and any(child.dep_ == "ccomp" or _to_be(child) for child in verb.children):
        return not _on_grounds(verb)
    if verb.lower_ in _TAKES_AS and _taken_as(verb):
        return True
    behind = range(verb.i + 1, min(verb.i + 4, len(verb.doc)))
    return quotes and any(silent[index] for index in behind)


def _to_be(clause: Token) -> bool:
    """Whether a clause says in the infinitive what something is: supposed the wheel to be older."""
    words = {child.lower_ for child in clause.children}
    return clause.dep_ == "xcomp" and {"to", "be"} <= words and any(kin.dep_ == "obj" for kin in clause.head.children)


def _on_grounds(verb: Token) -> bool:
    """Whether the clause of a verb gives only the ground of a deed: claimed it on the ground that."""
    marks = (token for token in verb.subtree if token.lower_ == "that" and token.i > verb.i)
    first = next(marks, None)
    return first is not None and first.nbor(-1).lower_ in ("ground", "grounds", "condition")


def _taken_as(verb: Token) -> bool:
    """Whether something is taken for what it is: regarded trade as a peril; not: condemned him, as he was old."""
    behind = [token for token in verb.subtree if token.i > verb.i]
    return any(one.lower_ == "as" and two.lower_ not in _CLAUSAL for one, two in pairwise(behind))


_CLAUSAL = PRONOUNS | word_set("it we i you there if though")


def of_ideas(verb: Token) -> bool:
    """Whether what is laid out is a thought: he stated the doctrine, she set out her reasons."""
    return verb.lower_ in LAYS_OUT and any(
        child.dep_ in ("obj", "dobj") and child.lower_ in IDEAS for child in verb.children
    )


IDEAS = word_set(
    "doctrine doctrines view views opinion opinions theory theories argument arguments principle principles position"
    " case programme program thesis teaching belief beliefs idea ideas objection objections reason reasons ground"
    " grounds notion notions conception conclusion conclusions claim claims proposal proposals plan plans policy"
)
_TAKES_AS = word_set(
    "regarded regards considered considers represented represents described describes condemned condemns"
)


def _speaker(verb: Token) -> Token | None:
    """The person who is the verb's subject, its own or that of the verb it is joined to; the agent of a passive."""
    if _is_passive(verb):
        agents = (child for child in verb.children if child.i > verb.i and _is_agent(child))
        return next((child for child in agents if _person(child)), None)
    token = verb
    for _ in range(3):
        own = next((child for child in token.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return own if own.i < verb.i and _person(own) else None
        if token.dep_ not in ("conj", "xcomp") or token.head == token:
            return None
        token = token.head
    return None


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("aux:pass", "auxpass", "nsubj:pass", "nsubjpass") for child in verb.children)


def _is_agent(token: Token) -> bool:
    return token.dep_ in ("obl", "obl:agent", "pobj") and any(child.lower_ == "by" for child in token.children)


def _person(token: Token) -> bool:
    lower = token.lower_
    return lower in PRONOUNS or lower in PERSONS or (is_name(token) and token.tag_.startswith("NNP"))


def _named(head: Token) -> Speaker:
    """The words that name a speaker: the head with its titles, articles and names, without what describes it behind."""
    if head.lower_ in PRONOUNS:
        return Speaker(head.text, pronoun=True, first=head.i)
    first = last = head.i
    for child in head.children:
        if child.dep_ in _PARTS and not child.is_punct:
            first, last = min(first, child.left_edge.i), max(last, child.i)
    if last - first > _LONGEST:
        first, last = head.i, head.i
    text = head.doc[first : last + 1].text
    return Speaker(text if is_name(head.doc[first]) else text[:1].lower() + text[1:], first=first)


_PARTS = frozenset(("compound", "flat", "det", "amod", "nmod:poss", "poss", "nummod"))
_LONGEST = 8
