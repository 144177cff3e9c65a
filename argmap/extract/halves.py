"""A sentence that gives its own reason ("…, for he was poor") or its own conclusion ("…; therefore he left"), in two.

"because" divides nothing: that the one was for the sake of the other is often the very claim.
"""

import re
from typing import NamedTuple

from argmap.extract.cues import FINITE, STRONG_VERBS, WEAK_VERBS

_SUBJECT = (
    r"(?:the|an?|he|she|it|they|we|one|there|this|that|these|those|no|not|nothing|nobody|each|every|all|both|most|many|some|few"
    r"|who(?:ever)?|what(?:ever)?|his|her|their|its|our|even|only|[A-Z][\w’'-]+)"
)
_CLAUSE = r"(?:if|when|where|while|though|although|unless|as|once|in|on|by|with|without|at)"
"""What may open a clause before its subject: "for in the north he was safe"."""
_NO_REASON = (
    r"(?:the (?:first|second|third|last|next|rest|sake|purpose|benefit|use|moment|most part|present|time|future|whole|reasons?|want|lack|good)"
    r"|an? (?:time|while|moment|year|month|day|week|season|long|short|few)|all (?:his|her|their|its|that)|one thing|that matter)\b"
)
_GIVES = re.compile(
    rf"(?:[,;] |—)for (?=(?:{_SUBJECT}|{_CLAUSE})\b)(?!{_NO_REASON})|, since (?=(?:it|they|he|she|there|we|no|these|such)\b)"
)
_DRAWS = re.compile(
    rf"(?:; (?:and )?|, and )(?:therefore|hence|thus|consequently|accordingly|so),? (?={_SUBJECT}\b)|; it follows that "
)
_BEGINS = re.compile(rf"{_CLAUSE}\b")
_OPENS = re.compile(rf"(?:{_SUBJECT}|{_CLAUSE})\b")
_HANGS = re.compile(
    r"\b(?:and|or|but|that|which|who|whom|whose|whether|because|if|as|himself|herself|itself|themselves)$"
)
"""How a half ends whose clause goes on behind the other."""
_AFTER_COMMA = re.compile(r", (\w+)")
_LISTED = re.compile(r"\W*\(?\d+\)")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST = 4
"""Words of each half."""
_SOON = 12
"""Words of a clause among which its verb stands."""
_VERBS = FINITE | STRONG_VERBS | WEAK_VERBS
_OPENING, _CLOSING = "“„«(", "”»)"


class Halves(NamedTuple):
    """What a sentence claims, the reason that it gives for it, and the word that says so."""

    claim: str
    reason: str
    marker: str


def halves(text: str) -> Halves | None:
    """Divide a sentence at the word that gives its reason, or draws its conclusion; None if it cannot be divided."""
    for pattern in (_DRAWS, _GIVES):
        found = pattern.search(text)
        if found is None or pattern.search(text, found.end()):
            continue
        before, behind = text[: found.start()].rstrip(",;— "), text[found.end() :]
        if _LISTED.match(text) or _open(before) or not (_asserts(before) and _goes_through(before, behind)):
            continue
        marker = found.group().strip(" ,;—")
        return Halves(behind, before, marker) if pattern is _DRAWS else Halves(before, behind, marker)
    return None


def is_clause(text: str) -> bool:
    """Whether words open with a subject, or with what stands before one, and have a finite verb before their first comma."""
    words = _words(text if _BEGINS.match(text) else text.partition(",")[0])
    verb = _verb_at(words)
    return bool(_OPENS.match(text)) and _asserts(text) and verb is not None and "to" not in words[:verb]


def _goes_through(before: str, behind: str) -> bool:
    """Whether the second half is one clause to the end of the sentence, and no phrase in the middle of the first."""
    divided = ";" in before or ";" in behind or "—" in behind
    resumed = any(word in _VERBS or word.endswith("ed") for word in _AFTER_COMMA.findall(behind))
    return not (divided or resumed or _HANGS.search(before)) and is_clause(behind)


def _open(text: str) -> bool:
    """Whether quotation marks or brackets are open at the end of a text: its other half would belong to them."""
    return sum(map(text.count, _OPENING)) != sum(map(text.count, _CLOSING)) or text.count('"') % 2 == 1


def _asserts(text: str) -> bool:
    return len(_LETTERS.findall(text)) >= _LEAST and _verb_at(_words(text)) is not None


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _LETTERS.findall(text)][:_SOON]


def _verb_at(words: list[str]) -> int | None:
    return next((place for place, word in enumerate(words) if word in _VERBS or word.endswith("ed")), None)
