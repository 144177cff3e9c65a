"""What stands at the beginning of a note and is none of its words: its number, and the links back to the text."""

import re
from collections.abc import Set as AbstractSet

from argmap.read.html.tree import Item, Page
from argmap.read.html.unread import SILENT, unread

_LOOK = 60
_LABEL = 24
_OPENERS = re.compile(r"[\s\[({^*†‡§↑]*\Z")
_BETWEEN = re.compile(r"[\s,;\])}.:\[({^\u2060\ufeff]*\Z")
_CLOSERS = re.compile(r"\s*[\])}]?[.:]?\s*")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARKED_OFF = frozenset("]).:,\u00a0")


def begins_with(page: Page, index: int, n: str) -> bool:
    """Whether an element begins with this mark, or is the item of this number in a list."""
    number = page.ordinals.get(index)
    return (number is not None and str(number) == n) or _label(page, index, n, bare=True) is not None


def words_from(page: Page, index: int, backs: AbstractSet[int], n: str | None, *, bare: bool) -> tuple[int, int]:
    """Where a note's words begin: an item, and a place in the file.

    Args:
        page: The note's page.
        index: Its element.
        backs: The links back to the text.
        n: Its mark, if that may be printed at its beginning.
        bare: Whether the mark is one even where nothing sets it off ("1 Smith").
    """
    node = page.nodes[index]
    found = _behind_backs(page, index, backs)
    if found is None and n is not None:
        found = _label(page, index, n, bare=bare)
    if found is None:
        return node.first + 1, page.items[node.first].end
    return _behind_closers(page, *found, node.last)


def _behind_backs(page: Page, index: int, backs: AbstractSet[int]) -> tuple[int, int] | None:
    """The place behind the last of the links back with which an element begins."""
    node, found = page.nodes[index], None
    number, end = node.first + 1, min(node.last, node.first + _LOOK)
    while number < end:
        item = page.items[number]
        if item.kind == "open" and item.node in backs:
            number = page.nodes[item.node].last
            found = (number + 1, page.items[number].end)
            end = min(node.last, number + _LOOK)
        elif not (_BETWEEN if found else _OPENERS).match(page.words(item)):
            break
        number += 1
    return found


def _behind_closers(page: Page, number: int, place: int, last: int) -> tuple[int, int]:
    """The place behind what closes a mark: "]", ")", ".", ":"."""
    while number < last:
        item = page.items[number]
        if item.kind == "open" and unread(page.nodes[item.node]) == SILENT:
            number = page.nodes[item.node].last
        elif item.kind in {"text", "put"}:
            if item.kind == "put":
                return number, max(place, item.start)
            match = _CLOSERS.match(page.text, max(place, item.start), item.end)
            place = match.end() if match else place
            if place < item.end or (match and match.group().strip()[-1:] in set(".:")):
                return number, place
        number += 1
    return number, place


def _label(page: Page, index: int, n: str, *, bare: bool) -> tuple[int, int] | None:
    """Where an element goes on behind the mark with which it begins; None if it begins with none."""
    node, seen = page.nodes[index], ""
    for number in range(node.first, min(node.last, node.first + _LOOK)):
        item = page.items[number]
        piece = page.words(item)[:_LABEL]
        if not piece:
            continue
        match = re.match(
            rf"[\s\[({{^↑]*(?:(?<=\[)(?:foot|end)note\s)?{re.escape(n)}(?!\w)",
            (seen + piece).translate(_RAISED),
            re.IGNORECASE,
        )
        if match and match.end() > len(seen):
            return _marked_off(item, number, piece, match.end() - len(seen), seen, bare=bare)
        seen += piece
        if len(seen) > _LABEL:
            break
    return None


def _marked_off(item: Item, number: int, piece: str, end: int, seen: str, *, bare: bool) -> tuple[int, int] | None:
    """The end of a mark, if something sets it off: a bracket, a stop, its own element, its being raised."""
    own = end >= len(piece)
    raised = piece[end - 1 : end] != piece[end - 1 : end].translate(_RAISED)
    if bare or own or raised or piece[end] in _MARKED_OFF or (seen + piece).lstrip()[:1] in {"[", "("}:
        return number, item.start + end if item.kind == "text" else item.end
    return None
