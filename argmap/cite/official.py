"""Official papers by the numbers they are known by: parliaments' debates, documents of the United Nations, series of diplomatic papers.

By the shapes of the Chicago Manual of Style (17th ed., 14.281-14.303), OSCOLA (4th ed., 3.4) and the United Nations Editorial Manual.
To add one, add a row: what it begins with, and what may stand behind that, in any order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.cite.ancient import find_ancient
from argmap.cite.drafts import talks
from argmap.cite.hints import holds_any
from argmap.cite.legal import Legal, find_legal
from argmap.cite.names import read_names
from argmap.cite.union import find_union
from argmap.cite.work import Work, clean, date_in
from argmap.model import Locator, LocatorLabel, Name

_YEAR = r"(?:1[4-9]|20)\d\d"
_RANGE = r"\d{1,5}(?:\s?[-–]\s?\d{1,5})?(?:W[AS])?"
_DAY = re.compile(
    rf"\(?(?P<date>(?:\d{{1,2}}(?:st|nd|rd|th)?\s[A-Z][a-z]{{2,8}}\.?|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}(?:[-–]\d{{1,2}})?,)\s{_YEAR}|{_YEAR})\)?(?![\w–-])"
)
_SERIES = re.compile(
    r"\(?(?P<series>(?:\d(?:st|nd|rd|th|d)|first|second|third|fourth|fifth|sixth|new)\s[Ss]er(?:ies|\.)|\ds\.)\)?"
)
_VOLUME = re.compile(r"(?:[Vv]ol(?:ume|\.)?|Bd\.)\s(?P<volume>\d{1,4}|[IVXLC]{1,8})(?!\w)")
_ROMAN_VOLUME = re.compile(r"(?P<volume>[IVXLC]{1,6})(?=:\s?\d|,\s(?:pp?\.|\d|[A-Z]))")
_PART = re.compile(r"(?:[Pp]t|[Pp]art)\.?\s(?P<part>\d|[IVX]{1,4})(?!\w)")
_COLUMNS = re.compile(rf"(?:cc?|[Cc]ols?|[Cc]olumns?)\.?\s?(?P<column>{_RANGE})")
_VOLUME_PAGES = re.compile(rf"(?P<volume>\d{{1,3}}|[IVXLC]{{1,6}}):\s?(?P<page>{_RANGE})")
_PAGES = re.compile(rf"(?:(?:pp?\.|S\.)\s?)?(?P<page>[EHS]?{_RANGE})(?![\w/]|\s[A-Z])")
_LABELLED_PAGES = re.compile(rf"(?:pp?|S)\.\s?(?P<page>{_RANGE})")
_NUMBER = re.compile(r"(?:[Dd]oc(?:ument|\.)|[Nn]o\.)\s(?P<item>\d{1,4})(?!\w)")
_ORDINAL = r"\d{1,3}(?:st|nd|rd|th|d)\s"
_SESSION = re.compile(
    rf"(?P<session>{_ORDINAL}[Cc]ong(?:ress|\.),\s{_ORDINAL}[Ss]ess(?:ion|\.)|{_ORDINAL}(?:[Cc]ong(?:ress|\.)|[Ss]ess(?:ion|\.)|(?:[Pp]lenary\s)?(?:[Mm]eeting|[Mm]tg\.?))"
    r"|(?:\d{1,2}\.\s(?:WP|Wahlperiode),\s)?\d{1,3}\.\sSitzung)(?!\w)"
)
_IMPRINT = re.compile(
    rf"\((?P<place>[A-Z][\w., ]{{1,40}}?)(?::\s(?P<publisher>[^():;]{{2,80}}?))?,\s(?P<printed>{_YEAR})\)"
)
_VOLUME_TITLE = re.compile(
    r"(?P<volume_title>(?!Doc|Part\b|Pt\b|No\b)[A-Z][\w’'-]+(?:[ ,;]{1,2}(?!Doc|Part\b|Pt\b|No\b)(?:and|of|the|in|\d{4}[-–]\d{2,4}|[A-Z][\w’'-]+)){0,9})(?=,?\s(?:\(|[Pp]t\.?\s|[Pp]art\s|[Dd]oc|[Nn]o\.|pp?\.|\d)|[.;]|$)"
)
_BETWEEN = re.compile(r"[,.:;]?\s{1,2}|:|(?=\()")
_MOST_PARTS = 8
_DEBATES = r"(?:Deb(?:ates?|\.)?(?!\w))"
_CHAMBER = r"(?:HC|HL|H\.\s?C\.|H\.\s?L\.|Commons|Lords|House\sof\s(?:Commons|Lords))"
_SYMBOL = r"(?:S|A|E|T|ST|TD|CCPR|CERD|HRC|DP)/[A-Z\d][\w.-]*(?:/[\w.()-]*\w\)?)*(?:\([IVX]{1,6}\))?(?:/[\w.-]*\w)?"
_ORGAN = r"(?:UN|U\.N\.|United\sNations|Security\sCouncil|General\sAssembly|UNSC|UNGA)"


@dataclass(frozen=True, slots=True)
class _Papers:
    """A kind of papers: how its citations begin, the fields that they share, and what may stand behind."""

    hints: tuple[str, ...]
    """One of these is in each: a text without them is looked at no further."""
    begins: re.Pattern[str]
    fields: dict[str, str]
    parts: tuple[re.Pattern[str], ...]
    least: int = 1
    """How many parts there must be."""


_BARE_VOLUME = re.compile(r"(?P<volume>[ivxlcIVXLC]{1,8}|\d{1,4})(?=,?\s(?:cc?|[Cc]ols?|[Cc]olumns?)\.?\s?\d|,?\s\()")
_CONG_DOC = re.compile(
    r"(?P<number>(?:H|S|House|Senate)\.?\s(?:Doc|Rep|Misc\.\sDoc|Exec\.\sDoc)\.\s(?:[Nn]o\.\s)?\d{1,4})(?!\w)"
)
_HANSARD = (_SERIES, _DAY, _VOLUME, _COLUMNS, _LABELLED_PAGES, _BARE_VOLUME)
_ROWS: tuple[_Papers, ...] = (
    _Papers(
        ("Deb", "Hansard"),
        re.compile(
            rf"(?:Hansard,?\s)?(?<!(?<!Hansard),\s)(?P<authority>{_CHAMBER})\s{_DEBATES}"
            rf"|(?:Hansard(?:\sParl(?:iamentary|\.)\s{_DEBATES})?|Parl(?:iamentary|\.)\s{_DEBATES}),?\s\(?(?P<authority2>{_CHAMBER})\)?(?!\w)"
            r"|Hansard(?!\w)"
        ),
        {"type": "hearing", "title": "Parliamentary Debates"},
        _HANSARD,
        least=2,
    ),
    _Papers(
        ("Deb",),
        re.compile(rf"(?P<volume>\d{{1,4}})\s(?P<authority>H\.\s?C\.|H\.\s?L\.)\s{_DEBATES}"),
        {"type": "hearing", "title": "Parliamentary Debates"},
        _HANSARD,
    ),
    _Papers(
        ("Cong",),
        re.compile(r"(?:(?P<volume>\d{1,3})\s)?(?:Cong(?:ressional|\.)\sRec(?:ord|\.))(?!\w)"),
        {"type": "hearing", "title": "Congressional Record"},
        (_SESSION, _DAY, _VOLUME, _PART, re.compile(r"(?P<volume>\d{2,3})(?=,?\s(?:\(|pt))"), _LABELLED_PAGES, _PAGES),
    ),
    _Papers(
        ("Cong", "cong"),
        re.compile(rf"(?P<session>{_ORDINAL}[Cc]ong(?:ress|\.)(?:,\s{_ORDINAL}[Ss]ess(?:ion|\.))?)(?!\w)"),
        {"type": "hearing"},
        (_DAY, _VOLUME, _PART, _CONG_DOC, _LABELLED_PAGES, _PAGES),
    ),
    _Papers(
        ("Cong", "cong"),
        re.compile(
            rf"(?P<number>(?:H\.\s?R\.|S\.|H\.)(?:\s(?:Rep|Doc|Exec\.\sDoc|Res|Con\.\sRes|J\.\sRes)\.)?\s(?:[Nn]o\.\s)?\d{{1,4}}(?:[-–]\d{{1,4}})?)(?=,\s{_ORDINAL}[Cc]ong)"
        ),
        {"type": "report"},
        (_SESSION, _DAY, _LABELLED_PAGES, _PAGES),
    ),
    _Papers(
        ("Bundestag",),
        re.compile(
            r"(?:Verhandlungen\sdes\s(?:Deutschen\s)?Bundestage?s|Deutscher\sBundestag)(?:,\s(?:Stenographische|Sten\.)\s?Ber(?:ichte?|\.))?"
        ),
        {"type": "hearing", "title": "Verhandlungen des Deutschen Bundestages"},
        (_SESSION, _VOLUME, re.compile(r"(?P<date>\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z][a-zä]+)\s?(?:1[89]|20)\d\d)"), _LABELLED_PAGES),
        least=2,
    ),
    _Papers(
        ("/",),
        re.compile(rf"{_ORGAN}(?:,?\s[Dd]oc(?:ument|\.)?s?)\.?,?\s(?:[Nn]o\.\s)?(?P<number>{_SYMBOL})"),
        {"type": "report", "authority": "United Nations"},
        (_SESSION, _DAY, _LABELLED_PAGES),
        least=0,
    ),
    _Papers(
        ("/",),
        re.compile(r"(?P<number>(?:S|A)/(?:RES|PV|PRST)[/.][\w.]{1,8}(?:\([IVX]{1,6}\))?(?:/\w{1,5})?)"),
        {"type": "report", "authority": "United Nations"},
        (_SESSION, _DAY, _LABELLED_PAGES),
        least=0,
    ),
    _Papers(
        ("S/", "A/", "E/"),
        re.compile(r"(?<=, )(?P<number>[SAE]/\d{4,5}(?:/(?:Rev|Add|Corr)\.\s?\d{1,2})*)(?=[,.;()]|\s\(|$)"),
        {"type": "report", "authority": "United Nations"},
        (_SESSION, _DAY, _LABELLED_PAGES),
        least=0,
    ),
    _Papers(
        ("Res", "res"),
        re.compile(
            r"(?:UN\s)?(?P<authority>Security\sCouncil|General\sAssembly|UNSC|UNGA)\s[Rr]es(?:olution|\.)?\s(?P<number>\d{1,4}(?:\s?\([IVX]{1,6}\))?)(?!\w)"
        ),
        {"type": "report", "genre": "resolution"},
        (_DAY, re.compile(r"[“\"][^”\"]{3,120}[”\"]"), re.compile(rf"(?:UN\s[Dd]oc\.?\s)?(?P<symbol>{_SYMBOL})")),
        least=0,
    ),
    _Papers(
        ("FRUS", "Foreign Relations", "For. Rel."),
        re.compile(
            rf"(?:US(?:\sDepartment\sof\sState)?,?\s)?(?:FRUS|Foreign\sRelations\sof\sthe\sUnited\sStates|For\.\sRel\.)[,:]?\s(?P<coverage>{_YEAR}(?:[-–]\d{{2,4}})?)(?!\w)"
        ),
        {"type": "book", "title": "Foreign Relations of the United States"},
        (_VOLUME, _VOLUME_PAGES, _ROMAN_VOLUME, _PART, _IMPRINT, _NUMBER, _VOLUME_TITLE, _PAGES),
    ),
    _Papers(
        ("COM", "SWD", "SEC", "JOIN"),
        re.compile(r"(?<!\w)(?P<number>(?:COM|SWD|SEC|JOIN)\s?\((?=(?P<printed>(?:19|20)\d\d))\d{4}\)\s?\d{1,4}(?:\s[Ff]inal)?)(?![\w/])"),
        {"type": "report", "authority": "European Commission"},
        (_DAY, _LABELLED_PAGES),
        least=0,
    ),
    _Papers(
        ("Cm", "Cd", "C."),
        re.compile(r"(?<!\w)(?P<number>(?:Cmnd|Cmd|Cm|Cd|C)\.?\s\d{3,5})(?!\w)"),
        {"type": "report", "genre": "command paper"},
        (_DAY, _IMPRINT, _LABELLED_PAGES),
    ),
)  # fmt: skip
_ANY_HINT = re.compile("|".join(sorted({re.escape(hint) for row in _ROWS for hint in row.hints})))
_ANY_DIGIT = re.compile(r"\d")
_MOST = 100
_LONGEST_TITLE = 25
_LONGEST_OPENING = 300
_TESTIMONY = re.compile(
    r"(?:Testimony|Statement|Remarks|Evidence|Speech)\s(?:of|by)\s[^,;()]{3,60}(?:,\s[A-Z][^,;()]{2,40}){0,2}?,\sin\s"
)
"""What was said in a hearing, before that."""
_CHAMBERS = {"C": "House of Commons Debates", "L": "House of Lords Debates"}
_LABELS: dict[str, LocatorLabel] = {"column": "column", "page": "page", "item": "other"}


def find_public(text: str) -> list[Legal]:
    """All cases, statutes, official papers and old texts in a text in order, none inside another. Linear in the text."""
    if not _ANY_DIGIT.search(text):
        return []
    found = [*find_legal(text), *find_union(text), *_papers(text), *find_ancient(text)]
    out: list[Legal] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not out or one.start >= out[-1].end:
            out.append(one)
    return out


def opens(text: str) -> bool:
    """Whether a text begins with a case, a statute, official papers or an old text."""
    return any(one.start == 0 for one in find_public(text[:_LONGEST_OPENING]))


def papers_in(text: str) -> list[tuple[int, int]]:
    """Where the official papers and old texts of a text stand, whose titles are read by their words."""
    return [(one.start, one.end) for one in (*_papers(text), *find_ancient(text))] if _ANY_DIGIT.search(text) else []


def titled(words: str) -> tuple[tuple[Name, ...], str] | None:
    """Author and title of a report before its number: "A. Reed, Report on Grain, Cmd. 1234"; None for words that are none."""
    if spoken := _TESTIMONY.match(words):
        words = words[spoken.end() :]
    names = read_names(words)
    author = names.names[0] if names.names else Name()
    signed = bool((author.given or author.literal) and words[names.end :].strip(" ,")) and words[names.end] == ","
    title = clean((words[names.end :] if signed else words).rstrip(" ("))
    fits = title[:1].isupper() and 1 < len(title.split()) <= _LONGEST_TITLE and not talks(title)
    return (
        (names.names if signed else (), title)
        if fits and words.rstrip()[-1:] in {",", "”", '"', "(", "’", "'"}
        else None
    )


def _papers(text: str) -> Iterator[Legal]:
    if not _ANY_HINT.search(text):
        return
    for row in _ROWS:
        if not holds_any(text, row.hints):
            continue
        for count, match in enumerate(row.begins.finditer(text)):
            if count < _MOST and (match.start() == 0 or not text[match.start() - 1].isalnum()):
                said, end, parts = _parts(row, text, match)
                entitled = "title" in row.fields or "number" in said or titled(text[: match.start()])
                if parts >= row.least and entitled:
                    yield Legal(match.start(), end, _work(row, said))


def _parts(row: _Papers, text: str, match: re.Match[str]) -> tuple[dict[str, str], int, int]:
    """What the beginning and the parts behind it say, where the last part ends, and how many there are."""
    said = {name: value for name, value in match.groupdict().items() if value}
    end, count = match.end(), 0
    for _ in range(_MOST_PARTS):
        gap = _BETWEEN.match(text, end)
        start = gap.end() if gap else end
        part = next((found for one in row.parts if (found := one.match(text, start)) and not _said(said, found)), None)
        if part is None:
            break
        said |= {name: value for name, value in part.groupdict().items() if value}
        end, count = part.end(), count + 1
    return said, end, count


def _chamber(said: dict[str, str]) -> str | None:
    """The house of parliament by its last capital: "HC", "H. L.", "House of Commons"."""
    capitals = [char for char in said.get("authority") or said.get("authority2") or "" if char in _CHAMBERS]
    return _CHAMBERS[capitals[-1]] if capitals else None


def _said(said: dict[str, str], part: re.Match[str]) -> bool:
    return bool(said.keys() & {name for name, value in part.groupdict().items() if value})


def _work(row: _Papers, said: dict[str, str]) -> Work:
    """The fields. What years a volume of diplomatic papers covers tells it from its like: they are a part of its title."""
    work = Work()
    coverage = said.get("coverage")
    number = said.get("number") or coverage
    chamber = _chamber(said) if row.fields.get("title") == "Parliamentary Debates" else None
    title = (
        f"{row.fields['title']}, {coverage}"
        if coverage
        else chamber or row.fields.get("title") or (number if row.fields["type"] == "report" else None)
    )
    if row.fields.get("genre") == "resolution":
        title = f"{said['authority']} Resolution {number}"
    work.put(
        title=title,
        number=number,
        authority=None if chamber else said.get("authority") or row.fields.get("authority"),
        volume="/".join(filter(None, (said.get("volume"), said.get("part")))),
        volume_title=clean(said.get("volume_title", "")),
        publisher_place=said.get("place"),
        publisher=said.get("publisher"),
        issued=date_in(said.get("date") or said.get("printed") or ""),
        collection_title=said.get("series"),
        section=said.get("session"),
        genre=row.fields.get("genre"),
        type=row.fields["type"],
    )
    symbol = said.get("symbol")
    work.put(note=symbol, custom={})
    found = next(((label, said[name]) for name, label in _LABELS.items() if name in said), None)
    if found:
        value = re.sub(r"\s", "", found[1])
        work.locator = Locator(label=found[0], value=f"doc. {value}" if found[0] == "other" else value)
    return work
