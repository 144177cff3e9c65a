"""Short unique titles for the claims of a draft: the claim's own first words, without what ties it to the sentence before."""

import re

from spacy.lang.en.stop_words import STOP_WORDS

_WORD = re.compile(r"[^\W_]+(?:[’'.\-/][^\W_]+)*")
_OFTEN = r"(?:long|often|generally|usually|commonly|widely|sometimes|always|frequently|traditionally)"
_LEAD = re.compile(
    r"\A(?:(?:According to|In the (?:view|words|opinion) of) [^,.;:]{1,60}, "
    rf"|It (?:is|was|has(?: {_OFTEN})? been) (?:{_OFTEN} )?(?:said|argued|held|claimed|maintained|supposed|believed|thought|assumed|asserted) that "
    r"|(?:In (?:conclusion|sum|short|summary|brief|the end)|To (?:conclude|sum up)|All in all|On the whole), "
    r"|(?:(?:In )?(?:this|the present) (?:essay|paper|article|chapter|study|book|thesis|work),? )?(?:I|we)(?: (?:shall|will))? "
    r"(?:argue|contend|maintain|claim|hold|suggest|propose|submit|show|demonstrate) (?:therefore |thus |here )?that "
    r"|(?:this|the present) (?:essay|paper|article|chapter|study|book|thesis|work) "
    r"(?:argues|contends|maintains|claims|holds|suggests|proposes|submits|shows|demonstrates) (?:therefore |thus |here )?that )",
    re.IGNORECASE,
)
"""Who says it, or that it is said here or in the end."""
_CONNECTIVES = frozenset(
    [
        "and",
        "but",
        "yet",
        "so",
        "for",
        "or",
        "nor",
        "then",
        "still",
        "rather",
        "instead",
        "also",
        "however",
        "moreover",
        "furthermore",
        "therefore",
        "thus",
        "hence",
        "consequently",
        "nevertheless",
        "nonetheless",
        "second",
        "first",
        "third",
        "finally",
        "indeed",
        "besides",
        "perhaps",
        "likewise",
        "similarly",
        "accordingly",
        "importantly",
    ]
)
_LOOSE_ENDS = STOP_WORDS - {"one", "none", "nobody", "nothing", "himself", "herself", "itself", "themselves"}
_LONGEST = 46
_FEWEST, _MOST = 8, 14


def title(text: str, taken: set[str]) -> str:
    """A title for a claim: its first words, unique in any case among `taken`, to which it is added."""
    words = [match.group() for match in _WORD.finditer(_LEAD.sub("", text, count=1))]
    while len(words) > 1 and words[0].casefold() in _CONNECTIVES:
        words.pop(0)
    made = _unique(words or ["Claim"], taken)
    taken.add(made.casefold())
    return made


def _unique(words: list[str], taken: set[str]) -> str:
    for count in range(_FEWEST, _MOST):
        candidate = _cut(words[:count])
        if candidate.casefold() not in taken:
            return candidate
    base, number = _cut(words[:_FEWEST]), 2
    while f"{base} {number}".casefold() in taken:
        number += 1
    return f"{base} {number}"


def _cut(words: list[str]) -> str:
    """Words up to the longest title, without function words at the end."""
    kept: list[str] = []
    for word in words:
        if kept and len(" ".join([*kept, word])) > _LONGEST:
            break
        kept.append(word[:_LONGEST])
    while len(kept) > 1 and kept[-1].casefold() in _LOOSE_ENDS:
        kept.pop()
    joined = " ".join(kept)
    return joined[:1].upper() + joined[1:]
