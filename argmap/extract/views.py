"""Views that a text reports in order to answer them, each with its answer."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.extract.candidates import TURN_INSIDE, Candidate, Material
from argmap.extract.cues import STRONG_VERBS, WEAK_VERBS
from argmap.extract.halves import is_clause

_HOLD = r"(?:said|argued?|held|hold|claim(?:ed)?|maintain(?:ed)?|objected|believed?|think|thought|contend(?:ed)?)"
_FOLLOWS = r"(?=,| that\b| in reply\b| (?:by|against|to) [^,.;]{1,30},? that\b)"
_SAID = re.compile(
    r"\b(?:(?<!as )it (?:is|was|has(?: \w+)? been) (?:\w+ )?"
    rf"(?:said|argued|objected|held|claimed|maintained|supposed|believed|thought|asserted|contended|urged){_FOLLOWS}"
    r"|it (?:might|may|can|could|will) be (?:\w+ )?(?:said|argued|objected|held|claimed|maintained|contended|urged)\b"
    r"|one (?:might|may|could) (?:\w+ )?(?:say|argue|object|suspect|think|suppose)\b"
    rf"|(?:some|many|most|others)(?: \w+){{0,2}}? (?:have |has )?{_HOLD}{_FOLLOWS}"
    r"|on (?:this|that|his|her|their) (?:view|reading|account|showing|theory|interpretation)\b"
    r"|the (?:usual|common|traditional|older|received|standard|conventional|orthodox|opposite)"
    r" (?:view|account|explanation|reading|interpretation|story|opinion) (?:is|was|has it|holds)\b)",
    re.IGNORECASE,
)
_ARGUES = re.compile(
    rf"\b(?:{'|'.join(sorted(STRONG_VERBS))})\b|\b(?:{'|'.join(sorted(WEAK_VERBS))}) that\b|\baccording to\b",
    re.IGNORECASE,
)
"""What makes a sentence on a scholar the report of what he holds."""
_EARLY = 160
"""Letters of a sentence among which it says that others hold what follows."""
_AGAINST = re.compile(
    r"\W*+(?:[\w’'-]+,? ){1,4}however\b"
    r"|\W*+(?:[\w’'-]+ ){1,6}(?:tells?|told|speaks?|spoke|counts?|counted|weighs?|weighed|goes|stands?|is|are|was|were) against\b"
    r"|\W*(?:This|That|It) (?:is|was) (?:\w+ )?(?:(?:not|hardly) (?:so|the case|true|right)|wrong|mistaken|false|untenable)\b"
    r"|\W*(?:The|Such an?|This|That) (?:argument|view|claim|objection|explanation|account|reading|theory|story)"
    r" (?:fails|overlooks|ignores|(?:is|was|does|cannot|can|will)(?: \w+)? (?:not|wrong|mistaken|false|untenable|hardly|be sustained))\b"
)
_SO = re.compile(
    r"\W*(?:That|This|All this|It) (?:is|may be|can be|must be) (?:\w+ )?(?:so|true|granted|admitted|conceded|possible)\b"
)
"""The author grants it, and goes on with "but"."""
_ANNOUNCES = re.compile(
    r"\W*+(?:here,? |in (?:this|the present) [a-z]+,? )?(?:(?:this|the present) (?:essay|paper|article|chapter|study|book|thesis)|I|we)"
    r"(?: (?:shall|will|hope to|want to|propose to))? (?:argue|contend|maintain|suggest|submit|propose|show|claim)s?\b",
    re.IGNORECASE,
)
"""The author says what he argues: most often against the view that he has just told."""
_TURN = re.compile(
    r"(?i:however|but|nevertheless|nonetheless|yet|on the contrary|in fact|in reality|instead|rather|still|although|whereas)\b"
)
_GOES_ON = re.compile(rf"\w+ (?:he|she|they) (?:\w+ )?(?:{'|'.join(sorted(STRONG_VERBS | WEAK_VERBS))})\b")
"""The reply is the same speaker's: "but he adds"."""
_NEAR = 3
"""Sentences behind an unnamed view among which its answer stands."""
_NEARER = 2
"""The same behind a scholar's, of whom the text may go on to tell."""


class View(NamedTuple):
    """A view that others hold, the author's answer to it, and the words that turn from one to the other.

    `said` and `replied` are the parts of one sentence where it holds both, or of the answer that first grants the view;
    `announced` that the answer only says what is argued here, and no word turns against the view.
    """

    view: Candidate
    answer: Candidate
    turn: str
    said: str | None = None
    replied: str | None = None
    scholarly: bool = False
    announced: bool = False


def views(material: Material) -> Iterator[View]:
    """The views of others that the text answers, in order."""
    for candidate in material.claims:
        scholarly = _holds(material, candidate)
        if not scholarly and not _SAID.search(candidate.verdict.text, 0, _EARLY):
            continue
        found = _inside(candidate, scholarly=scholarly) or _behind(material, candidate, scholarly=scholarly)
        if found is not None:
            yield found._replace(scholarly=scholarly)


def _holds(material: Material, candidate: Candidate) -> bool:
    """Whether a scholar is said to hold something in the sentence itself, not only in one before it."""
    reports = candidate.verdict.kind == "reported" and _ARGUES.search(candidate.verdict.text)
    return bool(reports) and material.is_scholarly(candidate)


def _inside(view: Candidate, *, scholarly: bool) -> View | None:
    """A view that is answered in its own sentence."""
    said, *replied = TURN_INSIDE.split(view.verdict.text, maxsplit=1)
    if not (scholarly or _SAID.search(said, 0, _EARLY)):
        return None
    if not replied or _GOES_ON.match(replied[0]) or not is_clause(replied[0].partition(" ")[2]):
        return None
    return View(view, view, _words(replied[0]), said, replied[0])


def _behind(material: Material, view: Candidate, *, scholarly: bool) -> View | None:
    """A view that is answered soon after it in its paragraph, or, at its end, where the next one opens."""
    near = _NEARER if scholarly else _NEAR
    rows = list(material.following(view, near)) or material.all[view.order + 1 : view.order + 2]
    answer = next((row for row in rows if _answers(row, scholarly=scholarly)), None)
    if answer is not None:
        return _answered(view, answer)
    if not _SAID.search(view.verdict.text, 0, _EARLY):  # one scholar's view may be followed by the author's own
        return None
    announced = ((row, _ANNOUNCES.match(row.verdict.text)) for row in rows if row.own)
    return next((View(view, row, words.group().strip(), announced=True) for row, words in announced if words), None)


def _answers(row: Candidate, *, scholarly: bool) -> bool:
    """Whether a claim turns against a view; behind a scholar's another report may only go on with his."""
    text = row.verdict.text
    turns = row.turns or (_SO.match(text) and TURN_INSIDE.search(text))
    return row.verdict.claim and bool(_AGAINST.match(text) or (turns and (row.own or not scholarly)))


def _answered(view: Candidate, answer: Candidate) -> View:
    text = answer.verdict.text
    if _SO.match(text) and not answer.turns:
        reply = TURN_INSIDE.split(text, maxsplit=1)[-1]
        return View(view, answer, _words(reply), replied=reply)
    return View(view, answer, _words(text))


def _words(text: str) -> str:
    found = _TURN.search(text) or _AGAINST.match(text)
    return found.group().strip() if found else ""
