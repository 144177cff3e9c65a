"""Documents with call numbers among other words."""

import re
from collections.abc import Iterator

from argmap.cite.archives import Call, hereafter, holder_behind
from argmap.cite.context import Context
from argmap.cite.documents import is_document, parse_document
from argmap.cite.drafts import WORD, Draft, talks
from argmap.cite.running import trimmed, works
from argmap.cite.segment import Atom
from argmap.cite.spotting import LEAD_IN, LONGEST_GAP
from argmap.cite.work import Work

_FOLDER = re.compile(r",\s(?P<folder>(?!pp?\.|fols?\.)[^\W_][^,;.()]{2,60})(?=[\s.;]*$)")
"""A folder called by its title behind its box: "Box 3, Advisory Committee 1977"."""


def archival(text: str, atom: Atom, lead: int, calls: list[Call], context: Context) -> Iterator[Draft]:
    """Documents with call numbers; each takes the words before it, from the end of the one before."""
    base = atom.start + lead
    begin = base
    for index, call in enumerate(calls):
        words = text[begin : base + call.start]
        stop = base + call.end
        start = atom.start if index == 0 else begin
        talk = _talk_before(words)
        if talk:
            yield Draft("discursive", start, begin + talk)
            start = begin + talk
            words = words[talk:]
        limit = base + calls[index + 1].start if index + 1 < len(calls) else atom.end
        behind = holder_behind(text[stop : min(limit, stop + LONGEST_GAP)])
        title = text[stop:limit].strip(" ,.;")
        if not WORD.search(words) and not behind and is_document(title):  # "T 236/41, Hill to Reed, 3 May 1950"
            words, stop = title, limit
        work = parse_document(words.strip(" ,;"), call, context.taught, behind.name if behind else None)
        if behind:
            work.put(archive_collection=behind.collection, archive_place=behind.place)
            stop += behind.end
        if "box" in call.parts and "folder" not in call.parts and (titled := _FOLDER.match(text, stop, limit)):
            work.fields["custom"]["folder"] = titled["folder"]
            stop = titled.end("folder")
        teach(words, work, context)
        yield Draft("archival", start, stop, work,
                    closes=atom.closes and index == 0, container=atom.container and index == 0)  # fmt: skip
        begin = stop
    rest = Atom(begin, atom.end, closes=False)
    if WORD.search(text, begin, atom.end):
        yield from works(text, trimmed(text, rest), 0)


def teach(words: str, work: Work, context: Context) -> None:
    """Remember the abbreviation that words introduce for an archive."""
    if learnt := hereafter(words):
        context.taught[learnt[0]] = work.fields["custom"].get("archive-name") or ""


def _talk_before(words: str) -> int:
    """How much of the words before a call number is the author's talk ("The order is in …")."""
    if is_document(words) or not talks(re.sub(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]", "", words)):
        return 0
    found = list(LEAD_IN.finditer(words))
    return found[-1].end() if found else 0
