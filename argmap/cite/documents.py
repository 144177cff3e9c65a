"""Archival documents: telegrams, letters, reports, conversations, with sender, recipient, date and call number."""

import re
from collections.abc import Mapping
from typing import Any

from argmap.cite.archives import Call, find_holder, hereafter, holder_names, is_keeper
from argmap.cite.dates import DAY_ALONE, Found, find_dates
from argmap.cite.holders import HOLDERS
from argmap.cite.lexicon import DOCUMENT_NOUNS, listed
from argmap.cite.names import make_name, read_names
from argmap.cite.remembered import remembered
from argmap.cite.work import Work, clean
from argmap.model import Date, Locator, LocatorLabel, Name

_NOUN = re.compile(
    rf"[“\"(\[]*(?:(?:The|A|An)\s)?(?:[^\W\d_][\w’'-]*\s){{0,3}}?(?P<noun>{'|'.join(DOCUMENT_NOUNS)})s?\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:\bfrom|\bvon|\bот|\bde|\bby)\s+(?P<sender>.{1,120}?)\s+(?:to|an|an\s+den|к|à)\s+(?P<recipient>.{1,160})$"
)
_PREPARED = re.compile(r"^\s*(?:prepared|written|drafted|compiled)\s+by\s+(?P<who>.+)$", re.IGNORECASE)
_X_TO_Y = re.compile(r"^(?P<sender>(?:[^\W\d_]\S*\s){1,4}?)to\s(?P<recipient>(?:[^\W\d_]\S*\s?){1,5})$")
_POSSESSIVE = re.compile(
    rf"(?P<sender>(?:[^\W\d_a-zß-ÿ][\w.]*\s){{0,3}}[^\W\d_a-zß-ÿ][\w-]+)[’'](?:s\s)?\s?(?:[a-z]+\s)?(?:{'|'.join(DOCUMENT_NOUNS)})\sto\s(?P<recipient>(?:[^\W\d_]\S*\s?){{1,5}})$"
)
"""For "Marsh’s letter to Reed"."""
_PARTY = (
    r"(?:the\s)?[^\W\d_a-zß-ÿа-я][^\s,;:()\[\]]{0,40}"
    r"(?:\s(?:(?:of|for|and|the|in|de|von|at|&)\s){0,2}[^\W\d_a-zß-ÿа-я][^\s,;:()\[\]]{0,40}){0,7}(?:,\s[JS]r\.,?(?=\s))?"
)
_EXCHANGE = re.compile(rf"(?:and\s)?(?P<sender>{_PARTY})\sto\s(?P<recipient>{_PARTY})(?=[,;:.(]|\s[(\[\d]|\son\s|$)")
_NO_SENDERS = frozenset(
    listed("""
    Passage Thanks Due Contrary Prior Next Preface Welcome Return Road Reply Answer Guide Key Appendix Supplement
""")
)
_ENDS = re.compile(r"(?:,\spp?\.\s?(?P<page>\d{1,5}(?:[-–]\d{1,5})?))?[\s.]*$")
_SHORTEST, _LONGEST = 12, 600
_NEAR = 60
_POSTED = re.compile(r"\(@\w")
"""The name of an account: its posts are no documents of an archive."""
_TALKS = re.compile(r"\b(?:was|were|is|are|that|which|had|has)\b")
_BRACKETS = re.compile(r"\s*\[[^\]]{0,200}\]|\s*\([^)]{0,200}\)")
KEEPERS = frozenset({"archives", "library"})
"""Parts of a call number that name who keeps the holding."""
_LABELS: Mapping[str, LocatorLabel] = {"listy": "folio", "blatt": "folio", "carte": "folio", "folio": "folio"}
_BODY = re.compile(
    r"\b(?:Ministry|Department|Committee|Embassy|Foreign|Office|Council|Government|Politburo|Bureau|State)\b"
)


def document_noun(text: str) -> str | None:
    """The kind of document that a text begins with ("Ciphered telegram from …": telegram), or None."""
    match = _NOUN.match(text[:200])
    return match["noun"].lower() if match else None


@remembered
def is_document(text: str) -> bool:
    """Whether the words are a document's title with its day: "Telegram from A to B, 3 May 1950"; "A to B, 3 May 1950"."""
    if not _SHORTEST <= len(text) < _LONGEST or _TALKS.search(text):
        return False
    if _POSTED.search(text):
        return False
    days = [date.start for date in find_dates(text) if date.day]
    if not days:
        alone = _day_alone(text) if " to " in text else None
        return alone is not None and _exchanged(text, alone[0].start())
    return document_noun(text) is not None or _exchanged(text, days[0])


def is_exchange(text: str) -> bool:
    """Whether the words are nothing but sender and recipient, with a day perhaps: "Hill to Reed"; "Hill to Reed, 3 May 1950"."""
    match = _EXCHANGE.match(text)
    if match is None:
        return False
    days = [date.start for date in find_dates(text) if date.day]
    return match.end() >= len(text) or (bool(days) and _exchanged(text, days[0]))


def _day_alone(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The day without a year that a text ends with, and what stands behind it, a page perhaps."""
    alone = DAY_ALONE.search(text)
    ends = _ENDS.match(text, alone.end()) if alone else None
    return (alone, ends) if alone and ends else None


def _exchanged(text: str, day: int) -> bool:
    """Whether a text begins with sender and recipient, and its day stands right behind them or a telegram's number."""
    match = _EXCHANGE.match(text)
    if match is None or day < match.end() or day - match.end() > _NEAR:
        return False
    sender = match["sender"]
    first, *others = sender.split()
    person = read_names(sender).end >= len(sender.rstrip(".,")) and first not in _NO_SENDERS
    return person or (bool(_BODY.search(sender)) and bool(others)) or first in {"Embassy", "Foreign"}


def parse_document(lead: str, call: Call | None, taught: Mapping[str, str], behind: str | None = None) -> Work:
    """Read a document's words and its call number.

    `taught` are the abbreviations for archives this text introduced, `behind` is the archive named after the number.
    """
    work = Work()
    custom: dict[str, Any] = {}
    if call:
        lead = _holder(lead, call, taught, work, custom)
        if behind:
            work.fields["archive_collection"] = work.fields.get("archive")
            work.fields["archive"] = behind
        work.put(archive_location=call.text)
        custom.update((name, value) for name, value in call.parts.items() if name not in KEEPERS)
        if call.folios and (folios := call.parts.get(call.folios)):
            work.locator = Locator(label=_LABELS.get(call.folios, "folio"), value=folios)
    title, prepared = _dated(lead, work)
    noun = document_noun(title)
    if noun:
        work.put(genre=noun)
    work.put(type="document", title=clean(title) or None)
    _people(title, prepared, work)
    work.put(custom=custom)
    return work


def _holder(lead: str, call: Call, taught: Mapping[str, str], work: Work, custom: dict[str, Any]) -> str:
    """Take the archive's name off the end of the lead."""
    learnt = hereafter(lead)
    words = lead[: learnt[1]] if learnt else lead
    words = words.rstrip(" ,.;:")
    dates = [date for date in find_dates(words) if date.day]
    floor = dates[-1].end if dates else 0
    found = find_holder(words[floor:]) if words[floor:].strip(" ,.") else None
    name = found[0] if found else call.parts.get("archives") or call.parts.get("library") or call.holder
    if call.holder and found and found[0] not in HOLDERS and not is_keeper(found[0]):
        name = call.holder
    rest = words[: floor + found[1]] if found else words
    if found and (series := words[floor + found[2] :].strip(" ,.;:")):
        work.put(archive_collection=series)
    if name is None and learnt:
        name = learnt[0]
    if name:
        short, full = holder_names(learnt[0] if learnt else name, taught)
        if learnt and found:
            full = name
        work.put(archive=short)
        if full:
            custom["archive-name"] = full
    return rest.rstrip(" ,.;:")


def _dated(lead: str, work: Work) -> tuple[str, str]:
    """Title and what follows the date; the date goes to the work."""
    dates = [date for date in find_dates(lead) if date.day] or find_dates(lead)[-1:]
    if not dates and (last := _day_alone(lead)):
        alone, ends = last
        work.put(issued=Date(literal=alone.group()))
        if ends["page"]:
            work.locator = Locator(label="page", value=ends["page"])
        return lead[: alone.start()].rstrip(" ,.("), ""
    if not dates:
        return lead, ""
    date = _own(dates, lead)
    work.put(issued=date.date)
    before, after = lead[: date.start].rstrip(" ,.("), lead[date.end :].strip(" ,.;")
    before = re.sub(r"(?:,?\s(?:on|of|dated|vom|от|the))+$", "", before)
    if len(before) < 4:  # noqa: PLR2004 - the date comes first
        return after, ""
    return before, after


def _own(dates: list[Found], lead: str) -> Found:
    """The date of the document itself: the last one that no bracket encloses."""
    for date in reversed(dates):
        before = lead[: date.start]
        if before.count("(") <= before.count(")"):
            return date
    return dates[-1]


def _people(title: str, prepared: str, work: Work) -> None:
    """Sender and recipient, or the office that prepared the paper."""
    if who := _PREPARED.match(prepared):
        work.put(author=(Name(literal=re.sub(r"^the\s", "", clean(who["who"]))),))
    elif prepared:
        work.put(note=clean(prepared))
    bare = _BRACKETS.sub("", title)
    match = _FROM.search(bare[-300:]) or _POSSESSIVE.match(bare[:120]) or _X_TO_Y.match(bare[:120])
    if match:
        work.put(author=(_party(match["sender"]),), recipient=(_party(match["recipient"]),))


def _party(words: str) -> Name:
    words = re.sub(r"^(?:the|Comrade|Cde\.|товарищ)\s", "", clean(words))
    parts = [part.rstrip(",") for part in words.split()]
    if _BODY.search(words) or len(parts) > 4 or not words:  # noqa: PLR2004 - a body rather than a person
        return Name(literal=words or "?")
    return make_name(tuple(parts))
