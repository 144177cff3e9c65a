"""The works named in running words, with the talk around them and in its brackets."""

import re
from collections.abc import Iterator
from dataclasses import replace

from argmap.cite.anchors import Anchor, find_anchors, is_lifetime
from argmap.cite.documents import is_document, parse_document
from argmap.cite.drafts import WORD, Draft, kind_of, talks, words_from
from argmap.cite.locators import LOCATOR, Place, best_locator, locators_at
from argmap.cite.names import family, read_names
from argmap.cite.nesting import Group, nesting
from argmap.cite.placed import placed, unnamed
from argmap.cite.segment import Atom, behind_signal
from argmap.cite.shortened import shortened
from argmap.cite.spotting import LONGEST_GAP, NEXT_REFERENCE, bare_work, find_work, name_before, read_work, subject_of
from argmap.cite.work import Work
from argmap.model import MentionKind, Name

_QUOTES = '“‘„«"'
_SHORTEST_REFERENCE = 12
_SENTENCE, _SMALL = 6, 0.55
"""Words of a sentence before its proof in a bracket, and the share of small ones among them."""


def works(text: str, atom: Atom, lead: int) -> Iterator[Draft]:
    """The works named in an atom, with the talk around them."""
    begin, container = atom.start, atom.container
    if (bracket := proof(text, begin + lead, atom.end)) is not None:
        yield Draft("discursive", begin, bracket.open)
        yield from _parts(text, bracket.open + 1, bracket.close)
        return
    position = begin + lead
    anchors = [Anchor(a.kind, a.start + position, a.end + position)
               for a in find_anchors(text[position : atom.end], nesting(text[position : atom.end]))]  # fmt: skip
    if lead == 0 and not container and (places := _bare_places(text, begin, atom.end)):
        yield Draft("short", begin, places[-1].end, None, None, best_locator(places), closes=atom.closes)
        begin = position = words_from(text, places[-1].end, atom.end)
        anchors = [anchor for anchor in anchors if anchor.start >= begin]
    index = 0
    while found := find_work(text, position, atom.end, anchors, index):
        subject: tuple[Name, ...] = ()
        if WORD.search(text, position, found.start):
            if begin < found.start:
                yield Draft("discursive", begin, found.start)
            subject = subject_of(text[position : found.start])
            begin = found.start
        kind: MentionKind = "container" if container else kind_of(found.work)
        yield Draft(kind, begin, found.end, found.work, None, found.work.locator, container, atom.closes, subject)
        following = NEXT_REFERENCE.match(text, found.end, atom.end)
        begin, container, index = words_from(text, found.end, atom.end), False, found.behind
        position = following.end() if following else found.end
    if begin == atom.start and (bare := bare_work(text[atom.start + lead : atom.end])):
        yield Draft("container" if container else "short", begin, atom.end, bare, None, None, container, atom.closes)
    elif WORD.search(text, begin, atom.end):
        yield from _bracketed(text, begin, atom.end, prints=begin != atom.start)


def proof(text: str, begin: int, end: int) -> Group | None:
    """The bracket that ends a stretch and cites for the words before it: "Nobody saw him again (Marsh, Old Mills, p. 5)".

    The words are a sentence, in any language: many, mostly small, and they do not begin as references do.
    """
    last = nesting(text[begin:end]).groups[-1:]
    if not last or last[0].mark != "(" or text[begin + last[0].close + 1 : end].strip(" .,;"):
        return None
    before, inside = text[begin : begin + last[0].open], text[begin + last[0].open + 1 : begin + last[0].close]
    words = WORD.findall(before)
    small = sum(word[0].islower() for word in words)
    if len(words) < _SENTENCE or small < _SMALL * len(words) or _opens_as_reference(before):
        return None
    if not any(_cites(part) for part in inside.split(";")):
        return None
    return replace(last[0], open=begin + last[0].open, close=begin + last[0].close)


def _opens_as_reference(words: str) -> bool:
    """Whether names and a comma come first, or a title in quotation marks and little else."""
    names = read_names(words)
    named = bool(names.names) and words[names.end : names.end + 1] in {",", ":"}
    titled = any(group.quoted and group.close >= len(words.rstrip()) - 1 for group in nesting(words).groups)
    return named or (titled and not talks(words))


def _cites(words: str) -> bool:
    """Whether a part of a bracket is a reference by itself."""
    words = words.strip()
    short = shortened(words) or placed(words)
    return (short is not None and short.locator is not None) or is_document(words)


def _parts(text: str, begin: int, end: int) -> Iterator[Draft]:
    """The references in a bracket, between semicolons."""
    for part in re.finditer(r"[^;]+", text[begin:end]):
        atom = trimmed(text, Atom(begin + part.start(), begin + part.end(), closes=False))
        words = text[atom.start : atom.end]
        work = shortened(words) or placed(words)
        if is_document(words):
            yield Draft("archival", atom.start, atom.end, parse_document(words, None, {}), closes=False)
        elif work is not None and work.locator is not None:
            yield Draft(kind_of(work), atom.start, atom.end, work, locator=work.locator, closes=False)
        else:
            yield from works(text, atom, 0)


def _bare_places(text: str, begin: int, end: int) -> list[Place]:
    """Places that open an atom ("Art. 119."): those of a work that is not named because everyone knows which."""
    if place := unnamed(text[begin:end]):
        return [replace(place, start=begin, end=begin + place.end)]
    if not LOCATOR.match(text, begin, end):
        return []
    return [
        replace(place, start=place.start + begin, end=place.end + begin) for place in locators_at(text[begin:end], 0)
    ]


def _bracketed(text: str, begin: int, end: int, *, prints: bool) -> Iterator[Draft]:
    """Talk, and the references that stand in its brackets: "the estimates of Smith (Old Town, 1922, p. 9) and".

    One right behind another reference `prints` that: "Marsh, On Mills, chap. 9 (Works of Marsh, ed. B. Reed, p. 145)".
    """
    position = begin
    for group in nesting(text[begin:end]).groups:
        if (
            group.mark != "("
            or is_lifetime(text[begin + group.open + 1 : begin + group.close])
            or not _SHORTEST_REFERENCE <= group.close - group.open <= LONGEST_GAP
        ):
            continue
        first, last = begin + group.open + 1, begin + group.close
        words = text[behind_signal(text, first, last) : last]
        subject = name_before(text[position : first - 1])
        work = _short_of(subject, words)
        if work is None and any(anchor.ends for anchor in find_anchors(words, nesting(words))):
            work = read_work(words)
        if work is None and (short := shortened(words)) and short.locator and " " in short.fields["title"]:
            work = short
        if work is not None:
            if WORD.search(text, position, first):
                yield Draft("discursive", position, first)
            prints = prints and not WORD.search(text, begin, first)
            yield Draft(
                "container" if prints else kind_of(work),
                first,
                last,
                work,
                locator=work.locator,
                container=prints,
                subject=subject,
            )
            position = last
    if WORD.search(text, position, end):
        yield Draft("discursive", position, end)


def _short_of(subject: tuple[Name, ...], words: str) -> Work | None:
    """The shortened note that the name before a bracket and the title and place in it make: "Orr (“Wrecks,” 9) denies"."""
    short = shortened(f"{family(subject[0])}, {words}") if subject else None
    return short if short and short.locator else None


def trimmed(text: str, atom: Atom) -> Atom:
    """An atom without white space and punctuation at its edges."""
    start, end = words_from(text, atom.start, atom.end), atom.end
    while end > start and text[end - 1] in " \t\n\r,;(":
        end -= 1
    return replace(atom, start=start, end=end, lead=max(0, atom.lead - (start - atom.start)))
