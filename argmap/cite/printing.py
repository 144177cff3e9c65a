"""Documents and the works that print them: "A to B, 3 May 1950, and B to A, 4 May 1950, both in Marsh, Mills, 45"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from argmap.cite.archives import find_calls
from argmap.cite.documents import is_document
from argmap.cite.drafts import Draft, talks
from argmap.cite.located import leads_to_archive
from argmap.cite.segment import CONTAINER, Atom, behind_signal

_VERBS = (
    r"(?:translated|printed|reprinted|published|cited|quoted|reproduced|excerpted|transcribed|given|available|found)"
)
_IN = re.compile(
    rf"(?:,?\s(?P<lead>(?:(?:both|all|each|as|also)\s){{0,2}}(?:{_VERBS}\s)?in:?\s)|(?<=\d{{4}}):\s(?P<colon>))(?=[A-ZÀ-ÖØ-ÞА-Я“\"‘«„'])"  # noqa: RUF001, RUF100
)
_AND = re.compile(r",?\s(?P<joint>(?:and|und|et|&)\s)(?=(?:the\s)?[^\W\d_a-zß-ÿ])")
_INTRODUCES = re.compile(
    r"(?:(?:and\s)?(?:both|all|each|also|as)\s)?in:?"
    rf"|(?:(?:and|but)\s)?(?:both|all|each|these|they|it|the\s(?:[a-z]+\s){{0,2}}[a-z]+s)\s(?:of\s[a-z]+\s)?(?:(?:is|are|was|were|has|have|can|may|will|be|been|also|now|only|both|first)\s){{1,4}}{_VERBS}(?:\sin\s(?:full|part|translation|English|German|Russian))?\sin:?"
    r"|(?:the\s)?(?:full\s|English\s|German\s|Russian\s)?(?:translations?|texts?|versions?|transcripts?)\s(?:of\s[^.;:()“”\"]{1,40}\s)?"
    rf"(?:is|are|can\sbe|may\sbe)\s(?:{_VERBS}\s)?in:?",
    re.IGNORECASE,
)
_MOST_CUTS = 12
_LONGEST = 900
_SHORTEST_HEAD = 160


def documents_joined(text: str, parts: list[Atom]) -> list[Atom]:
    """Join a document's title to the call number that a full stop cut off: "Record of …, 3 May 1950. Archive …, f. 5"."""
    out: list[Atom] = []
    for atom in parts:
        last = out[-1] if out else None
        if last and not atom.container and atom.closes and _says_where(text, last, atom):
            out[-1] = replace(last, end=atom.end)
            continue
        if last and not atom.container and atom.closes and is_document(text[last.start : last.end]):
            calls = find_calls(text[atom.start : atom.end])
            head = text[atom.start : atom.start + calls[0].start] if calls else ""
            fits = not find_calls(text[last.start : last.end]) and not is_document(head) and len(head) < _SHORTEST_HEAD
            if calls and fits:
                out[-1] = replace(last, end=atom.end)
                continue
        out.append(atom)
    return out


def _says_where(text: str, last: Atom, atom: Atom) -> bool:
    """Whether an atom does nothing but say where the document before it is kept."""
    document = text[last.start : last.end]
    if find_calls(document) or not leads_to_archive(text[atom.start : atom.end], document):
        return False
    return len(document) < _SHORTEST_HEAD and (is_document(document) or not talks(document))


def documents_apart(text: str, parts: Iterable[Atom]) -> list[Atom]:
    """Cut atoms between two documents joined by "and", and before the "in" that leads to the work that prints them."""
    out: list[Atom] = []
    for atom in parts:
        out.extend([atom] if atom.whole or atom.container else _apart(text, atom))
    return out


def _apart(text: str, atom: Atom) -> list[Atom]:
    begin = behind_signal(text, atom.start, atom.end)
    stop = min(atom.end, begin + _LONGEST)
    for count, match in enumerate(_IN.finditer(text, begin, stop)):
        if count >= _MOST_CUTS:
            break
        heads = _documents(text, begin, match.start())
        if heads:
            first = [replace(atom, end=heads[0].end), *heads[1:]]
            lead = "colon" if match["lead"] is None else "lead"  # "Speech of Dale, 14 February 1804: Annals of …"
            container = Atom(match.start(lead), atom.end, container=True, lead=len(match[lead]), closes=False)
            return [*first, container]
    heads = _documents(text, begin, atom.end) if atom.end - begin < _LONGEST else []
    return [replace(atom, end=heads[0].end), *heads[1:]] if len(heads) > 1 else [atom]


def _documents(text: str, begin: int, end: int) -> list[Atom]:
    """The documents that a stretch consists of; empty if it holds anything else."""
    out: list[Atom] = []
    start, lead = begin, 0
    for count, match in enumerate(_AND.finditer(text, begin, end)):
        if count >= _MOST_CUTS:
            break
        if is_document(text[start + lead : match.start()]) and is_document(text[match.end() : end]):
            out.append(Atom(start, match.start(), lead=lead, closes=not out))
            start, lead = match.start("joint"), match.end() - match.start("joint")
    return [*out, Atom(start, end, lead=lead, closes=not out)] if is_document(text[start + lead : end]) else []


def containers_introduced(text: str, drafts: list[Draft]) -> list[Draft]:
    """Make "in", "both are translated in" before a work a part of its mention, for it is a container of what went before."""
    out: list[Draft] = []
    for draft in drafts:
        talk = out[-1] if out and out[-1].kind == "discursive" else None
        before = out[-2] if talk and len(out) > 1 else None
        takes = draft.kind in {"full", "short", "container"} or draft.back is not None
        start = _lead(text, talk, before, draft) if talk and before and takes else None
        if talk is None or start is None:
            out.append(draft)
            continue
        out.pop()
        if text[talk.start : start].strip():
            out.append(replace(talk, end=talk.start + len(text[talk.start : start].rstrip())))
        kind = draft.kind if draft.back is not None else "container"
        out.append(replace(draft, kind=kind, start=start, container=True))
    return out


def _lead(text: str, talk: Draft, before: Draft, draft: Draft) -> int | None:
    """Where the last sentence of the talk begins, if it does nothing but lead to a container."""
    cut = max(text.rfind(mark, talk.start, talk.end) for mark in (". ", "; "))
    start = talk.start if cut < 0 else cut + 2
    lead = CONTAINER.match(text, draft.start) if draft.container else None
    words = f"{text[start : talk.end].strip(' ,;')} {lead.group().strip() if lead else ''}".strip()
    match = _INTRODUCES.fullmatch(words)
    return start if match and before.kind == "archival" else None
