"""Cases and statutes: "Marsh v. Reed, 395 U.S. 575, 580 (1969)", "[1932] AC 562 (HL)", "BVerfGE 7, 198 (204)", "29 U.S.C. § 158".

By the shapes of The Bluebook (21st ed., rules 10 and 12) and OSCOLA (4th ed., 2.1 and 2.4).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from argmap.cite.hints import holds_any
from argmap.cite.lexicon import listed
from argmap.cite.work import Work
from argmap.model import Date, Locator

_YEAR = r"(?:1[4-9]|20)\d\d"
_PIN = r"[A-Z]?\d{1,5}(?:\s?[-–]\s?\d{1,5})?(?:\sn\.?\s?\d{1,3})?(?:,\s\d{1,5}(?!\d)(?:[-–]\d{1,5}(?!\d))?(?!\s[A-Z]))*"
_SERIES = r"(?:\d(?:d|th|st|nd|rd)|2d|3d)"
_US_REPORTER = rf"(?:[A-Z][A-Za-z]{{0,7}}\.[’']?\s?){{1,4}}(?:{_SERIES})?|Cranch"
_KNOWN = re.compile(
    r"(?:U\.\s?S\.|S\.\s?Ct\.|L\.\s?Ed\.(?:\s?2d)?|F\.(?:\s?(?:2d|3d|4th)|\sSupp\.(?:\s[23]d)?|\sApp[’']x)?)$"
)
_CASE_US = re.compile(
    rf"(?<![\d.])(?P<volume>\d{{1,4}})\s(?P<reporter>{_US_REPORTER})\s(?:at\s(?P<at>{_PIN})|(?P<page>\d{{1,5}})(?:(?:,|,?\sat)\s(?P<pin>{_PIN}))?)"
    rf"(?:\s\((?P<court>[^()]{{0,40}}?)\s?(?P<year>{_YEAR})\))?"
)
_PARALLEL = re.compile(
    rf"(?:,\s\d{{1,4}}\s(?:{_US_REPORTER})\s\d{{1,5}}(?:,\s{_PIN})?){{1,3}}(?:\s\((?P<court>[^()]{{0,40}}?)\s?(?P<year>{_YEAR})\))?"
)
"""The same case in other reporters: "141 Elm 12, 20, 105 So. 300, 303 (1925)"."""
_CASE_UK = re.compile(
    rf"(?:\[(?P<square>{_YEAR})\]|\((?P<round>{_YEAR})\))\s(?:(?P<volume>\d{{1,3}})\s)?(?P<reporter>[A-Z](?:[A-Za-z.]{{1,8}})?(?:\s(?:[A-Z][A-Za-z]{{0,5}}|\([A-Z][a-z]+\)))?)"
    r"\s(?P<page>(?:I-)?\d{1,5})(?:,\s\[(?:19|20)\d\d\]\s(?:\d{1,3}\s)?[A-Z][A-Za-z.]{0,8}(?:\s[A-Z][A-Za-z]{0,5}|\s\([A-Z][a-z]+\)){0,2}\s\d{1,5}){0,3}(?:\s\((?P<court>[A-Z][A-Za-z ]{1,14})\))?(?:,?\s(?:\[(?=\d{1,4}(?:[-–]\d{1,4})?\](?![-–]\[))|paras?\.?\s)(?P<para>\d{1,4}(?:[-–]\d{1,4})?)\]?|,?\s(?P<pin>\d{1,5}(?:[-–]\d{1,5})?)(?!\w|\.\d))?"
)
_NEUTRAL = re.compile(r"UK(?:SC|HL|PC|UT|FTT)|EW(?:CA|HC)|NI|CS[IO]H|HCA|SCC|ECR|EU")
_CASE_DE = re.compile(
    r"\b(?P<reporter>BVerfGE|BGHZ|BGHSt|BVerwGE|BAGE|BSGE|RGZ|RGSt|BFHE|VfSlg)\s(?P<volume>\d{1,3}),\s(?P<page>\d{1,4})(?:\s\((?P<pin>\d{1,4}(?:\s?(?:[-–]\s?\d{1,4}|ff?\.))?)\))?"
)
_CODE = re.compile(
    rf"(?<![\d.])(?P<volume>\d{{1,3}})\s(?P<code>U\.\s?S\.\s?C\.(?:\s?A\.)?|C\.\s?F\.\s?R\.)\s(?:§§?\s?|sec(?:tion|\.)\s|pt\.\s)(?P<section>\d[\w.()]*(?:[-–]\d[\w()]*)?)(?:\s\((?P<year>{_YEAR})\))?"
)
_PUBLIC_LAW = re.compile(
    rf"\bPub\.\s?L\.\s(?:No\.\s)?(?P<number>\d{{2,3}}[-–]\d{{1,4}})(?:,\s(?:§§?|tit\.)\s?(?P<section>[\w()]+))?(?:,\s(?P<volume>\d{{1,3}})\sStat\.\s(?P<page>\d{{1,5}})(?:,\s(?P<pin>{_PIN}))?)?(?:\s\((?P<year>{_YEAR})\))?"
)
_ACT = re.compile(
    rf"(?P<title>\b[A-Z][\w’'-]{{2,40}}\s(?:(?:[A-Z][\w’'-]{{0,40}}|of|and|the|for|to|in|on|\([A-Z][^()]{{2,40}}\))\s){{0,8}}Act)\s(?P<year>{_YEAR}),?\s(?:ss?|[Ss]chs?|pts?|regs?|arts?)\.?\s(?P<section>\d[\w()]{{0,12}}(?:[-–]\d[\w()]{{0,8}})?)"
)
_INSTRUMENT = re.compile(
    rf"(?P<title>\b[A-Z][\w’'-]{{2,40}}\s(?:(?:[A-Z][\w’'-]{{0,40}}|of|and|the|for|to|in|on|\([A-Z][^()]{{2,40}}\))\s){{0,12}}(?:Regulations|Order|Rules|Scheme))\s(?P<year>{_YEAR}),?\s\(?(?P<number>(?:SI|SR|SSI|WSI)\s{_YEAR}/\d{{1,4}})\)?"
)
_ACT_ALONE = re.compile(
    rf"(?P<title>\A(?:The\s)?[A-Z][\w’'-]{{2,40}}\s(?:(?:[A-Z][\w’'-]{{0,40}}|of|and|the|for|to|in|on|\([A-Z][^()]{{2,40}}\))\s){{0,8}}Act)\s(?P<year>{_YEAR})(?=[\s.]*\Z)"
)
_REGNAL = re.compile(
    r"\b(?P<number>\d{1,2}(?:\s(?:and|&)\s\d{1,2})?\s(?:Eliz|Hen|Edw?|Geo|Vict?|Will?|Wm|Jac|Jas|Car|Ric|Rich|Anne|Mar|Phil)\.?(?:\s(?:[IVX]{1,4}|\d))?),?\s(?:st\.?\s?\d,\s)?(?:c|cap|ch)\.\s?(?P<section>\d{1,3}|[ivxlc]{1,7})\b"
)
_GAZETTE = re.compile(
    rf"\b(?P<code>RGBl|BGBl|GVBl|GBl|Reichsgesetzblatt|Bundesgesetzblatt)\b\.?(?:\s(?P<year>{_YEAR}))?(?:,?\s(?:Teil\s)?(?P<volume>I{{1,3}}))?(?:,?\s\(?(?P<round>{_YEAR})\)?)?,?\s(?:Nr\.\s\d{{1,4}},?\s)?S\.\s(?P<pin>\d{{1,5}})"
)
_DATED = re.compile(
    r"\b(?P<title>(?:[Ll]oi|[Dd]écret(?:-loi)?|[Oo]rdonnance|[Aa]rrêté)(?:\sn[°o]\s?[\w.-]{1,12})?\sdu\s\d{1,2}(?:er)?\s[a-zéû]{3,9}\s(?P<year>(?:1[4-9]|20)\d\d)"
    r"|(?:[Ll]egge|[Dd]ecreto(?:[ -]legge|\slegislativo)?|d\.\s?lgs\.|R\.D\.(?:L\.)?|[Ll]ey|[Rr]eal\s[Dd]ecreto)\s(?:de\s)?\d{1,2}[°º]?\s(?:de\s)?[a-z]{3,10}\s(?:de\s)?(?P<square>(?:1[4-9]|20)\d\d)"
    r"(?:,\sn\.\s?\d{1,5})?)(?:\s(?:relative?|portant|sur|modifiant|sobre|recante)\s[^,;()]{3,120})?"
    r"(?:,\s(?:J\.?O\.?(?:R\.?F\.?)?|Journal\sofficiel|Bulletin\sdes\slois|G\.?U\.?|Gazzetta\sUfficiale|BOE|Gaceta\sde\sMadrid)\b[^;()p]{0,60})?"
    r"(?:,\s(?:art\.\s?(?P<section>\d{1,4}(?:[-–]\d{1,4})?)|p\.\s?(?P<pin>\d{1,5})))?"
)
_CODE_DE = re.compile(
    r"(?P<section>(?:§§?|Art\.)\s?\d{1,4}[a-z]?(?:\s(?:Abs\.\s?\d{1,2}|[IVX]{1,4}))?(?:\s(?:S\.|Satz|Nr\.)\s?\d{1,2})?)\s(?P<code>(?:[A-ZÄÖÜ][A-Za-zäöü]{0,6}[A-Z]{1,3}|GG)(?!\w))"
)
_REGISTER = re.compile(
    rf"(?:(?P<title>(?:Exec(?:utive|\.)\sOrder|Proclamation)\s(?:No\.\s)?\d[\d,]{{1,6}}\d),?\s)?(?P<volume>\d{{1,3}})\s(?P<code>Fed\.\sReg\.|F\.R\.)\s(?P<page>\d[\d,]{{0,7}}\d)(?:,\s(?P<pin>{_PIN}))?(?:\s\([^()]{{0,40}}?(?P<year>{_YEAR})\))?"
)
"""The register of American orders: "Exec. Order No. 14001, 86 Fed. Reg. 7219 (Jan. 26, 2021)"."""
_PATTERNS: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = (
    # with words of which one must be there: a text without is looked at no further
    ("case", _CASE_US, ()),
    ("case", _CASE_UK, ("[", "(")),
    ("case", _CASE_DE, ("BV", "BG", "BA", "BS", "RG", "BF", "Vf")),
    ("code", _CODE, ("C.",)),
    ("register", _REGISTER, ("Fed. Reg.", "F.R.")),
    ("law", _PUBLIC_LAW, ("Pub",)),
    ("act", _ACT, ("Act",)),
    ("act", _ACT_ALONE, ("Act",)),
    ("instrument", _INSTRUMENT, ("SI ", "SR ", "SSI ", "WSI ")),
    ("regnal", _REGNAL, ("c.", "cap.", "ch.")),
    ("code", _CODE_DE, ("§", "Art.")),
    ("gazette", _GAZETTE, ("Bl", "blatt")),
    ("dated", _DATED, (" du ", "egge ", "ecreto", "lgs", "R.D.", "ey de")),
)
_VERSUS = re.compile(
    r"\s(?:v|vs|c|gegen|contre)\.?\s(?=[A-ZÀ-Ö])|\b(?:In\s[Rr]e|Ex\s[Pp]arte|Matter\sof|Case\s[CT]-\d{1,4}/\d\d)\s(?=[A-ZÀ-Ö])"
)
_PARTY_WORD = re.compile(r"\(?[^\W\d_a-zß-ÿ][\w.,’'&()-]*$|(?:of|the|and|for|&|de|la|et|al\.|ex|rel\.|d/b/a|in|re)$")
_SHIP = re.compile(r"(?:^|[\s;])(?P<name>The\s[A-Z][\w’]+(?:\s[A-Z][\w’]+){0,2})\s$")
"""A case that is called by a ship."""
_CONNECTS = frozenset(listed("of the and for & de la et al. ex rel. in re"))
_SIGNALS = frozenset(
    listed("See In But The Also Cf. E.g., Accord And As With Contra Compare Both Under By That Thus For Unlike Like")
)
_ABBREVIATED = re.compile(r"\b[A-Z][\w’']{0,6}\.\s")
_NAME_WINDOW = 160
_NUMBERED = re.compile(r"(?:Joined\s)?Cases?\s[CTF]-\d{1,4}/\d\d[\s,]{1,2}$")
_CASE_NUMBER = 30
_MOST_PARTY_WORDS = 12
_MOST = 200
_DIGIT = re.compile(r"\d")
_SHORTER = re.compile(r"(?:^|[\s;])(?P<name>(?:[A-Z][\w.’'&-]*\s){0,4}[A-Z][\w’'&-]*),\s$")


@dataclass(frozen=True, slots=True)
class Legal:
    """A case or statute in a text: its place and its fields; `short` if it is cited by a later, shorter form."""

    start: int
    end: int
    work: Work
    short: bool = False


def find_legal(text: str) -> list[Legal]:
    """All cases and statutes of a text in order, none inside another. Linear in the text."""
    if not _DIGIT.search(text):
        return []
    out: list[Legal] = []
    floor = 0
    for kind, match in sorted(_all(text), key=lambda item: (item[1].start(), -item[1].end()))[:_MOST]:
        if match.start() < floor:
            continue
        found = _statute(match, kind) if kind != "case" else _case(text, floor, match)
        if found:
            out.append(found)
            floor = found.end
    return out


def _all(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for kind, pattern, hints in _PATTERNS:
        if hints and not holds_any(text, hints):
            continue
        for match in pattern.finditer(text):
            yield kind, match


def _case(text: str, floor: int, match: re.Match[str]) -> Legal | None:
    get = match.groupdict().get
    reporter = " ".join((get("reporter") or "").split())
    short = get("at") is not None
    end = match.end()
    if match.re is _CASE_US and not get("year") and (also := _PARALLEL.match(text, end)):
        end = also.end()
        get = {**match.groupdict(), "year": also["year"], "court": also["court"]}.get
    start = name_start(text, floor, match.start())
    name = _SHORTER.search(text, max(floor, match.start() - _NAME_WINDOW), match.start()) if short else None
    if start is None and name:
        start = name.start("name")
    sure = _KNOWN.match(reporter) or match.re is _CASE_DE or (match.re is _CASE_UK and _NEUTRAL.match(reporter))
    if start is None and not sure:
        return None
    work = _fields(get, "legal_case", None if start is None else text[start : match.start()].strip(" ,"), reporter)
    if place := get("at") or get("pin"):
        work.locator = Locator(label="page", value=re.sub(r"\s?([-–])\s?", r"\1", place))
    elif para := get("para"):
        work.locator = Locator(label="section", value=para)
    return Legal(match.start() if start is None else start, end, work, short)


def _fields(get: Callable[[str], str | None], kind: str, title: str | None, host: str | None) -> Work:
    year = get("year") or get("square") or get("round")
    work = Work()
    work.put(
        type=kind,
        title=title,
        container_title=host,
        volume=get("volume"),
        page=get("page"),
        authority=(get("court") or "").strip(),
        issued=Date(date_parts=((int(year),),)) if year else None,
    )
    return work


def name_start(text: str, floor: int, end: int) -> int | None:
    """Where the name of the case before a report begins: at the first party, or at "In re"."""
    low = max(floor, end - _NAME_WINDOW)
    found = list(_VERSUS.finditer(text, low, end))
    if not found and (ship := _SHIP.search(text, low, end)):
        return ship.start("name")
    behind = text[found[-1].end() : end] if found else ""
    if not found or ";" in behind or ". " in _ABBREVIATED.sub("", behind):
        return None
    versus = found[-1]
    if not versus.group()[0].isspace():
        return versus.start()
    start = versus.start()
    words = list(re.finditer(r"\S+", text[low : versus.start()]))[-_MOST_PARTY_WORDS:]
    for word in reversed(words):
        if not _PARTY_WORD.match(word.group()) or word.group().endswith((";", "),")) or (word.group() in _SIGNALS):
            break
        start = low + word.start()
    while (first := text[start : versus.start()].partition(" ")[0]) in _CONNECTS and first:
        start += len(first) + 1
    if number := _NUMBERED.search(text, max(floor, start - _CASE_NUMBER), start):
        start = number.start()
    return start if start < versus.start() else None


def _statute(match: re.Match[str], kind: str) -> Legal:
    get = match.groupdict().get
    regnal = kind == "regnal"
    host = get("code") or ("Stat." if get("volume") else None)
    work = _fields(get, "legislation", get("number") if regnal else get("title"), host)
    work.put(
        number=f"Pub. L. No. {get('number')}" if kind == "law" else get("number") if kind == "instrument" else None,
        section=get("section") if regnal else None,
    )
    if kind == "gazette":
        work.put(title=host)
    if page := get("pin") if kind in {"gazette", "dated", "register"} else None:
        work.locator = Locator(label="page", value=page)
    if (section := get("section")) and not regnal:
        work.locator = Locator(label="section", value=section)
    return Legal(match.start(), match.end(), work)
