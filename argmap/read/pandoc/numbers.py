"""Which note is which, and under what number it is printed: from the tags, and by counting where nothing is said."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from argmap.model import Loss
from argmap.read._note_numbers import printed
from argmap.read.pandoc.tags import Tag
from argmap.read.pandoc.tree import FoundBlock, FoundNote, Slot, TreeItem
from argmap.read.prose import Series
from argmap.read.written import Called, Item, WrittenBlock, WrittenNote

_COUNTED = Tag("note")


@dataclass(slots=True)
class _Numbering:
    """Names of notes by slot, notes by name, and the numbers given out."""

    keys: dict[int, tuple[Series, str]] = field(default_factory=dict)
    notes: dict[tuple[Series, str], FoundNote] = field(default_factory=dict)
    tags: dict[tuple[Series, str], Tag] = field(default_factory=dict)
    numbers: dict[tuple[Series, str], str] = field(default_factory=dict)
    counters: Counter[tuple[Series, str]] = field(default_factory=Counter)
    taken: frozenset[str] = frozenset()

    def number(self, key: tuple[Series, str]) -> str:
        """The printed number of a note that is called: the same at every call."""
        if key not in self.numbers:
            tag = self.tags[key]
            self.numbers[key] = tag.sign or self._next(key[0], tag)
        return self.numbers[key]

    def _next(self, series: Series, tag: Tag) -> str:
        counter = (series, tag.group)
        self.counters[counter] += 1
        while printed(self.counters[counter], tag.style) in self.taken:
            self.counters[counter] += 1
        number = printed(self.counters[counter], tag.style)
        return f"{tag.group} {number}" if tag.group and tag.style == "decimal" else number


def numbered(found: Sequence[FoundBlock], *, skip_taken: bool) -> tuple[list[WrittenBlock], list[WrittenNote]]:
    """Blocks with numbered markers, and the notes: in the order of their first calls, uncalled ones last.

    Args:
        found: What the walk found.
        skip_taken: Whether counting leaves out the numbers that authors gave by hand (as docutils does).
    """
    numbering = _Numbering()
    every = list(_slots(found))
    for slot in every:
        _name(slot, numbering)
    if skip_taken:
        numbering.taken = frozenset(tag.sign for tag in numbering.tags.values() if tag.sign)
    blocks = [WrittenBlock(_items(block.items, numbering), block.kind, block.level, block.number) for block in found]
    notes: list[WrittenNote] = []
    done: set[tuple[Series, str]] = set()
    while waiting := [key for key in numbering.numbers if key not in done and key in numbering.notes]:
        notes += [_written(key, numbering) for key in waiting]  # their own calls may number further notes
        done.update(waiting)
    for key in [key for key in numbering.notes if key not in done]:
        tag = numbering.tags[key]
        numbering.numbers[key] = tag.sign or tag.label or "?"
        notes.append(_written(key, numbering))
    return blocks, notes


def _slots(found: Iterable[FoundBlock]) -> Iterator[Slot]:
    """All slots in the order of the text, those in a note's words right behind the note's own."""
    waiting: list[TreeItem] = [item for block in found for item in block.items][::-1]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Slot):
            yield item
            if item.note is not None:
                waiting.extend([inner for items in item.note.paragraphs for inner in items][::-1])


def _name(slot: Slot, numbering: _Numbering) -> None:
    """Give a slot the key of its note, and let the note's words be known under it."""
    note = slot.note
    tag = slot.tag or (note.tag if note else None) or _COUNTED
    key = (tag.series, tag.key if tag.key is not None else f" {len(numbering.keys)}")
    if note is not None and note.words:
        known = numbering.notes.get(key)
        if known is not None and known.words != note.words:  # one name, two notes: a macro's, or a slip
            key = (key[0], f"{key[1]} #{len(numbering.keys)}")
        numbering.notes.setdefault(key, note)
    elif note is not None and (tag.key is None or tag.role == "words"):
        numbering.notes.setdefault(key, note)
    previous = numbering.tags.get(key)
    if previous is None or (tag.sign and not previous.sign):
        numbering.tags[key] = tag
    numbering.keys[id(slot)] = key


def _items(items: Sequence[TreeItem], numbering: _Numbering) -> list[Item]:
    result: list[Item] = []
    for item in items:
        if isinstance(item, Slot):
            key = numbering.keys[id(item)]
            if item.note is None or item.note.tag is None or item.note.tag.role != "words":
                result.append(Called(key[1], numbering.number(key), key[0]))
        elif isinstance(item, Tag):
            numbering.counters[(item.series, item.group)] = item.value
        else:
            result.append(item)
    return result


def _written(key: tuple[Series, str], numbering: _Numbering) -> WrittenNote:
    note, tag = numbering.notes[key], numbering.tags[key]
    paragraphs = [_items(items, numbering) for items in note.paragraphs]
    paragraphs = [items for items in paragraphs if any(_says(item) for item in items)]
    return WrittenNote(key[1], numbering.numbers[key], paragraphs, key[0], tag.label)


def _says(item: Item) -> bool:
    return isinstance(item, Called | Loss) or bool(item.strip())
