"""Which claim of the second draft is which of the first."""

from collections.abc import Mapping

from argmap.model.anchor import likeness, sketch

_ALIKE = 0.6
"""How much of their words two claims of different titles must share, in order, to be one."""
_AHEAD = 0.1
_COMMON = 30
"""A word that more claims than these have says nothing about which is which."""


def pairs_by_words(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
    """Ids of the first draft to ids of the second: equal words first, then the most alike, each once.

    Both drafts are given as texts of claims by id.
    """
    found = _equal(first, second)
    old = {name: bytes.fromhex(sketch(text)) for name, text in first.items() if name not in found}
    taken = set(found.values())
    new = {name: bytes.fromhex(sketch(text)) for name, text in second.items() if name not in taken}
    places = _index(new)
    scored = []
    for name, words in old.items():
        near = {other for pair in _word_pairs(words) for other in places.get(pair, ())}
        likely = sorted(((likeness(words, new[other]), other) for other in near), reverse=True)
        if likely and likely[0][0] >= _ALIKE and (len(likely) == 1 or likely[0][0] - likely[1][0] >= _AHEAD):
            scored.append((likely[0][0], name, likely[0][1]))
    for _, name, other in sorted(scored, reverse=True):
        if other not in taken:
            found[name] = other
            taken.add(other)
    return found


def _equal(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
    waiting: dict[str, list[str]] = {}
    for name, text in second.items():
        if text:
            waiting.setdefault(sketch(text), []).append(name)
    found = {}
    for name, text in first.items():
        if text and waiting.get(sketch(text)):
            found[name] = waiting[sketch(text)].pop(0)
    return found


def _word_pairs(words: bytes) -> set[bytes]:
    return {words[at : at + 2] for at in range(len(words) - 1)}


def _index(texts: Mapping[str, bytes]) -> dict[bytes, list[str]]:
    """The claims that hold each pair of words, without the pairs that many hold: keeps the search linear."""
    places: dict[bytes, list[str]] = {}
    for name, words in texts.items():
        for pair in _word_pairs(words):
            places.setdefault(pair, []).append(name)
    return {pair: names for pair, names in places.items() if len(names) <= _COMMON}
