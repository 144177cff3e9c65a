"""References to an archive's holdings that the tagger reads: the archive, the series, its numbers, the leaves, the day."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.cite.archives import find_calls
from argmap.cite.dates import find_dates
from argmap.cite.holdings import ITALIAN
from argmap.cite.nesting import nesting
from argmap.cite.tagged import continental, in_english, reading, talks_abroad, too_long
from argmap.cite.work import Work, clean
from argmap.model import Date, Locator

if TYPE_CHECKING:
    from argmap.cite.tagger import Reading, Tagged

_LEAF = re.compile(r"\b\d{1,4}\s?[rvt]\b")
_UNITS = frozenset({"busta", "filza", "registro", "mazzo", "scatola", "fascicolo"})
_LABEL = re.compile(r"^(?:cart[ae]|car|cc?|ff?|fls?|fol[lis]?|pp?|pag)\b\.?\s?", re.IGNORECASE)
_ANY_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"[^\W_]+")
_NUMBERED = frozenset({"unit", "leaf"})
_NAMED = frozenset({"archive", "collection"})
_CALL = frozenset({"collection", "unit", "leaf"})
_FURTHER = frozenset({"unit", "leaf", "day"})
_NAMES_UNIT = frozenset({"item", "collection", "aside"})
_BOOK = re.compile(
    r"(?:registr[oi]|libr[oi]|liber|copialettere|catastic[oi]|quadern[oi]|rubrica|mastro|giornale|protocoll[oi]|fascicol[oi]|cartella"
    r"|registers?|registres?|cahiers?|amtsbuch|protokollbuch|kopialbuch|rechnungsbuch|libros?)\s(?!d[’']or)[^\W\d_]",
    re.IGNORECASE,
)
"""Books that an archive keeps, called by what they hold."""
_BARE_UNIT = re.compile(
    r"(?:^|[\s,.(])(?:fas[ce]{1,2}|fascicol[oi]|cart|cartella|regg?|registr[oi]|libr[oi]|liber|buste?|bb?|filz[ae]|fz|mazz[oi]|doss(?:ier)?|akte|liasse)\.?$",
    re.IGNORECASE,
)
"""A unit's label with no number behind it."""
_NAME_BROKEN = re.compile(r"\s[«“\"]?[^\W\d_]{4,}$")
"""The first word of a unit's name."""
_SET_OFF = re.compile(r"(?:^|[,:;.(—–]\s?|[,.(]\s(?:in|presso|nel(?:l[ao’'])?|dans|im)\s?)[«“(]?$")
_ENDS = re.compile(r"\s?(?:[^\w\s]|$)")
_LIST = re.compile(r"[^\n]*?(?<![^\W_])\d{1,6}(?:\s?[,–-]\s?\d{1,6}){5,}")
_LISTED = 30  # characters
_LEAD = 12  # characters
_SERIES_WORDS = 12
_FURTHER_WORDS = 6
_SURE, _LIKELY = 12.0, 3.0  # logarithms of odds
_RUNNING = 1.5  # all of the last references named holdings, or nearly all


@lru_cache(maxsize=2048)
def cites_holdings(text: str) -> bool:
    """Whether a text has what only references to Italian holdings have: a busta, a filza, leaves with recto and verso."""
    return bool(_LEAF.search(text)) or any(
        call.system == ITALIAN and _UNITS & call.parts.keys() for call in find_calls(text, least=1)
    )


def is_holding(text: str, *, abroad: bool, prior: float = 0.0) -> bool:
    """Whether the tagger reads one reference to an archive's holdings: a series, a number, leaves.

    `abroad` and `prior` are how the notes around it cite (see `abroad.Habit` and `abroad.Run`): in continental notes
    also the bare name of a series ("Senato Misti") is one, if it is nothing else.
    """
    if too_long(text) or not (abroad or continental(text) or cites_holdings(text)):
        return False
    found = reading(text)
    if found.odds + prior <= 0 or talks_abroad(_outside(text, found)):
        return False
    labels = {item.label for item in found.kept}
    if not _ANY_DIGIT.search(text) and talks_abroad(text, verbs=1):
        return False
    if not abroad and "item" in labels and in_english(text) and not cites_holdings(text):
        return False
    if labels & _NUMBERED or ("collection" in labels and _ANY_DIGIT.search(text)):
        return True
    return abroad and (_is_name(text, found) or _is_item(text, found, prior) or _is_somewhere(text, found, prior))


def _outside(text: str, found: "Reading") -> str:
    """A text without the document's own title, in which verbs are no talk, where what comes before it says who keeps it."""
    kept = found.kept
    if found.odds < _SURE or not kept or kept[0].label == "item":
        return text
    return " ".join(text[item.start : item.end] for item in kept if item.label != "item")


def _is_item(text: str, found: "Reading", prior: float) -> bool:
    """Whether a text names a document and its day, amid notes that cite nothing but holdings."""
    labels = [item.label for item in found.kept]
    sure = prior > _RUNNING and found.odds > _LIKELY and text[0].isupper()
    return sure and labels[0] in {"archive", "collection", "item"} and labels[-1] == "day" and not talks_abroad(text)


def _is_somewhere(text: str, found: "Reading", prior: float) -> bool:
    """Whether a text says in which archive something is, without a number ("Reni to Otero, 4 May 1728, Library of Elm").

    Marks must set the archive off, as they do not in talk ("thanks to the staff of the Library of Elm").
    """
    if found.odds + min(prior, 0.0) <= _LIKELY or talks_abroad(_outside(text, found), verbs=1):
        return False
    archives = [item for item in found.kept if item.label == "archive"]
    return any(
        _SET_OFF.search(text, max(0, item.start - _LEAD), item.start) and _ENDS.match(text, item.end)
        for item in archives
    )


def is_further(text: str) -> bool:
    """Whether a text is nothing but further numbers, leaves and days of the holding before it ("c. 12r; 83; 3 maggio 1541")."""
    few = len(text.split()) <= _FURTHER_WORDS and _ANY_DIGIT.search(text)
    return bool(few) and {item.label for item in reading(text).kept} <= _FURTHER


def dated(text: str) -> bool:
    """Whether a text is nothing but a place in a holding and the day of a document there ("cc. 16r-17v, 3 maggio 1541")."""
    labels = {item.label for item in whole_days(text, reading(text).kept)}
    return labels <= _FURTHER and "day" in labels


def _is_name(text: str, found: "Reading") -> bool:
    """Whether a text is nothing but the name of an archive or of one of its series."""
    words = text.split()
    return 1 < len(words) <= _SERIES_WORDS and words[0][0].isupper() and {item.label for item in found.kept} <= _NAMED


def parse_kept(text: str, work: Work) -> None:
    """Put what the tagger reads of a holding into the fields of a work that are not yet set."""
    found = named_units(text, named_in_quotes(text, whole_days(text, reading(text).kept)))
    said = {label: _said(text, found, label) for label in ("archive", "collection", "unit", "leaf", "item", "day")}
    archive, title = (next(iter(said[label]), None) for label in ("archive", "item"))
    work.put(type="document", archive=archive, title=title, archive_collection=", ".join(said["collection"]) or None)
    place = [item for item in found if item.label in _CALL]
    if place:
        work.put(archive_location=clean(text[place[0].start : place[-1].end]))
    _call(text, said, work)
    if said["day"]:
        work.put(issued=day_said(", ".join(said["day"])))


def named_units(text: str, found: "tuple[Tagged, ...]") -> "tuple[Tagged, ...]":
    """Count the name of a unit to it, which reads like a document's title: "fasc. Old mills", "Registro dei mandati dal 1415".

    Likewise the rest of a long list of numbers.
    """
    out: list[Tagged] = []
    for item in found:
        last = out[-1] if out else None
        if (item.label in _NAMES_UNIT and _names_unit(text, last, item)) or _numbers_on(text, last, item):
            item = replace(item, label="unit")  # noqa: PLW2901 - the same stretch
        if last and last.label == item.label == "unit":
            out[-1] = replace(last, end=item.end)
        else:
            out.append(item)
    return tuple(out)


def whole_days(text: str, found: "tuple[Tagged, ...]") -> "tuple[Tagged, ...]":
    """Count all of a day's words to it, of which the tagger read some, or all as numbers ("b. 12, 9. 4. 1631", "sale of 8. 5. 1773").

    Not behind a unit's bare label, whose number may stand before a month ("fasc. 3 maggio 1541").
    """
    for date in find_dates(text):
        parts = [item for item in found if item.start < date.end and date.start < item.end]
        labels = {item.label for item in parts}
        if not date.day or not ("day" in labels or labels <= _NUMBERED) or labels == {"day"}:
            continue
        if not _BARE_UNIT.search(text[: date.start].rstrip()):
            found = _relabelled(text, found, date.start, date.end, "day")
    return found


def named_in_quotes(text: str, found: "tuple[Tagged, ...]") -> "tuple[Tagged, ...]":
    """Count a name in quotation marks behind a unit's bare label to the unit, whatever its words read like ("fasc. “Town council”, letter of …")."""
    for group in nesting(text).groups if found else ():
        label = _BARE_UNIT.search(text[: group.open].rstrip()) if group.quoted else None
        if label:
            found = _relabelled(text, found, label.start(), group.close, "unit")
    return found


def _relabelled(text: str, found: "tuple[Tagged, ...]", start: int, end: int, label: str) -> "tuple[Tagged, ...]":
    """The stretches with `[start, end)` under one label; what they have of words on either side stays."""
    cut = [replace(item, start=max(item.start, start), end=min(item.end, end), label=label) for item in found]
    cut += [replace(item, end=min(item.end, start)) for item in found]
    cut += [replace(item, start=max(item.start, end)) for item in found]
    out: list[Tagged] = []
    for item in sorted(cut, key=lambda item: item.start):
        words = list(_TOKEN.finditer(text, item.start, item.end))
        if not words:
            continue
        if out and out[-1].label == item.label == label:
            out[-1] = replace(out[-1], end=words[-1].end())
        else:
            out.append(replace(item, start=words[0].start(), end=words[-1].end()))
    return tuple(out)


def _names_unit(text: str, last: "Tagged | None", item: "Tagged") -> bool:
    words = text[item.start : item.end]
    if _BOOK.match(words):
        return True
    if last is None or last.label != "unit":
        return False
    between = text[last.end : item.start]
    unit = text[last.start : last.end]
    if _BARE_UNIT.search(unit) or (between == " " and _NAME_BROKEN.search(unit)):
        return True
    return between.strip(' («“"') == "" and (words[0].islower() or "(" in between)


def _numbers_on(text: str, last: "Tagged | None", item: "Tagged") -> bool:
    """Whether what reads as years are further numbers of a long list ("nn. 871, 893, 1002, 1025 …")."""
    if last is None or last.label != "unit" or item.label != "day":
        return False
    return _LIST.fullmatch(text, max(last.start, item.start - _LISTED), item.end) is not None


def _said(text: str, found: "tuple[Tagged, ...]", label: str) -> list[str]:
    return [clean(text[item.start : item.end]) for item in found if item.label == label]


def _call(text: str, said: dict[str, list[str]], work: Work) -> None:
    """The parts of the call number; the leaves are the locator, too."""
    calls = [call for call in find_calls(text, least=1) if call.system == ITALIAN]
    custom = dict(calls[0].parts) if calls else {}
    leaves = next((custom[call.folios] for call in calls[:1] if call.folios and call.folios in custom), None)
    if not custom and said["unit"]:
        custom["unit"] = said["unit"][0]
    if told := _LABEL.sub("", ", ".join(said["leaf"])):
        leaves = custom["carte"] = told
    work.put(custom=custom)
    if leaves:
        work.locator = Locator(label="folio", value=leaves)


def day_said(words: str) -> Date:
    """The date of a document; its words are kept where they say more than can be read."""
    dates = find_dates(words)
    if len(dates) == 1 and dates[0].day and not (words[: dates[0].start] + words[dates[0].end :]).strip(" ,.;:"):
        return dates[0].date
    return Date(date_parts=dates[0].date.date_parts if dates else (), literal=words)
