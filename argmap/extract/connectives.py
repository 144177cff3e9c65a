"""Words with which a claim is tied to the one before it, and which of the two they make the reason."""

import re
from typing import Literal, NamedTuple

Direction = Literal["from", "to"]
"""From the claim before to the one that has the words (it concludes), or to the one before (it gives a reason)."""

_SHOW = r"(?:shows?|showed|suggests?|suggested|means?|meant|impl(?:y|ies|ied)|indicates?|indicated|proves?|proved)"
_IT = r"(?:it|this|that|them|this out|the (?:same|view|claim|statement|account|story|charge|impression))"
_MANNER = r"(?:do(?:es)?|did|end(?:s|ed)|began|begins|spoke|speaks|wrote|writes|it (?:is|was)|went|far|in \d|on \d|at [A-Z]|[A-Z][a-z]+ \d)"
"""What follows "thus" where it says how, not what follows from what: "Thus ended the siege"."""


class Connective(NamedTuple):
    """One way of tying: `opens` is matched at the beginning of the claim, `inside` searched near it."""

    name: str
    direction: Direction
    opens: re.Pattern[str]
    inside: re.Pattern[str] | None = None


CONCLUDES = Connective(
    "concludes",
    "from",
    re.compile(
        rf"\W*(?:Thus(?!,? {_MANNER}\b)|Hence|Therefore|Consequently|Accordingly|As a result(?! of\b)|It follows"
        r"|In consequence(?! of (?!this\b|these\b|that\b))|(?:That|This) (?:is|was) why|(?:No|Small|Little) wonder\b"
        r"|So(?=,? (?:he|she|it|they|we|the|that|this|a|an|his|her|their|its|when|if)\b)"
        r"(?! (?:short|long|few|it (?:went|was|is|goes|happened))\b)"
        r"|For (?:this|that|these|those|all)(?: \w+){0,2} reasons?)\b"
    ),
    re.compile(
        r"\b(?<!and )(?:therefore|consequently|accordingly)\b|[,;] (?:and )?hence\b|, thus,"
        r"|\b(?:is|are|was|were|has|have|had|may|can|could|will|must) thus\b"
    ),
)
RESTATES = Connective("restates", "from", re.compile(r"\W*(?:In other words|In short|In sum|In brief)\b"))
SHOWS = Connective(
    "shows",
    "from",
    re.compile(
        r"\W*(?:This|These|That|Those|All (?:this|these))"
        r"(?: (?:facts?|figures?|numbers?|passages?|words?|cases?|examples?|results?|circumstances?|considerations?|things?))?"
        rf" (?:{_SHOW}(?! (?:of|by|in|at)\b)|makes? it (?:clear|plain|likely|probable))\b"
    ),
)
REASONS = Connective(
    "reasons",
    "to",
    re.compile(
        r"\W*(?:After all|(?:The|One|Another) reason (?:is|was|why)|(?:This|That) (?:is|was) because|For one thing"
        r"|For(?=, | (?:he|she|it|they|we|there|if|when|though|although|whether|nothing|no|this will|as)\b))"
    ),
)
EXEMPLIFIES = Connective(
    "exemplifies",
    "to",
    re.compile(
        r"\W*(?:For example|For instance|In particular|One (?:such )?(?:instance|example|case)\b"
        r"|An? (?:\w+ )?(?:example|instance|case in point) (?:of (?:this|it)|is|was)\b)"
    ),
    re.compile(r", for (?:example|instance),"),
)
CONFIRMS = Connective(
    "confirms",
    "to",
    re.compile(
        r"\W*+(?:(?:This|It|That) (?:is|was) (?:\w+ )?(?:shown|proved|proven|confirmed|borne out|attested|illustrated|clear|evident)"
        r" (?:by|from)|(?:[\w’'-]+ ){1,6}(?:confirms?|confirmed|bears?|bore|attests?|attested|corroborates?|corroborated)"
        rf" {_IT})\b"
    ),
)
CONNECTIVES = (EXEMPLIFIES, RESTATES, CONCLUDES, SHOWS, REASONS, CONFIRMS)

ADDS = re.compile(r"\W*(?:Moreover|Furthermore|Besides|In addition|Similarly|Likewise)\b")
"""What opens another reason for the same."""
GRANTS = re.compile(r"\W*(?:It is true|True,|Admittedly|To be sure|Granted)\b")
REBUTS = re.compile(r"\W*(?:But|Yet|However|Nevertheless|Still)\b")
"""What opens the answer to what was granted."""
ANNOUNCES = re.compile(
    r"\b(?:two|three|four|five|six|several|many|various|other)(?: \w+)? (?:reasons|grounds|arguments|considerations|proofs)\b"
)
COUNTS = re.compile(
    r"\W*(?:First|Firstly|Second|Secondly|Third|Thirdly|Fourth|Fourthly|Fifth|Lastly|Finally"
    r"|In the (?:first|second|third|next|last) place|(?:One|Another|The (?:first|second|third|other|last)) (?:reason )?(?:is|was))\b"
)
"""What opens one of several reasons that were announced."""
_CONDITION = re.compile(
    r"\W*(?:[^,]{0,60}, (?:which|who|the \w+ of which)\b|When|While|As|By|After|Before|Though|Although)\b"
)
"""What opens a sentence whose inner "thus" belongs to a circumstance."""
_EXAMPLE = re.compile(r"\b(?:for (?:example|instance)|to (?:give|take) (?:one|an|but one))\b")
_HEAD = 60
_QUOTES = frozenset('“„«"‘')


def tie(text: str) -> tuple[Connective, str] | None:
    """The connective of a claim and its words in the text; None where it has none, or they are quoted."""
    if text.lstrip()[:1] in _QUOTES:
        return None
    for connective in CONNECTIVES:
        found = connective.opens.match(text) or _inside(connective, text)
        if found and not (connective is CONCLUDES and _EXAMPLE.search(text, 0, 2 * _HEAD)):
            return connective, found.group().strip(" ,;“”")
    return None


def _inside(connective: Connective, text: str) -> re.Match[str] | None:
    if connective.inside is None or _CONDITION.match(text):
        return None
    found = connective.inside.search(text, 0, _HEAD)
    quoted = found is not None and "“" in text[: found.start()] and "”" not in text[: found.start()]
    return None if quoted else found


def concludes(text: str) -> bool:
    """Whether a claim says near its beginning that it concludes from what stands before it."""
    return bool(CONCLUDES.opens.match(text) or _inside(CONCLUDES, text))
