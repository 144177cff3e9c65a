"""The words of back references: ibid., idem, op. cit., loc. cit., supra and infra note n, in several languages.

Forms after the Chicago Manual of Style 17, 14.34-14.36; ISO 690:2010, 8.3; Duden 1, "Fußnoten"; and the notes of
Italian, French, Spanish, Polish, Czech and Russian historians.
"""

import re
from dataclasses import dataclass

from argmap.cite.hints import holds_any
from argmap.cite.lexicon import listed
from argmap.model import MentionKind

_YEAR = r"(?:1[4-9]|20)\d\d"
_CAPITAL = r"[^\W\d_a-zà-öø-ÿа-я]"
_NOTES = r"(?:(?:foot|end)?notes?|nn?\.|nn?(?=\s?\d)|nota|note|Anm\.|Anmerkung(?:en)?|Fn\.|Fu(?:ß|ss)note|прим\.|сноск[аеиу])"
_UP = r"(?:supra|above|oben|s\.\s?o\.|sopra|ci-dessus|plus\shaut|más\sarriba|выше)"
_DOWN = r"(?:infra|below|unten|s\.\s?u\.|sotto|ci-dessous|plus\sbas|más\sabajo|ниже)"
_SIGNAL = r"(?:see(?:\salso)?|cf\.|cfr\.|compare|siehe(?:\sauch)?|vgl\.|voir|vedi|v\.|véase|см\.)"
_NUMBERS = r"\d{1,5}(?:\s?[-–]\s?\d{1,5}|(?:,\s\d{1,5}){0,4},?\s(?:and|und|et|e|y|&)\s\d{1,5}(?!\s?(?:above|below|in|of)\s[a-z]))?"
_OTHER_BOOK = r"(?!\s(?:in|of|to|on|by)\b)"
_SEE_NOTE = (
    rf"\b{_SIGNAL}\s{_NOTES}\s?{_NUMBERS}(?!\d)(?!\s?[,(]?\s?(?:above|supra|below|infra)\b){_OTHER_BOOK}"
    r"(?=\s?[,.;:)\]]|\s?$|\s(?:and|for)\s)"
)
_TURNED = rf"(?:,\s|\s\(|\s)?{_UP}\b\)?"
_TURNED_DOWN = rf"(?:,\s|\s\(|\s)?{_DOWN}\b\)?"
_IBID = (
    r"(?:(?:id\.|idem|eadem|[Dd]ers\.|[Dd]ies\.|[Oo]n\sże),?\s(?:e\s|et\s|y\s|and\s)?)?"
    r"(?:ib[ií]d(?:em)?\b\.?|\bib\.|ebd\b\.?|ebda\b\.?|ebenda\b|eben[dt]ort\b|ivi\b(?=[,.;:)\s]|$)|tamże\b|tamtéž\b|там\sже\b|там\sсамо\b)"
    r"|(?:[Dd]ers\.|[Dd]ies\.),?\sebd\.|id\.(?=[,\s;:)]|$)(?!,\s[“\"‘«„]?\s?(?-i:[A-ZÀ-ÖØ-Þ]))"
)
_OPCIT = (
    r"(?:op|ob|art|ouvr?)\.?\s?cit(?:\b\.?|[ée]\b)|opere?\scit(?:ata|\.)|opus\scit(?:atum|\.)|obra\scitada|ouvrage\scité|o\.\s?c\.(?=[\s,;:)]|$)"
    r"|op\.\slaud\.|ead\.\sop\.|a\.\s?a\.\s?O\b\.?|am\sangegebenen?\sOrte?\b|dz\.\scyt\.|(?:ук|указ|цит)\.\sсоч\."
)
_LOCCIT = r"loc\.?\s?cit\b\.?|loco\scitato|loc\.\slaud\.|l\.\s?c\.(?=[\s,;:)]|$)|lug\.\scit\.|luogo\scit(?:ato|\.)|eod\.\sloc\.|ut\ssupra\b|t\.\s?a\.\s?p\."
_INFRA = (
    rf"(?:{_SIGNAL}\s)?{_DOWN}(?:\sat)?,?\s\(?{_NOTES}\s?{_NUMBERS}|(?:{_SIGNAL}\s)?{_NOTES}\s?{_NUMBERS}{_TURNED_DOWN}"
)
_SUPRA = (
    rf"(?:{_SIGNAL}\s)?{_UP}(?:\sat)?,?\s\(?{_NOTES}\s?{_NUMBERS}|(?:{_SIGNAL}\s)?{_NOTES}\s?{_NUMBERS}{_TURNED}|{_SEE_NOTE}"
    rf"|(?:wie|oben,?)\s(?:Anm\.|Fn\.)\s?{_NUMBERS}|(?<=\()(?:(?:as\sin\s)?nn?\.?|as\sin\snote|(?:wie\s)?(?:Anm|Fn)\.)\s\d{{1,5}}(?=\))|(?<!\bde\s)(?<!\bdi\s)\bsupra\b"
    rf"|(?:(?:see|in|cf\.)\s)?(?:the\s)?(?:previous|preceding|last)\s(?:foot|end)?note\b|vorige\sAnm(?:\.|erkung)"
)
_MARKERS: tuple[tuple[MentionKind, str], ...] = (
    ("opcit", _OPCIT),
    ("loccit", _LOCCIT),
    ("ibid", _IBID),
    ("idem", r"(?:idem|eadem|iidem)\b(?!,?\s\(?(?:eds?|Hrsg|Hgg?)\b)|id\.(?=,\s)(?!,\s\(?(?:eds?|Hrsg|Hgg?)\b)"),
    ("infra", _INFRA),
    ("supra", _SUPRA),
)
_ANY = "|".join(f"(?P<k{index}>{pattern})" for index, (_, pattern) in enumerate(_MARKERS))
MARKER = re.compile(rf"(?<![\w.])(?:{_ANY})", re.IGNORECASE)
_HINTS = listed("""
    ibid ibíd ib. idem eadem id. ebd ebend ebent ivi tamż tamt там cit cyt цит laud. o.c. ead.op. a.o angegeben соч. l.c. eod.loc
    supra t.a.p note nota anm fn fuss прим сноск
""")
"""Case folded and without white space, of which one stands in every marker: a text without is looked at no further."""
_NUMBERED = re.compile(r"nn?\.?\d")
_ALSO = re.compile(r",?\s?\((?:see\s)?(?:n\.|notes?|Anm\.|Fn\.|nota)\s?(?P<n>\d{1,5})[^)]{0,12}\)", re.IGNORECASE)
_YEAR_BEHIND = re.compile(rf"\s\((?P<year>{_YEAR})\)")
_NOTE = re.compile(r"\d+")
_TWO = re.compile(r"(?P<first>\d+)\s?(?P<to>[-–])\s?(?P<last>\d+)")
_PREVIOUS = re.compile(r"previous|preceding|last|vorige", re.IGNORECASE)
_BARE_SEE = re.compile(
    rf"{_SEE_NOTE}|{_SIGNAL}\s(?:{_NOTES}\s?\d|{_UP}|{_DOWN}|(?:the\s)?(?:previous|preceding|last)\s)", re.IGNORECASE
)
_NAME_BEFORE = re.compile(
    rf"(?:(?:Joined\s)?Cases?\s[CTF][-‑–]\d{{1,4}}/\d\d(?:\sP)?,?\s)?(?P<names>(?:{_CAPITAL}[\w’'-]*\.?\s(?:(?:de|von|van|der|di|du|la|of)\s)?){{0,4}}{_CAPITAL}[\w’'-]+"
    rf"(?:\s(?:and|&|und|et|v\.?)\s(?:{_CAPITAL}[\w’'-]*\.?\s){{0,3}}{_CAPITAL}[\w’'-]+)?)(?:\set\sal\b\.?|\sand\sothers)?"
    rf"(?:,?\s{_CAPITAL}\.(?:\s?{_CAPITAL}\.)?(?=[\s,]))?(?P<title>,\s[“‘\"]?{_CAPITAL}[^,;.()]{{3,80}})?(?:\s\(?(?P<year>{_YEAR})\)?)?[\s,]{{1,3}}\(?(?:in\s)?$"
)
_NAME_CIT = re.compile(rf"\s{{0,3}}(?P<name>(?:{_CAPITAL}[\w’'-]*\.?\s){{0,3}}{_CAPITAL}[\w’'-]+),\scit\.(?=,\s|\s?$)")
"""A name with nothing but "cit." behind it; behind a title it belongs to that."""
_WINDOW = 160
_MOST_NOTES = 8
_NOT_AUTHORS = frozenset(
    listed("""
    E.g See In Cf Also And The But Compare Quoted Cited For From By With On Both This Siehe Vgl Cfr Voir Vedi Printed
    Like Wie Chap Chapter Note Notes Contra Accord
""")
)


@dataclass(frozen=True, slots=True)
class BackReference:
    """A back reference's words: its kind, its place, the author named before it, and the note numbers it gives.

    `notes` has the printed numbers in order ("notes 1-3": 1, 2, 3); `note` is the first, None if it gives none.
    `before` says that it names the note before its own in words ("see the previous note"); `year` and `letter` tell
    the author's works apart ("Smith (1990), op. cit.", "Smith 1990b, 12").
    """

    kind: MentionKind
    start: int
    end: int
    author: str | None = None
    title: str | None = None
    notes: tuple[str, ...] = ()
    before: bool = False
    year: int | None = None
    letter: str = ""

    @property
    def note(self) -> str | None:
        """The first note number it gives."""
        return self.notes[0] if self.notes else None


def refers_to_note(text: str, start: int) -> bool:
    """Whether "See note 12" stands here, whose first word is a part of it and not just a signal."""
    return _BARE_SEE.match(text, start) is not None


def refers_back(text: str) -> bool:
    """Whether a text holds a marker."""
    return may_refer_back(text) and MARKER.search(text) is not None


def may_refer_back(text: str) -> bool:
    """Whether a text may hold a marker, at a glance."""
    folded = "".join(text.casefold().replace("ı", "i").split())
    return holds_any(folded, _HINTS) or _NUMBERED.search(folded) is not None


def find_markers(text: str, start: int, end: int) -> list[BackReference]:
    """The back references between two places of a text, each beginning with the name that belongs to it."""
    if not may_refer_back(text[start:end]):
        return []
    found: list[BackReference] = []
    floor = start
    for match in MARKER.finditer(text, start, end):
        if match.start() < floor:
            continue
        kind = next(kind for index, (kind, _) in enumerate(_MARKERS) if match[f"k{index}"])
        if kind in {"ibid", "idem"} and match.group()[0].islower() and not _at_edge(text, match):
            continue
        back = _read(text, match, kind, floor)
        found.append(back)
        floor = back.end
    if not found and (name := _NAME_CIT.match(text, start, end)):
        found.append(BackReference("opcit", name.start("name"), name.end(), name["name"]))
    return found


def _read(text: str, match: re.Match[str], kind: MentionKind, floor: int) -> BackReference:
    words = match.group()
    numbers = _numbers(words)
    begin, author, title, year = match.start(), None, None, None
    if kind in {"opcit", "loccit", "supra", "infra"} and not _opens_with_see(text, match, kind):
        begin, author, title, year = _author(text, max(floor, match.start() - _WINDOW), match.start())
    stop = match.end()
    if text[stop : stop + 1] == ")" and text.count("(", begin, stop) > text.count(")", begin, stop):
        stop += 1
    if author and (dated := _YEAR_BEHIND.match(text, stop)):
        year, stop = dated["year"], dated.end()
    if kind in {"opcit", "loccit", "ibid"} and (also := _ALSO.match(text, stop)):
        numbers, stop = (also["n"],), also.end()
    before = kind == "supra" and bool(_PREVIOUS.search(words))
    return BackReference(kind, begin, stop, author, title, numbers, before, int(year) if year else None)


def _opens_with_see(text: str, match: re.Match[str], kind: MentionKind) -> bool:
    """For "Smith. See note 3": the name before it belongs to something else."""
    before = text[max(0, match.start() - 3) : match.start()].rstrip()
    return (
        kind in {"supra", "infra"}
        and _BARE_SEE.match(text, match.start()) is not None
        and before[-1:] not in {",", "("}
    )


def _numbers(words: str) -> tuple[str, ...]:
    """The note numbers of "notes 1-3" and "notes 4, 6 and 9"; a range too long to mean its members gives its ends."""
    if match := _TWO.search(words):
        first, last = int(match["first"]), int(match["last"])
        if first < last < first + _MOST_NOTES:
            return tuple(str(number) for number in range(first, last + 1))
        return (match["first"], match["last"])
    return tuple(_NOTE.findall(words))


def _at_edge(text: str, match: re.Match[str]) -> bool:
    """Short words like "ivi" or "id." count only where a reference begins or ends, not inside of a word's prose."""
    word = match.group().rstrip(".").casefold()
    if word.startswith(("ibid", "ibíd", "ders", "dies")) or word in {
        "ebd",
        "ebenda",
        "там же",
        "там само",
        "tamże",
        "tamtéž",
    }:
        return not word.startswith("ibidem") or _set_off(text, match)
    return _set_off(text, match)


def _set_off(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 12) : match.start()].rstrip()
    return (
        not before
        or before[-1] in "(;,.:–—["
        or before.rpartition(" ")[2].casefold()
        in {"in", "see", "quoted", "cited", "by", "from", "and", "und", "et", "e", "also"}
    )


def _author(text: str, start: int, end: int) -> tuple[int, str | None, str | None, str | None]:
    """Name, short title and year right before a marker ("Smith, Old Town (1990), op. cit.")."""
    window = text[start:end]
    for candidate in re.finditer(rf"(?<![\w’'.-]){_CAPITAL}", window):
        match = _NAME_BEFORE.match(window, candidate.start())
        if match and match["names"].split()[0].rstrip(".,") not in _NOT_AUTHORS:
            title = match["title"].strip(' ,“‘"') if match["title"] else None
            return start + match.start(), match["names"], title, match["year"]
    return end, None, None, None
