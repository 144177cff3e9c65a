"""The law of the European Union and of the court at Strasbourg, by its numbers.

"Regulation (EU) 2018/1725 … on mills [2018] OJ L295/39", "Case C-415/11 Elm EU:C:2013:164", "Elm v Reed App no 12345/06 (ECtHR, 5 May 2010)".
After OSCOLA (4th ed., 2.6 and 2.7) and the Interinstitutional Style Guide of the Union.
"""

import re
from collections.abc import Iterator

from argmap.cite.hints import holds_any
from argmap.cite.legal import Legal, name_start
from argmap.cite.locators import best_locator, locators_at
from argmap.cite.work import Work, clean, date_in

UNION = "European Union"
_YEAR = r"(?:19|20)\d\d"
_KIND = r"(?:Regulation|Directive|(?:Framework\s)?Decision|Recommendation)"
_BODY = r"(?:European\sParliament(?:\sand\s(?:of\sthe\s)?Council)?|Council|Commission)"
_ACT = re.compile(
    rf"(?<![\w-])(?:{_BODY}\s)?(?:(?:Delegated|Implementing)\s)?{_KIND}\s"
    rf"(?:\((?:EU|EC|EEC|Euratom)(?:,\s?Euratom)?\)\s(?:N[o°]\.?\s)?(?P<round>\d{{1,4}}/\d{{2,4}})|(?:N[o°]\.?\s)?(?P<bare>\d{{1,4}}/\d{{1,4}})(?:/(?:EC|EEC|EU|JHA|CFSP|Euratom)|(?<=/{_YEAR})|(?<={_YEAR}/\d\d\d)|(?<={_YEAR}/\d\d\d\d)))(?![\w/])"
)
_OF = re.compile(rf"\sof\s(?:the\s)?{_BODY}(?:(?:,|\sand)\sof\sthe\s(?:Council|Commission))*(?=[\s,.;(\[]|$)")
_DAY = re.compile(rf"\s(?:of\s)?(?P<day>\d{{1,2}}\s[A-Z][a-z]{{2,8}}\s{_YEAR})(?!\d)")
_ABOUT = re.compile(
    r"\s(?:on|about|concerning|laying|amending|relating|establishing|as\sregards|with\sregard|supplementing|repealing|implementing|setting|providing|for)\b"
    r"[^\[\]“”‘\";]{3,500}?(?=\s\[|,?\s\(?OJ\s|\s\((?:hereafter|hereinafter|(?:the\s)?[“‘'\"]|[A-Z][\w-]{1,11}\))|,?\s(?:[Aa]rts?|[Aa]rticles?|[Rr]ecitals?|ch|[Aa]nnex)\b\.?\s[\dIVX]|\.?$)"
)
"""What the act is about, as far as the Official Journal, a short name or a place in it."""
_JOURNAL = re.compile(
    rf",?\s\(?(?:\[(?P<year>{_YEAR})\]\s)?OJ\s(?:(?P<year2>{_YEAR})\s)?(?P<series>[LC])\s?-?(?P<volume>\d{{1,4}})(?:,\s(?P<day>\d{{1,2}}\.\d{{1,2}}\.{_YEAR}),\s(?:p\.\s)?|/|,\s(?:p\.\s)?)(?P<page>\d{{1,5}})\)?"
)
_SHORT = re.compile(
    r"\s\((?:here(?:in)?after:?,?\s)?(?:the\s)?(?:[“‘'\"](?P<quoted>[A-Z][^“”‘’'\"()]{1,60})[”’'\"]|(?P<bare>[A-Z][\w&-]{0,15}[A-Za-z](?:\s(?:Act|Directive|Regulation))?))\)"
)
_TITLE_BEFORE = re.compile(r"(?<![\w’'])[A-Z][\w’'-]{1,30}(?:\s[\w’'-]{1,30}){1,20}$")
_CASE_NUMBER = r"[CTF][-‑–]\d{1,4}/\d\d(?:\s(?:P(?:PU)?|RENV|R)(?![\w]))?"
_CASE = re.compile(
    rf"(?<!\w)(?:Joined\s)?Cases?\s(?P<numbers>{_CASE_NUMBER}(?:(?:,?\s(?:and|to|et)\s|,\s){_CASE_NUMBER}){{0,20}}),?\s?"
    rf"(?P<name>[^;\[\]]{{0,160}}?)(?:,?\s\(?(?:ECLI:)?(?P<ecli>EU:[CTF]:{_YEAR}:\d{{1,5}})\)?|,?\s(?P<ecr>\[(?P<year>{_YEAR})\]\sECR(?:-SC)?\s(?P<page>(?:(?:I{{1,2}}|FP)(?:-A-\d)?-)?\d{{1,6}})))"
)
_CASE_SHORT = re.compile(
    rf"(?<!\w)(?:Joined\s)?Cases?\s(?P<numbers>{_CASE_NUMBER}),?\s(?P<name>[A-Z][^,;:.()\[\]]{{1,80}})(?=,|\.?$|\s\[\d)"
)
_STRASBOURG = re.compile(
    rf",?\s(?:\((?:dec|GC)\.?\)\s)?\(?App(?:lication|s|l)?\.?\s[Nn]os?\.?\s(?P<number>\d{{1,6}}/\d\d(?:(?:,|\sand)\s\d{{1,6}}/\d\d){{0,5}})\)?"
    rf"(?:,?\s\((?P<court>ECtHR|EComHR|Eur\.\sCt\.\sH\.R\.|ECHR|Commission\sDecision)(?:\s\[?GC\]?)?,?\s(?P<day>(?:\d{{1,2}}\s[A-Z][a-z]+\s)?{_YEAR})\))"
)
_OPINION = re.compile(r"(?:Opinion\sof\s(?:AG|Advocate\sGeneral)\s[A-Z][\w’' -]{1,40}?)(?:,|\sin)?\s$")
_OPINION_BEHIND = re.compile(
    r",?\s\(?(?P<opinion>Opinion\sof\s(?:AG|Advocate\sGeneral)\s[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,3})\)?"
)
_PLACE_BEFORE = re.compile(
    r"(?<!\w)(?:[Aa]rt(?:icle)?s?\.?|[Rr]ecitals?|[Aa]nnex(?:es)?|[Cc]hapter|[Pp]aras?\.?|[Pp]aragraphs?|[Pp]oints?)\s[\dIVX][\w()–-]{0,12}(?:(?:,\s|\sand\s|\sto\s)\d[\w()–-]{0,12}){0,6}\s(?:of|in)\s(?:the\s)?(?:judgment\sin\s)?$"
)
_COURTS = {
    "C": "Court of Justice of the European Union",
    "T": "General Court of the European Union",
    "F": "European Union Civil Service Tribunal",
}
_HYPHENS = str.maketrans("‑–", "--")
_MOST = 100
_BEFORE = 80
_LONGEST_TITLE = 250


def find_union(text: str) -> Iterator[Legal]:
    """All acts and cases of these courts and bodies in a text; one may stand inside the title of another."""
    if holds_any(text, ("Regulation", "Directive", "Decision", "Recommendation")):
        yield from (_act(text, match) for match in _most(_ACT, text))
    if " OJ " in text:
        yield from _in_journal(text)
    if holds_any(text, ("Case C", "Cases C", "Case T", "Cases T", "Case F", "Cases F")):
        yield from (_case(text, match) for match in _most(_CASE, text))
        yield from (_case(text, match) for match in _most(_CASE_SHORT, text))
    if "App" in text:
        yield from filter(None, (_strasbourg(text, match) for match in _most(_STRASBOURG, text)))


def _most(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return (match for _, match in zip(range(_MOST), pattern.finditer(text), strict=False))


def _act(text: str, match: re.Match[str]) -> Legal:
    end = match.end()
    if by := _OF.match(text, end):
        end = by.end()
    if day := _DAY.match(text, end):
        end = day.end()
    if about := _ABOUT.match(text, end):
        end = about.end()
    work = Work({"type": "legislation", "title": clean(text[match.start() : end]), "authority": UNION})
    work.put(number=match["round"] or match["bare"])
    short = _SHORT.match(text, end)
    end = _printed(text, short.end() if short else end, work)
    if short is None and (short := _SHORT.match(text, end)):
        end = short.end()
    work.put(
        issued=date_in(day["day"]) if day else None, title_short=short["quoted"] or short["bare"] if short else None
    )
    start = _placed(text, match.start(), work)
    return Legal(start, end, work, short=not (day or about or "page" in work.fields))


def _placed(text: str, start: int, work: Work) -> int:
    """Where a mention begins that names the place before the act or case: "Article 5(2) of Directive 2005/29/EC"."""
    low = max(0, start - _BEFORE)
    before = _PLACE_BEFORE.search(text, low, start)
    places = locators_at(text[:start], before.start()) if before else []
    if before is None or not places:
        return start
    work.locator = best_locator(places)
    return before.start()


def _printed(text: str, start: int, work: Work) -> int:
    """The Official Journal behind an act, and where it ends."""
    journal = _JOURNAL.match(text, start)
    if journal is None:
        return start
    when = journal["day"] or journal["year"] or journal["year2"] or ""
    work.put(
        container_title="OJ",
        volume=f"{journal['series']}{journal['volume']}",
        page=journal["page"],
        issued=date_in(when),
    )
    return journal.end()


def _in_journal(text: str) -> Iterator[Legal]:
    """Treaties and charters in the Official Journal, called by their names."""
    for journal in _most(_JOURNAL, text):
        title = _TITLE_BEFORE.search(text, max(0, journal.start() - _LONGEST_TITLE), journal.start())
        if title:
            work = Work({"type": "legislation", "title": clean(title.group()), "authority": UNION})
            yield Legal(title.start(), _printed(text, journal.start(), work), work)


def _case(text: str, match: re.Match[str]) -> Legal:
    get = match.groupdict().get
    start, end = match.span()
    numbers = match["numbers"].translate(_HYPHENS)
    title = clean(text[start : match.end("name")])
    opinion = _OPINION.search(text, max(0, start - _BEFORE), start)
    behind = _OPINION_BEHIND.match(text, end)
    if opinion:
        start = opinion.start()
        title = clean(text[start : match.end("name")])
    elif behind:
        end = behind.end()
        title = f"{title}, {behind['opinion']}"
    ecli = get("ecli")
    work = Work({"type": "legal_case", "title": title, "number": numbers, "authority": _COURTS[numbers[0]]})
    work.put(
        container_title="ECR" if get("ecr") else None,
        page=get("page"),
        note=ecli,
        genre="opinion" if opinion or behind else None,
        issued=date_in(get("year") or (ecli.split(":")[2] if ecli else "")),
    )
    return Legal(_placed(text, start, work), end, work, short=not (ecli or get("ecr")))


def _strasbourg(text: str, match: re.Match[str]) -> Legal | None:
    start = name_start(text, 0, match.start() + 1)
    if start is None:
        return None
    work = Work({"type": "legal_case", "title": clean(text[start : match.start()]), "number": match["number"]})
    work.put(
        authority="European Court of Human Rights" if "Com" not in match["court"] else None,
        issued=date_in(match["day"]),
    )
    return Legal(start, match.end(), work)
