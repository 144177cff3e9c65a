"""Archival call numbers, read by the table of `holdings`, and the archives that stand before or behind them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.cite.hereafter import HEREAFTER
from argmap.cite.holders import HOLDERS
from argmap.cite.holdings import SYSTEMS
from argmap.cite.remembered import remembered
from argmap.cite.systems import System

_KEEPER = (
    r"(?:Archives?|Archiv|Archivio|Archivo|Arhiva?|Arquivo|Archiwum|Archief|Library|Libraries|Bibliothek|Bibliothèque|Biblioteca|Bibl|"
    r"Архива?|Architecture|Museum|Museo|Papers|Records|[A-Za-zäöü]*archiv|[A-Za-zåäöæø]*arkivet?|[A-Za-z]*bibliothek)"
)
_HOLDER = re.compile(
    r"(?:[A-ZА-Я]{2}\s)?[A-ZА-Я][A-ZА-Яa-z]{0,4}[A-ZА-Я]{2,5}(?![\w])|[A-ZА-Я]{2,4}[a-zа-я]{1,2}|(?:[A-ZА-Я]\.\s?){2,5}[a-z]{0,3}\.?"
    rf"|[^,;()\[\]\d]{{0,90}}?\b{_KEEPER}\b[^,;()\[\]\d]{{0,90}}"
)
_STRETCH = re.compile(r"(?:[^,;:.]|\.(?=\S)|(?<=\b[^\W\d_])\.|(?<=Bibl)\.|(?<=Arch)\.)+")
_NAMED = r"(?:[A-Z][^\s,;.()\d]*\.?\s(?:(?:of|the|for|and|at|S\.|D\.)\s){0,2}){0,6}"
_HOUSES = r"(?:Society|Institut(?:e|ion)|University|College|Athenaeum|Cent(?:er|re)|Seminary|Abbey|Cathedral)"
_BEHIND = re.compile(
    rf"[,.]?\s{{0,2}}(?:(?P<collection>{_NAMED}(?:Papers|Records|Collections?)),\s(?={_NAMED}(?:{_KEEPER}|{_HOUSES})\b))?"
    rf"(?P<holder>{_NAMED}(?:{_KEEPER}|{_HOUSES})\b[^,;.()\d]{{0,60}})"
    rf"(?:,\s(?P<place>(?:(?!{_HOUSES})[A-Z][^\W\d]+[ -]?){{1,3}}(?:,\s(?:[A-Z]{{2}}|D\.C\.|[A-Z][a-z]+\.?))?)(?=[.;]?\s*$))?"
)
_KEEPS = re.compile(rf"\b{_KEEPER}\b")
_HOUSE = re.compile(r"\b(?:Archives?|Archiv|Library|Bibliothek|Bibliothèque|Biblioteca|[A-Za-zäöü]{2,40}archiv)\b")
"""What keeps papers, rather than papers that are kept."""
_NEAR = 300
_MOST_STRETCHES = 5
_SHORT_FOR = re.compile(r"\s\([^()]{1,20}\)$")
_BETWEEN = re.compile(r"[\s,;:.]{0,3}(?:№\s?)?")


@dataclass(frozen=True, slots=True)
class Call:
    """A call number in a text.

    Attributes:
        start, end: Its place, the holder not among it.
        text: As cited ("Fond 17, Opis 162, Delo 9, Listy 12-14").
        parts: By name, the leaves last where there are any.
        folios: Name of the part that is the locator.
        holder: The archive, where the system implies it.
        system: The row's name.
    """

    start: int
    end: int
    text: str
    parts: Mapping[str, str] = field(hash=False)
    folios: str | None
    holder: str | None
    system: str = ""


@dataclass(frozen=True, slots=True)
class _Grammar:
    system: System
    label: re.Pattern[str]
    values: tuple[re.Pattern[str], ...]
    needed: re.Pattern[str] | None


def _grammar(system: System) -> _Grammar:
    labels = "|".join(f"(?P<p{index}>{part.labels})" for index, part in enumerate(system.parts))
    source = system.pattern or rf"(?<![\w.])(?:{labels})(?:\s?[№#]|\s[Nn]o\.)?\s{{0,2}}(?=[\w“\"])"
    flags = re.IGNORECASE if system.parts else 0
    values = tuple(re.compile(part.value) for part in system.parts)
    needed = "|".join(part.labels for part in system.parts if part.name in system.needs)
    return _Grammar(
        system,
        re.compile(source, flags),
        values,
        re.compile(rf"(?<![\w.])(?:{needed})", re.IGNORECASE) if needed else None,
    )


_GRAMMARS = tuple(_grammar(system) for system in SYSTEMS)
_HINTED = tuple(
    (hint, tuple(index for index, item in enumerate(_GRAMMARS) if hint in item.system.hints))
    for hint in dict.fromkeys(hint for item in _GRAMMARS for hint in item.system.hints)
)
"""Each hint of a grammar, and the places of those that have it."""
_ROMAN = re.compile(r"[ivxlcdmIVXLCDM]+[.,]?")
_ANY_DIGIT = re.compile(r"\d")


def find_calls(text: str, *, least: int | None = None) -> list[Call]:
    """All call numbers of a text in order, none inside another; `least` parts suffice. Linear in the text."""
    return list(_call_numbers(text, least)) if _ANY_DIGIT.search(text) else []


@remembered
def _call_numbers(text: str, least: int | None) -> tuple[Call, ...]:
    lower = text.lower()
    hinted = {index for hint, indexes in _HINTED if hint in lower for index in indexes}
    grammars = [
        item
        for index, item in enumerate(_GRAMMARS)
        if (not item.system.hints or index in hinted)
        and (least is not None or item.needed is None or item.needed.search(text))
    ]
    found = sorted((call for item in grammars for call in _calls(item, text, least)), key=lambda call: call.start)
    kept: list[Call] = []
    for call in found:
        if kept and call.start < kept[-1].end:
            if len(call.parts) > len(kept[-1].parts):
                kept[-1] = call
            continue
        kept.append(call)
    return tuple(kept)


def _calls(grammar: _Grammar, text: str, least: int | None) -> Iterator[Call]:
    if grammar.system.pattern:
        for match in grammar.label.finditer(text):
            parts = {name: value.strip() for name, value in match.groupdict().items() if value}
            yield _call(grammar.system, text, match.start(1), match.end(), parts)
        return
    position = 0
    while label := grammar.label.search(text, position):
        parts, end = _chain(grammar, text, label)
        if _suffices(grammar.system, parts, text, label.start(), least):
            yield _call(grammar.system, text, label.start(), end, parts)
        position = max(end, label.end())


def _suffices(system: System, parts: Mapping[str, str], text: str, start: int, least: int | None) -> bool:
    """Whether these parts make a call number."""
    if least is not None and len(parts) >= least:
        return True
    if system.needs and not parts.keys() & set(system.needs):
        return False
    if system.held and find_holder(text[max(0, start - _NEAR) : start]) is None:
        return False
    known = bool(system.needs) or system.parts[0].name in parts
    return len(parts) >= system.least if known else len(parts) > system.least


def _chain(grammar: _Grammar, text: str, match: re.Match[str] | None) -> tuple[dict[str, str], int]:
    """Read label and value, label and value … from a label on; each part once."""
    parts: dict[str, str] = {}
    end = match.start() if match else 0
    while match:
        index = next(index for index in range(len(grammar.values)) if match[f"p{index}"])
        name = grammar.system.parts[index].name
        value = grammar.values[index].match(text, match.end())
        if value is None or name in parts or not _plausible(match.group(), value.group()):
            break
        parts[name] = value.group().strip(' .,“”"')
        end = match.end() + len(value.group().rstrip(" .,"))
        between = _BETWEEN.match(text, end)
        match = grammar.label.match(text, between.end() if between else end)
    return parts, end


def _plausible(label: str, value: str) -> bool:
    """Whether a value can be one: a number; behind a whole word also a name ("Folder Marsh"), but not behind an initial."""
    if any(char.isdigit() for char in value) or value[:1] in '“"' or _ROMAN.fullmatch(value):
        return True
    return value[:1].isupper() and len(label.strip(" .")) > 1


def _call(system: System, text: str, start: int, end: int, parts: Mapping[str, str]) -> Call:
    return Call(start, end, text[start:end].strip(), parts, system.folios, system.holder, system.name)


def hereafter(text: str) -> tuple[str, int, int] | None:
    """An abbreviation that a text teaches ("[hereafter AVPRF]"), and where the bracket stands."""
    match = HEREAFTER.search(text)
    return (match["short"].strip(" ,."), match.start(), match.end()) if match else None


def find_holder(text: str) -> tuple[str, int, int] | None:
    """The archive in the words before a call number, and where it begins and ends; what follows it is a collection.

    Takes the last stretch between commas or full stops that is an abbreviation in capitals or speaks of an archive,
    but of the last four rather one that the table knows.
    """
    found: tuple[str, int, int] | None = None
    for stretch in reversed(list(_STRETCH.finditer(text))[-_MOST_STRETCHES:]):
        words = _SHORT_FOR.sub("", stretch.group().strip())
        match = _HOLDER.fullmatch(words) or _HOLDER.fullmatch(words.rpartition(" ")[2])
        if match is None and words not in HOLDERS:
            continue
        name = match.group().strip() if match else words
        start = stretch.start() + stretch.group().rindex(name)
        if found is None or name in HOLDERS or (_HOUSE.search(name) and not _HOUSE.search(found[0])):
            found = name, start, start + len(name)
        if name in HOLDERS:
            break
    return found


def is_keeper(name: str) -> bool:
    """Whether a name speaks of an archive or a library."""
    return bool(_KEEPS.search(name))


class Holder(NamedTuple):
    """The archive named right behind a call number ("Box 4, Reed Papers, Old Town Library, Elm"), and where that ends."""

    name: str
    collection: str | None
    place: str | None
    end: int


def holder_behind(text: str) -> Holder | None:
    """What is named right behind a call number."""
    match = _BEHIND.match(text)
    return Holder(match["holder"].strip(), match["collection"], match["place"], match.end()) if match else None


def holder_names(text: str, taught: Mapping[str, str]) -> tuple[str, str | None]:
    """Short and full name of an archive cited either way; `taught` maps abbreviations this document introduced."""
    known = {**HOLDERS, **taught}
    if text in known:
        return text, known[text]
    wanted = text.casefold()
    for short, full in known.items():
        if full.casefold() == wanted:
            return short, full
    return text, None
