"""Names in words that are known to be nothing but names: in any order, with any mark between."""

import re

from argmap.cite.names import make_name
from argmap.model import Name

_OTHERS = re.compile(
    r"[,;\s]*(?:\bet\s+al\b\.?|\band\s+others\b|\bu\.\s?a\b\.?|\be\s+altri\b|\bет\s+ал\b\.?|\bи\s+др\b\.?|\by\s+otros\b|…|\.\.\.).*$"
)
_APART = re.compile(r"\s*(?:[;/]|\s[-–—]\s|\b(?:and|und|et|y|e|и)\b(?!\.)|&)\s*")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.?[\s\-‐]*){1,4}$")
_UPPER_INITIALS = re.compile(r"[^a-zà-öø-ÿа-я]+(?:[a-zа-я]\.?)?[^a-zà-öø-ÿа-я]*$")
_BETWEEN = re.compile(r"(?<=\.)(?=[^\W\d_]{2})|\s+")
_EDGE = " ,;:()[]“”\"«»'’*"
_MOST = 60
_MOST_WORDS = 7


def read_people(text: str) -> tuple[Name, ...]:
    """The persons in a stretch of names: "Rossi, M., e Bianchi, G.", "M. Rossi - G. Bianchi", "Rossi Mario"."""
    out: list[Name] = []
    for part in _APART.split(_OTHERS.sub("", text))[:_MOST]:
        pieces = [piece.strip(_EDGE) for piece in part.split(",")]
        pieces = [piece for piece in pieces if any(char.isalpha() for char in piece)]
        out.extend(_paired(pieces))
    return tuple(out[:_MOST])


def _paired(pieces: list[str]) -> list[Name]:
    """Names from what commas divide: pairs of family and given names, or whole names."""
    if _all_pairs(pieces):
        return [_inverted(*pair) for pair in zip(pieces[::2], pieces[1::2], strict=True)]
    out: list[Name] = []
    index = 0
    while index < len(pieces):
        here, following = pieces[index], pieces[index + 1] if index + 1 < len(pieces) else ""
        if following and not _is_initials(here) and (_is_initials(following) or _given(here, following, pieces)):
            out.append(_inverted(here, following))
            index += 2
        else:
            out.append(_straight(here))
            index += 1
    return out


def _all_pairs(pieces: list[str]) -> bool:
    """For "Marsh, Ada Ann, Reed, Karl": family names are one word, and somebody has two given names."""
    counts = [len(piece.split()) for piece in pieces]
    given = counts[1::2]
    even = len(pieces) >= 4 and len(pieces) % 2 == 0  # noqa: PLR2004 - two persons
    return even and set(counts[::2]) == {1} and max(given) == 2 and not any(map(_is_initials, pieces))  # noqa: PLR2004


def _is_initials(words: str) -> bool:
    return bool(_INITIALS.match(words) and _UPPER_INITIALS.match(words))


def _given(here: str, following: str, pieces: list[str]) -> bool:
    """For "Rossi, Mario": one word, and one or two behind the only comma."""
    return len(pieces) == len((here, following)) and len(here.split()) == 1 and len(following.split()) <= 2  # noqa: PLR2004


def _inverted(last: str, given: str) -> Name:
    words = last.split()
    low = next((i for i, word in enumerate(words) if not word.islower()), 0)
    return Name(family=" ".join(words[low:]), given=given, non_dropping_particle=" ".join(words[:low]) or None)


def _straight(piece: str) -> Name:
    words = tuple(word for word in _BETWEEN.split(piece) if word)
    return make_name(words) if len(words) <= _MOST_WORDS else Name(literal=piece)
