"""The manner of German, Austrian and Swiss lawyers: judgments by court and docket or journal, commentaries by section, bare pages.

After Byrd/Lehmann, Zitierfibel für Juristen, and the rules of the Verlag C. H. Beck: "OLG Elm, Urt. v. 3.5.1990 – 3 U 12/89,
Rn. 5"; "Marsh, in: Reed, BGB, 8. Aufl. 2020, § 823 Rn. 12"; "Marsh, Das Wehr, JZ 1990, 12 (14)"; "Marsh, Das Wehr, Elmer
Zeitschrift 78 (1979) 51 ff.".
"""

import re

from argmap.cite.dates import find_dates
from argmap.cite.hints import holds_any
from argmap.cite.names import family
from argmap.cite.people import read_people
from argmap.cite.work import Work, clean, date_in
from argmap.model import Locator

_YEAR = r"(?:1[89]|20)\d\d"
_ON = r"(?:\s?ff?\b\.?|\s?[-–]\s?\d{1,5})?"
_TOWN = r"[A-ZÄÖÜ][\w.äöüß/-]{2,24}(?:\s(?:am|an\sder)\s[A-Z]\w{2,12}|\s?\([A-Z]\w{2,12}\)|\s?a\.\s?M\.)?"
_COURT = (
    r"(?:BVerfG|BGH|BAG|BSG|BFH|BVerwG|BPatG|RG|ROHG|RAG|EuGH|EuG|EGMR|StGH|VerfGH|GmS-OGB|OGH|VfGH|VwGH|BGer|BVGer|BayObLG|BayVGH|KG"
    rf"|(?:OLG|LG|AG|KG|OVG|VGH|VG|LAG|ArbG|LSG|SG|FG|OGer|HGer)\s{_TOWN})(?:\s\(?(?:GS|GrS|GSZ|Plenum|K)\)?(?=[,\s]))?"
)
_DAY = r"\d{1,2}\.\s?(?:\d{1,2}\.\s?|[A-ZÄ][a-zä]{2,8}\.?\s)(?:1[89]|20)\d\d"
_DECIDED = rf"(?:,\s|\s)(?:[A-Z][a-z]{{0,8}})?(?:[Uu]rt(?:eil|\.)|[Bb]eschl(?:uss|uß|\.)|[Ee]ntsch(?:eidung|\.)|[Vv]erf(?:ügung|\.))\s(?:v(?:om|\.)\s)?(?P<day>{_DAY})"
_DOCKET = (
    r"(?:\s?[–—-]{1,2}\s|,\s|\s)\(?(?:Az\.:?\s|Rs\.\s)?(?P<docket>(?:[IVX]{1,5}[a-z]?|\d{1,2}|[A-Z]{1,3})(?:\s[A-Za-z]{1,6}(?:\s?\([A-Za-z]{1,8}\))?)?\s\d{1,5}/\d{2,4}"
    r"|(?:[CT][-‑–])?\d{1,4}/\d\d)(?:\su\.\s?a\.)?\)?"
)
_IN_REPORTS = rf"(?:,|\s=|:)?\s(?P<journal>[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{{0,10}}(?:-[A-Z]{{1,3}})?)\.?\s(?P<volume>{_YEAR}|\d{{1,3}}),\s(?:Nr\.\s)?(?P<page>\d{{1,6}}){_ON}"
_PIN = rf"(?:\s\((?P<pin>\d{{1,5}}{_ON})(?:\s(?:Rn|Rz|Tz)\.\s?\d{{1,4}})?\)|,\s(?P<pin2>\d{{1,5}}{_ON}))?"
_CALLED = r"(?:,?\s[–—-]{1,2}\s(?P<name>[A-ZÄÖÜ][^–—;()]{1,60}?)(?:\s[–—-](?=[\s,.]|$)|(?=[\s.]*$|,\s(?:Rn|Rz|Tz))))?"
_MARGIN = r"(?:Rn|Rz|Tz|Rdnr|Rdn|RdNr)\.?\s?(?P<margin>\d{1,4}[a-z]?(?:\s?[-–]\s?\d{1,4})?(?:\s?ff?\b\.?)?(?:,\s\d{1,4}(?:\s?ff?\b\.?)?){0,4})"
_JUDGMENT = re.compile(
    rf"(?P<court>{_COURT})(?:{_DECIDED})?(?:{_DOCKET})?(?:{_CALLED})(?:{_IN_REPORTS}{_PIN})?(?:,?\s(?:juris,?\s)?{_MARGIN})?(?:,?\s\(?juris\)?)?(?:{_CALLED.replace('name', 'name2')})[\s.]*"
)
_COURTS = ("BVerfG", "BG", "BAG", "BSG", "BFH", "BVerwG", "RG", "RO", "RAG", "Eu", "EG", "St", "Verf", "Gm", "OGH", "Vf", "Vw", "BPat", "BV",
           "Bay", "KG", "OLG", "LG", "AG", "OVG", "VG", "LAG", "Arb", "LSG", "SG", "FG", "OGer", "HGer")  # fmt: skip
_SECTION = re.compile(
    r"(?:^|,?\s)(?P<place>(?:(?:Vor(?:bem(?:erkung|\.)?)?\s(?:zu\s|vor\s)?)?(?:§§?|Art\.)\s?\d{1,4}[a-z]?(?:\s?ff?\.)?(?:\s(?:Abs\.\s?)?(?:\d{1,2}|[IVX]{1,4})(?=[\s,]))?"
    rf"(?:\s[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{{0,8}}[A-Z]{{1,3}}|\sGG)?|Einl(?:eitung\b|\.)?)?,?\s?{_MARGIN})[\s.)]*$"
)
_EDITION = re.compile(
    rf"(?:,?\s\(?(?P<edition>\d{{1,3}}\.\s(?:Aufl(?:age\b|\.)|Ed(?:ition\b|\.)|Lfg\.|EL\b))(?:,?\s(?:Stand:?\s)?(?:\d{{1,2}}\.\s?){{0,2}}(?:[A-ZÄ][a-zä]{{2,8}}\s)?(?P<year>{_YEAR}))?\)?"
    rf"|,?\s\(?(?:Neubearb(?:eitung\b|\.)|Bearb(?:eitung\b|\.)|Stand:?)\s(?:\d{{1,2}}\.\s?){{0,2}}(?:[A-ZÄ][a-zä]{{2,8}}\s)?(?P<issued>{_YEAR})\)?|,?\s\((?P<round>{_YEAR})\)|,\s(?P<bare>{_YEAR}))$"
)
_ROLE = re.compile(r"\s\((?:Hrsg|Hgg?|Begr)\.\)")
_WORD = r"[^\W\d_a-zß-ÿ](?=[\w’'-]{0,30}[a-zß-ÿ])[\w’'-]++"
_LAWYER = rf"(?:(?:von|v\.|van|de|zu)\s)?(?:[A-Z]\.\s?){{0,3}}{_WORD}(?:\s{_WORD})?"
_LAWYERS = re.compile(rf"(?>{_LAWYER}(?:\s?/\s?{_LAWYER}){{0,5}})")
_WITHIN = re.compile(rf"(?P<who>{_LAWYERS.pattern}),\sin:?\s(?P<host>[^()]{{2,120}})")
_STROKE = re.compile(r"(?P<host>[^/,()]{2,40})/(?P<who>[^/,()]{2,40})(?:,\s(?P<title>[^()]{2,120}))?")
_CODE = re.compile(r"(?:[A-ZÄÖÜ][\wÄÖÜäöü/-]*[A-Z]\w*|GG)(?:\s[A-Z]\w*)?(?:\sKommentar)?")
_IN_JOURNAL = re.compile(
    rf"(?P<who>{_LAWYERS.pattern}),\s(?:(?P<title>[^“”„\"]{{4,240}}?),\s)?(?P<journal>[A-ZÄÖÜ][^,()\d“”„\"]{{1,70}}?)\s"
    rf"(?:(?P<volume>\d{{1,4}})\s\((?P<year>{_YEAR})\),?\s|(?P<annual>{_YEAR}),\s)(?:S\.\s)?(?P<page>\d{{1,5}}{_ON})"
    rf"(?:\s\((?P<pin>\d{{1,5}}{_ON})\)|,\s(?P<pin2>\d{{1,5}}{_ON}))?[\s.]*"
)
_IN_BOOK = re.compile(
    rf"(?P<who>{_LAWYERS.pattern}),\s(?P<title>[^“”„\"]{{4,240}}?)(?P<mark>[,?!]{{1,2}})\s[Ii]n:\s(?P<host>[^“”„\"]{{2,200}}?)"
    rf"(?:\s\((?P<place>[^()\d]{{2,60}}?),?\s(?P<year>{_YEAR})\))?\s(?P<page>\d{{1,5}}{_ON})(?:\s\((?P<pin>\d{{1,5}}{_ON})\))?[\s.]*"
)
_EDITED = re.compile(rf"(?P<who>{_LAWYERS.pattern})\s\((?:Hrsg|Hgg?|eds?)\.?\),\s")
_VOLUME = re.compile(r"\s(?:Bd|Vol|Band)\.?\s(?P<volume>\d{1,3}|[IVXLC]{1,6})$")
_ELSE = re.compile(r"\b(?:[Vv]gl|[Ss]iehe|ff|Hrsg|hrsg|S|pp?)\.\s|(?:^|\s)in:?\s$|\sin:\s|[;]|\(\d{4}\)\s\d")
"""What no title holds: other references, pages, what it is printed in."""
_INITIALS_FIRST = re.compile(r"(?:[^\W\d_]\.\s?){1,3}:")
_NUMBER_LAST = re.compile(r"(?<!\bBd\.)(?<!\bVol\.)(?<!\bBand)\s(?:\d{1,4}|[IVXLC]{1,6})$", re.IGNORECASE)
_THE_SAME_FIRST = re.compile(r"(?:ders|dies)\.", re.IGNORECASE)
_ALL_PAGES = re.compile(r"\d\s?[-–]\s?\d")
_ANNUAL = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,6}[A-Z][A-Za-z]{0,5}(?:-[A-Z]{1,3})?|Jura|Gruchot|Rpfleger")
"""A journal by its letters, whose volumes are years: "JZ 1990, 12"."""
_GIVEN = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w’'-]{1,14}|[A-Z]\.)(?:\s[A-Z]\.)?")
_LONGEST = 420


def read_lawyers(words: str) -> Work | None:
    """Read a whole stretch as a reference in this manner; None if it is none."""
    words = words.rstrip(" –—-")
    if len(words) > _LONGEST or not words[:1].isupper():
        return None
    if words.startswith(_COURTS) and (found := _judgment(words)):
        return found
    if holds_any(words, ("Rn", "Rz", "Rdn", "RdNr", "Tz")) and (found := _commentary(words)):
        return found
    return (_chapter(words) or _article(words)) if words.rstrip(" .)f").endswith(tuple("0123456789")) else None


def _judgment(words: str) -> Work | None:
    match = _JUDGMENT.fullmatch(words)
    if match is None or not (match["docket"] or match["day"] or match["page"]):
        return None
    if match["journal"] and not (_ANNUAL.fullmatch(match["journal"]) or match["journal"] == "Slg"):
        return None
    annual = match["volume"] if match["volume"] and len(match["volume"]) == len("1990") else None
    work = Work({"type": "legal_case", "authority": match["court"]})
    work.put(
        title=match["name"] or match["name2"],
        number=match["docket"],
        container_title=match["journal"],
        volume=None if annual else match["volume"],
        page=match["page"],
        issued=find_dates(match["day"])[0].date if match["day"] and find_dates(match["day"]) else date_in(annual or ""),
    )
    if place := match["pin"] or match["pin2"]:
        work.locator = Locator(label="page", value=_tight(place))
    elif match["margin"]:
        work.locator = Locator(label="section", value=_tight(match["margin"]))
    elif match["page"]:
        work.locator = Locator(label="page", value=match["page"])
    return work


def _commentary(words: str) -> Work | None:
    """A commentary by its section and margin number, or a textbook by its margin number."""
    place = _SECTION.search(words)
    head = _ROLE.sub("", words[: place.start()].rstrip(" ,")) if place else ""
    edition = _EDITION.search(head)
    head = head[: edition.start()] if edition else head
    sectioned = place is not None and place["place"][0] in "§AVE"
    work = _part(head) or _whole(head) if sectioned or edition else None
    if work is None or place is None:
        return None
    if edition:
        year = edition["year"] or edition["issued"] or edition["round"] or edition["bare"] or ""
        work.put(edition=edition["edition"], issued=date_in(year))
    work.locator = Locator(
        label="other" if sectioned else "section", value=_tight(place["place" if sectioned else "margin"])
    )
    return work


def _part(head: str) -> Work | None:
    """Who wrote of a section, and in what: "Marsh, in: Reed, BGB"; "Reed/Marsh, BGB"; "MüKoBGB/Marsh"."""
    if within := _WITHIN.fullmatch(head):
        editors, comma, title = within["host"].partition(", ")
        if not (comma and _LAWYERS.fullmatch(editors)):
            editors, title = "", within["host"]
        return _work(within["who"], title, editors)
    stroke = _STROKE.fullmatch(head)
    if stroke is None or not _LAWYERS.fullmatch(stroke["who"]):
        return None
    title = stroke["title"] or stroke["host"]
    if not _CODE.fullmatch(title) and (stroke["title"] or not _LAWYERS.fullmatch(stroke["host"])):
        return None
    return _work(stroke["who"], title, stroke["host"] if stroke["title"] else "")


def _whole(head: str) -> Work | None:
    """Authors and the title of their book."""
    who, comma, title = head.partition(", ")
    if not comma or not _LAWYERS.fullmatch(who) or not title[:1].isupper() or not title[1:2].isalpha():
        return None
    return _work(who, title, "")


def _work(who: str, title: str, editors: str) -> Work:
    authors = read_people(who)
    work = Work({"author": authors, "title": clean(title), "type": "book"})
    if editors and {family(name) for name in read_people(editors)} != {family(name) for name in authors}:
        work.put(editor=read_people(editors))
    return work


def _article(words: str) -> Work | None:
    match = _IN_JOURNAL.fullmatch(words)
    if match is None or (match["annual"] and not _ANNUAL.fullmatch(match["journal"])):
        return None
    title, journal = match["title"] or "", match["journal"]
    if _ELSE.search(title) or journal.startswith(("in ", "In ", "in: ")) or not (title or match["annual"]):
        return None
    author, title = _with_given(match["who"], title)
    work = Work({"author": read_people(author), "type": "article-journal", "container_title": clean(journal)})
    work.put(title=clean(title), volume=match["volume"], issued=date_in(match["year"] or match["annual"]))
    work.put(page=match["page"].rstrip(" f."))
    work.locator = Locator(label="page", value=_tight(match["pin"] or match["pin2"] or match["page"]))
    return work


def _chapter(words: str) -> Work | None:
    """A part by its first page, and by the page that is meant in a bracket: "in: Reed/Dale 3 (9 ff.)"."""
    match = _IN_BOOK.fullmatch(words)
    if match is None or _ELSE.search(match["title"]) or not (match["year"] or _LAWYERS.fullmatch(match["host"])):
        return None
    if _as_historians_cite(match["title"], match["host"], match["page"]):
        return None
    author, title = _with_given(match["who"], match["title"] + match["mark"].strip(","))
    work = Work({"author": read_people(author), "title": clean(title), "type": "chapter"})
    host = match["host"]
    if edited := _EDITED.match(host):
        work.put(editor=read_people(edited["who"]))
        host = host[edited.end() :]
    if volume := _VOLUME.search(host):
        work.put(volume=volume["volume"])
        host = host[: volume.start()]
    work.put(container_title=clean(host), publisher_place=match["place"], issued=date_in(match["year"] or ""))
    work.locator = Locator(label="page", value=_tight(match["pin"] or match["page"]))
    return work


def _as_historians_cite(title: str, host: str, page: str) -> bool:
    """What lawyers do not write: initials and a colon before the title, a journal with its volume, all the pages of a part."""
    numbered = _NUMBER_LAST.search(title) or _NUMBER_LAST.search(host)
    return bool(_INITIALS_FIRST.match(title) or numbered or _THE_SAME_FIRST.match(host) or _ALL_PAGES.search(page))


def _with_given(author: str, title: str) -> tuple[str, str]:
    """Take the given name off a title: "Marsh, Ada, Das Wehr"."""
    first, comma, rest = title.partition(", ")
    return (f"{author}, {first}", rest) if comma and "/" not in author and _GIVEN.fullmatch(first) else (author, title)


def _tight(place: str) -> str:
    return re.sub(r"\s?([-–])\s?", r"\1", place).rstrip(" .") if not place.endswith("f.") else place.rstrip(".")
