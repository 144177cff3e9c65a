"""From a note's atoms to drafts of its mentions: what kind each stretch is, and what it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from argmap.cite.anchors import find_anchors
from argmap.cite.archives import Call, find_calls, hereafter
from argmap.cite.bibliographic import references_joined
from argmap.cite.documents import is_document, parse_document
from argmap.cite.drafts import WORD, Draft, kind_of, talks, words_from
from argmap.cite.locators import LOCATOR, Place, best_locator, locators_at
from argmap.cite.markers import BackReference, find_markers
from argmap.cite.nesting import nesting
from argmap.cite.segment import SIGNAL, Atom, atoms
from argmap.cite.spotting import (
    LEAD_IN,
    LONGEST_GAP,
    NEXT_REFERENCE,
    bare_work,
    find_work,
    name_before,
    read_work,
    subject_of,
)
from argmap.cite.works import parse_work
from argmap.model import MentionKind, Name

_SHORTEST_REFERENCE = 12


@dataclass(slots=True)
class Context:
    """What the notes read so far have taught: abbreviations of archives."""

    taught: dict[str, str] = field(default_factory=dict)


def read_note(text: str, context: Context) -> list[Draft]:
    """All mentions of one note in order, disjoint, covering every word of it."""
    drafts: list[Draft] = []
    for atom in references_joined(text, _documents_joined(text, atoms(text))):
        drafts.extend(_atom(text, atom, context))
    return _covered(text, drafts)


def _documents_joined(text: str, parts: list[Atom]) -> list[Atom]:
    """Join a document's title to the call number that a full stop cut off: "Record of …, 3 May 1950. Archive …, f. 5"."""
    out: list[Atom] = []
    for atom in parts:
        last = out[-1] if out else None
        if last and not atom.container and atom.closes and is_document(text[last.start : last.end]):
            calls = find_calls(text[atom.start : atom.end])
            head = text[atom.start : atom.start + calls[0].start] if calls else ""
            if calls and not find_calls(text[last.start : last.end]) and not is_document(head) and len(head) < 160:  # noqa: PLR2004
                out[-1] = replace(last, end=atom.end)
                continue
        out.append(atom)
    return out


def _atom(text: str, atom: Atom, context: Context) -> Iterator[Draft]:
    if atom.whole:
        signal = SIGNAL.match(text, atom.start, atom.end)
        work = parse_work(text[signal.end() if signal else atom.start : atom.end])
        yield Draft(kind_of(work), atom.start, atom.end, work, locator=work.locator, closes=atom.closes)
        return
    start = atom.start
    lead = atom.lead
    if not atom.container and (signal := SIGNAL.match(text, start, atom.end)):
        lead = signal.end() - start
    words = text[start + lead : atom.end]
    calls = find_calls(words)
    backs = find_markers(text, start + lead, atom.end)
    if backs:
        yield from _backs(text, atom, lead, backs, context)
    elif calls:
        yield from _archival(text, atom, lead, calls, context)
    elif is_document(words) and not _imprinted(words):
        work = parse_document(words, None, context.taught)
        yield Draft("archival", start, atom.end, work, closes=atom.closes, container=atom.container)
    else:
        yield from _works(text, atom, lead)


def _imprinted(words: str) -> bool:
    return any(anchor.kind in {"imprint", "periodical"} for anchor in find_anchors(words, nesting(words)))


def _archival(text: str, atom: Atom, lead: int, calls: list[Call], context: Context) -> Iterator[Draft]:
    """Documents with call numbers; each takes the words before it, from the end of the one before."""
    base = atom.start + lead
    begin = base
    for index, call in enumerate(calls):
        words = text[begin : base + call.start]
        if learnt := hereafter(words):
            context.taught[learnt[0]] = words[: learnt[1]].rpartition(". ")[2].strip(" ,.")
        stop = base + call.end
        start = atom.start if index == 0 else begin
        talk = _talk_before(words)
        if talk:
            yield Draft("discursive", start, begin + talk)
            start = begin + talk
            words = words[talk:]
        yield Draft("archival", start, stop, parse_document(words.strip(" ,;"), call, context.taught),
                    closes=atom.closes and index == 0, container=atom.container and index == 0)  # fmt: skip
        begin = stop
    rest = Atom(begin, atom.end, closes=False)
    if WORD.search(text, begin, atom.end):
        yield from _works(text, _trim(text, rest), 0)


def _talk_before(words: str) -> int:
    """How much of the words before a call number is the author's talk ("The order is in …")."""
    if is_document(words) or not talks(re.sub(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]", "", words)):
        return 0
    found = list(LEAD_IN.finditer(words))
    return found[-1].end() if found else 0


def _backs(text: str, atom: Atom, lead: int, backs: list[BackReference], context: Context) -> Iterator[Draft]:
    """Back references, what stands before the first, and what follows each."""
    begin = atom.start
    for index, back in enumerate(backs):
        before = Atom(begin, back.start, atom.container and index == 0, lead if index == 0 else 0, atom.closes)
        before = _trim(text, before)
        start = back.start
        words = text[before.start + before.lead : before.end]
        if index == 0 and not WORD.search(words):
            start = atom.start
        elif WORD.search(words):
            yield from _before_back(text, before, context)
        limit = backs[index + 1].start if index + 1 < len(backs) else atom.end
        places = locators_at(text[:limit], back.end) if limit - back.end < 4000 else []  # noqa: PLR2004
        end = max(back.end, places[-1].end if places else 0)
        yield Draft(
            back.kind, start, end, back=back, locator=best_locator(places), container=atom.container, closes=atom.closes
        )
        begin = end
    if WORD.search(text, begin, atom.end):
        yield from _works(text, _trim(text, Atom(begin, atom.end, closes=False)), 0)


def _before_back(text: str, before: Atom, context: Context) -> Iterator[Draft]:
    words = text[before.start + before.lead : before.end]
    if is_document(words):
        yield Draft("archival", before.start, before.end, parse_document(words, None, context.taught))
    else:
        yield from _works(text, before, before.lead)


def _works(text: str, atom: Atom, lead: int) -> Iterator[Draft]:
    """The works named in an atom, with the talk around them."""
    begin, container = atom.start, atom.container
    position = begin + lead
    anchors = [replace(a, start=a.start + position, end=a.end + position)
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
        yield from _bracketed(text, begin, atom.end)


def _bare_places(text: str, begin: int, end: int) -> list[Place]:
    """Places that open an atom ("Art. 119."): those of a work that is not named because everyone knows which."""
    if not LOCATOR.match(text, begin, end):
        return []
    return [
        replace(place, start=place.start + begin, end=place.end + begin) for place in locators_at(text[begin:end], 0)
    ]


def _bracketed(text: str, begin: int, end: int) -> Iterator[Draft]:
    """Talk, and the references that stand in its brackets: "the estimates of Smith (Old Town, 1922, p. 9) and"."""
    position = begin
    for group in nesting(text[begin:end]).groups:
        if group.mark != "(" or not _SHORTEST_REFERENCE <= group.close - group.open <= LONGEST_GAP:
            continue
        first, last = begin + group.open + 1, begin + group.close
        signal = SIGNAL.match(text, first, last)
        words = text[signal.end() if signal else first : last]
        work = read_work(words) if any(anchor.ends for anchor in find_anchors(words, nesting(words))) else None
        if work is not None:
            yield Draft("discursive", position, first)
            yield Draft(
                kind_of(work),
                first,
                last,
                work,
                locator=work.locator,
                subject=name_before(text[position : first - 1]),
            )
            position = last
    if WORD.search(text, position, end):
        yield Draft("discursive", position, end)


def _trim(text: str, atom: Atom) -> Atom:
    start, end = words_from(text, atom.start, atom.end), atom.end
    while end > start and text[end - 1] in " \t\n\r,;(":
        end -= 1
    return replace(atom, start=start, end=end, lead=max(0, atom.lead - (start - atom.start)))


def _covered(text: str, drafts: list[Draft]) -> list[Draft]:
    """Add talk where words are left over, and join stretches of talk that touch."""
    out: list[Draft] = []
    position = 0
    for draft in [*drafts, Draft("discursive", len(text), len(text))]:
        if re.search(r"[^\W_]", text[position : draft.start]):
            _talk(text, out, position, draft.start)
        if draft.kind == "discursive" and draft.end > draft.start:
            _talk(text, out, draft.start, draft.end)
        elif draft.end > draft.start:
            out.append(draft)
        position = max(position, draft.end)
    return out


def _talk(text: str, out: list[Draft], start: int, end: int) -> None:
    while start < end and not (text[start].isalnum() or text[start] in '“"‘„«([§'):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if out and out[-1].kind == "discursive":
        out[-1] = replace(out[-1], end=end)
    elif end > start:
        out.append(Draft("discursive", start, end))
