"""Interruptions made on purpose: another note of the same book slipped in before an Ibid.

Takes a text whose back references are right, and gives texts in which some are not, with what each of the Ibids behind
an intruder now literally means and what it should. Three kinds of intruder: a full citation of another work of the
book, a shortened one, and a real note moved from elsewhere in the book together with the sentence that calls it.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from argmap.cite import cite
from argmap.cite.folding import fold
from argmap.cite.library import title_words
from argmap.cite.names import family
from argmap.model import Citations, Document, Mention, Source
from tests.bench.books import Body, document

How = Literal["full", "short", "moved"]
HOWS: tuple[How, ...] = ("full", "short", "moved")
_APART = 4
_PLACE = re.compile(r"(?<!op\. )\b(?:vol\.|pp?\.|chap\.)\s?(?=[\divxl])")


@dataclass(frozen=True)
class Ibid:
    """An Ibid. that opens a note, and the sources it means: `literal` by the rule as the text stands, `meant` by its author."""

    note: int
    literal: Source
    meant: Source
    how: How | None = None
    first: bool = True


@dataclass(frozen=True)
class Mutation:
    """A text with intruders: its Ibids behind one of them (`interrupted`), and those left as they were (`untouched`)."""

    document: Document
    interrupted: tuple[Ibid, ...]
    untouched: tuple[Ibid, ...]


def body_of(text: Document) -> Body:
    """The sentences of each chapter, with the indexes of the notes called in them."""
    index = {note.id: place for place, note in enumerate(text.notes)}
    starts = {heading.before for heading in text.headings if heading.before}
    calls: dict[str | None, list[int]] = {}
    for marker in text.markers:
        if marker.note in index:
            calls.setdefault(marker.sentence, []).append(index[marker.note])
    chapters: Body = [[]]
    seen: set[str] = set()
    for sentence in text.sentences:
        if sentence.paragraph in starts and sentence.paragraph not in seen and chapters[-1]:
            chapters.append([])
        seen.add(sentence.paragraph)
        chapters[-1].append((sentence.text, calls.get(sentence.id, [])))
    return chapters


def opening_ibids(citations: Citations) -> dict[int, Mention]:
    """The Ibids that begin a note and were read, by the note's index. The rule's reading is taken for the true one."""
    found: dict[int, Mention] = {}
    for place, entry in enumerate(citations.notes):
        if not place or not entry.mentions:
            continue
        first = entry.mentions[0]
        if first.kind == "ibid" and first.literal and first.literal.source and citations.notes[place - 1].sources:
            found[place] = first.model_copy(update={"source": first.literal.source})
    return found


def with_ibids(text: Document) -> Document:
    """The same text, in which a note that names only the work of the note before again says "Ibid." and the place."""
    found = cite(text)
    words = [note.text for note in text.notes]
    for place, (before, entry) in enumerate(pairwise(found.notes), 1):
        alone = len(entry.mentions) == 1 and len(before.sources) == 1 and before.sources == entry.sources
        where = _PLACE.search(words[place])
        if alone and where and entry.mentions[0].kind in {"full", "short", "opcit"}:
            words[place] = f"Ibid., {words[place][where.start() :]}"
    return document(words, body_of(text))


def same(one: Source | None, other: Source | None) -> bool:
    """Whether two readings of one book mean the same source: titles that begin alike, and creators that do not differ."""
    if one is None or other is None:
        return False
    names = [_name(source) for source in (one, other)]
    short, long = sorted((title_words(_title(source)) for source in (one, other)), key=len)
    alike = short == long[: len(short)] if short else short == long
    return alike and (names[0] == names[1] or not all(names))


def _name(source: Source) -> str:
    creators = source.author or source.editor or ()
    return fold(family(creators[0])) if creators else ""


def _title(source: Source) -> str:
    return source.title or source.container_title or source.archive_location or ""


def mutations(text: Document, count: int, seed: int, *, body: bool = True) -> Iterator[Mutation]:
    """So many mutations of a text; in each, about half of its runs of Ibids are interrupted."""
    chance = random.Random(seed)  # noqa: S311 - no secret depends on it
    text = text.model_copy(
        update={"italics": ()}
    )  # words that are written anew have none, so the others have none either
    citations = cite(text)
    ibids = opening_ibids(citations)
    chapters = body_of(text) if body else []
    for _ in range(count):
        yield _mutation(text, citations, ibids, chapters, chance)


def _mutation(
    text: Document, citations: Citations, ibids: dict[int, Mention], chapters: Body, chance: random.Random
) -> Mutation:
    slipped: dict[int, tuple[str, Source, How, int | None]] = {}
    taken: set[int] = set()
    for place in ibids:
        if place - max(slipped, default=-99) < _APART or chance.random() > 0.6:
            continue
        how = chance.choice(HOWS)
        found = _intruder(text, citations, ibids, place, how, taken, chance)
        if found is not None:
            slipped[place] = (found[0], found[1], how, found[2])
            taken |= {found[2]} if found[2] is not None else set()
    return _built(text, citations, ibids, chapters, slipped)


def _intruder(  # noqa: PLR0917 - the text, what is known of it, and one draw
    text: Document,
    citations: Citations,
    ibids: dict[int, Mention],
    place: int,
    how: How,
    taken: set[int],
    chance: random.Random,
) -> tuple[str, Source, int | None] | None:
    meant = citations.source_of[ibids[place].source or ""]
    places = list(range(len(citations.notes)))
    chance.shuffle(places)
    for other in places:
        entry = citations.notes[other]
        if abs(other - place) < _APART or other in taken or not entry.sources:
            continue
        if any(same(citations.source_of[source], meant) for source in entry.sources):
            continue
        found = _text(text, citations, other, how, free=other + 1 not in ibids and other not in ibids)
        if found is not None:
            return found
    return None


def _text(
    text: Document, citations: Citations, other: int, how: How, *, free: bool
) -> tuple[str, Source, int | None] | None:
    """The words of an intruder made of another note, and the source that an Ibid. behind it literally means."""
    entry = citations.notes[other]
    cited = [mention for mention in entry.mentions if mention.source]
    last = cited[-1]
    source = citations.source_of[last.source or ""]
    if how == "moved":
        plain = free and not any(mention.state for mention in entry.mentions)
        return (text.notes[other].text, source, other) if plain else None
    if last.locator is None or last.state or last.kind in {"container", "archival"}:
        return None
    if how == "full":
        words = last.text.strip(" .,;()")
        return (f"{words}.", source, None) if last.kind == "full" and words[:1].isupper() else None
    names = source.author or source.editor
    family = names[0].family if names else None
    if not family or not source.title or last.locator.label != "page":
        return None
    short = " ".join(source.title.split()[:4]).rstrip(" ,.;:")
    volume, _, pages = last.locator.value.rpartition(":")
    sign = "pp." if "-" in pages or "–" in pages else "p."
    return f"{family}, {short}, {f'vol. {volume}, ' if volume else ''}{sign} {pages}.", source, None


def _built(
    text: Document,
    citations: Citations,
    ibids: dict[int, Mention],
    chapters: Body,
    slipped: dict[int, tuple[str, Source, How, int | None]],
) -> Mutation:
    """Write the text anew: intruders in, moved notes out, everything numbered again."""
    moved = {found[3] for found in slipped.values() if found[3] is not None}
    order: list[tuple[str, int | None, int | None]] = []
    for place, note in enumerate(text.notes):
        if place in slipped:
            order.append((slipped[place][0], None, place))
        if place not in moved:
            order.append((note.text, place, None))
    new = {old: index for index, (_, old, _) in enumerate(order) if old is not None}
    inserted = {place: index for index, (_, _, place) in enumerate(order) if place is not None}
    made = document([words for words, _, _ in order], _body(chapters, slipped, new, inserted))
    interrupted, untouched = [], []
    behind: Source | None = None
    for place in sorted(ibids):
        meant = citations.source_of[ibids[place].source or ""]
        if place in slipped:
            behind = slipped[place][1]
            interrupted.append(Ibid(new[place], behind, meant, slipped[place][2]))
        elif behind is not None and place - 1 in ibids and len(citations.notes[place - 1].sources) == 1:
            interrupted.append(Ibid(new[place], behind, meant, None, first=False))
        elif place - 1 not in moved:
            behind = None
            untouched.append(Ibid(new[place], meant, meant))
    return Mutation(made, tuple(interrupted), tuple(untouched))


def _body(
    chapters: Body,
    slipped: dict[int, tuple[str, Source, How, int | None]],
    new: dict[int, int],
    inserted: dict[int, int],
) -> Body:
    """The body with its calls: a moved note brings its sentence, another intruder is called in the sentence before."""
    sentence = {call: words for chapter in chapters for words, calls in chapter for call in calls}
    out: Body = []
    for chapter in chapters:
        made: list[tuple[str, list[int]]] = []
        for words, calls in chapter:
            kept = [new[call] for call in calls if call in new]
            for call in calls:
                if call not in slipped:
                    continue
                origin = slipped[call][3]
                if origin is not None:
                    made.append((sentence.get(origin, ""), [inserted[call]]))
                elif kept and kept[0] != new[call]:
                    kept.insert(kept.index(new[call]), inserted[call])
                elif made:
                    made[-1] = (made[-1][0], [*made[-1][1], inserted[call]])
            made.append((words, kept))
        out.append(made)
    return out
