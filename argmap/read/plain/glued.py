"""Numbers that lost their raising: "the town.7 But" where a text was copied from a page.

One alone says nothing. They are believed where they count from 1 behind stops and words, as notes do, and hardly any
number of that shape stands outside of the count.
"""

import re

_GLUED = re.compile(r"(?<=\S[.,;:?!”’\"')\]])\d{1,3}(?=[\s—]|\Z)")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FEWEST = 3
_SHARE = 0.6


def raised(text: str) -> tuple[str, frozenset[int]]:
    """The text with such numbers raised, every character at its place; and where they begin."""
    found: list[tuple[int, int]] = []
    plain = others = 0
    for match in _GLUED.finditer(text):
        decimal = text[match.start() - 2].isdigit()  # "12.5" may be a number of its own
        if int(match.group()) == len(found) + 1:
            found.append(match.span())
            plain += not decimal
        else:
            others += not decimal
    if plain < _FEWEST or plain < _SHARE * max(len(found), plain + others):
        return text, frozenset()
    pieces, at = [], 0
    for start, end in found:
        pieces += [text[at:start], text[start:end].translate(_RAISED)]
        at = end
    return "".join([*pieces, text[at:]]), frozenset(start for start, _ in found)
