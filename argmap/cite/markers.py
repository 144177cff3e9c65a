"""The words of back references: ibid., idem, op. cit., loc. cit., supra note n, in several languages."""

import re
from dataclasses import dataclass

from argmap.cite.lexicon import listed
from argmap.model import MentionKind

_CAPITAL = r"[^\W\d_a-zà-öø-ÿа-я]"
_NOTES = r"(?:(?:foot)?notes?|nn?\.|Anm\.|Fn\.)"
_SEE_NOTE = (
    rf"\b(?:see(?:\salso)?|cf\.|siehe|vgl\.)\s{_NOTES}\s?\d+(?!\s?[-–]\s?\d)(?!\s(?:above|supra|below|infra|in|of|to|on|by)\b)"
    r"(?=\s?[,.;:)]|\s?$|\s(?:and|for)\s)"
)
_MARKERS: tuple[tuple[MentionKind, str], ...] = (
    ("opcit", r"op\.?\s?cit\b\.?|opere?\scit(?:ata|\.)|opus\scitatum|a\.\s?a\.\s?O\b\.?|ук\.\sсоч\."),
    ("loccit", r"loc\.?\s?cit\b\.?|l\.\s?c\.(?=[\s,;)]|$)"),
    (
        "ibid",
        r"ib[ií]d(?:em)?\b\.?|\bib\.|ebd\b\.?|ebenda\b|ivi\b(?=[,.\s])|там\sже|[Dd]ers\.,?\sebd\.|id\.(?=[,\s;)]|$)",
    ),
    ("idem", r"(?:idem|eadem|iidem)\b"),
    (
        "supra",
        (
            rf"(?:(?:see\s)?(?:supra|above)|oben)(?:\sat)?,?\s{_NOTES}\s?\d+|{_NOTES}\s?\d+\s?(?:above|supra|oben)|{_SEE_NOTE}"
            r"|(?:wie|oben,?)\s(?:Anm\.|Fn\.)\s?\d+|\bsupra\b"
        ),
    ),
)
_ANY = "|".join(f"(?P<k{index}>{pattern})" for index, (_, pattern) in enumerate(_MARKERS))
MARKER = re.compile(rf"(?<![\w.])(?:{_ANY})", re.IGNORECASE)
_ALSO = re.compile(r"\s?\((?:see\s)?(?:n\.|notes?|Anm\.)\s?\d+[^)]{0,12}\)", re.IGNORECASE)
_NOTE = re.compile(r"\d+")
_BARE_SEE = re.compile(_SEE_NOTE, re.IGNORECASE)
_NAME_BEFORE = re.compile(
    rf"(?P<names>(?:{_CAPITAL}[\w’'-]*\.?\s(?:(?:de|von|van|der|di|du|la|of)\s)?){{0,4}}{_CAPITAL}[\w’'-]+"
    rf"(?:\s(?:and|&|und|et)\s(?:{_CAPITAL}[\w’'-]*\.?\s){{0,3}}{_CAPITAL}[\w’'-]+)?)"
    rf"(?P<title>,\s[“‘\"]?{_CAPITAL}[^,;.()]{{3,80}})?[\s,]{{1,3}}\(?(?:in\s)?$"
)
_WINDOW = 160
_NOT_AUTHORS = frozenset(
    listed("""
    E.g See In Cf Also And The But Compare Quoted Cited For From By With On Both This Siehe Vgl
""")
)


@dataclass(frozen=True, slots=True)
class BackReference:
    """A back reference's words: its kind, its place, the author named before it, and the note number it gives."""

    kind: MentionKind
    start: int
    end: int
    author: str | None = None
    title: str | None = None
    note: str | None = None


def refers_to_note(text: str, start: int) -> bool:
    """Whether "See note 12" stands here, whose first word is a part of it and not just a signal."""
    return _BARE_SEE.match(text, start) is not None


def find_markers(text: str, start: int, end: int) -> list[BackReference]:
    """The back references between two places of a text, each beginning with the name that belongs to it."""
    found: list[BackReference] = []
    floor = start
    for match in MARKER.finditer(text, start, end):
        if match.start() < floor:
            continue
        kind = next(kind for index, (kind, _) in enumerate(_MARKERS) if match[f"k{index}"])
        if kind == "ibid" and match.group()[0].islower() and not _at_edge(text, match):
            continue
        number = _NOTE.search(match.group())
        begin, author, title = match.start(), None, None
        if kind in {"opcit", "loccit", "supra"}:
            begin, author, title = _author(text, max(floor, match.start() - _WINDOW), match.start())
        if (
            kind == "supra"
            and _BARE_SEE.match(text, match.start())
            and text[max(0, match.start() - 3) : match.start()].rstrip()[-1:] not in {",", "("}
        ):
            begin, author, title = match.start(), None, None
        stop = match.end()
        if text[stop : stop + 1] == ")" and "(" in text[begin:stop]:
            stop += 1
        if kind in {"opcit", "loccit"} and (also := _ALSO.match(text, stop)):
            number, stop = _NOTE.search(also.group()), also.end()
        found.append(BackReference(kind, begin, stop, author, title, number.group() if number else None))
        floor = stop
    return found


def _at_edge(text: str, match: re.Match[str]) -> bool:
    """Short words like "ivi" or "id." count only where a reference begins or ends, not inside of a word's prose."""
    word = match.group().rstrip(".").casefold()
    if word.startswith(("ibid", "ibíd")) or word in {"ebd", "ebenda", "там же"}:
        return True
    before = text[max(0, match.start() - 2) : match.start()].strip()
    return not before or before[-1] in "(;,.:–—"


def _author(text: str, start: int, end: int) -> tuple[int, str | None, str | None]:
    """Name and short title right before a marker ("Smith, Old Town, op. cit.")."""
    window = text[start:end]
    match = None
    for candidate in re.finditer(rf"(?<![\w’'.-]){_CAPITAL}", window):
        match = _NAME_BEFORE.match(window, candidate.start())
        if match and match["names"].split()[0].rstrip(".,") not in _NOT_AUTHORS:
            title = match["title"].strip(" ,") if match["title"] else None
            return start + match.start(), match["names"], title
    return end, None, None
