"""Places inside a source: pages, folios, chapters, paragraphs, as printed.

A place of several levels is one locator. A page or column of a volume is "2:45" (Chicago Manual of Style 17, 14.116), with the
label of the page; other levels stand as printed with the label `other`: "bk. 8, ch. 9".
"""

import re
from dataclasses import dataclass, replace

from argmap.cite.remembered import remembered
from argmap.model import Locator, LocatorLabel

_SIGNATURE = r"(?-i:[A-Z]{1,3}\.?|[a-z]{1,2}|[¶§†*]{1,3})\d{1,2}(?:[rv]\b)?"
"""A leaf of an old print, by the letter of its gathering: "A3v", "A.3v", "¶2r"."""
_SUMMA = r"(?:[123]a(?:[\s-]?2(?:ae|æ))?|(?-i:I{1,3}a?(?:[\s-]?II?(?:ae|æ))?))"
"""Parts of a scholastic Summa, before its questions: "1a 2æ, Q. xciv", "IIa-IIae, q. 78"."""
_SESSION = r"\d{1,3}(?:st|nd|rd|th)?\sCong\b\.?,?\s\d(?:st|nd|rd|th)?\ssess\b\.?,?\s?(?:[ivx]{1,5}\.?\s)?(?:pp?\.)?"
"""Congress and session, before the page: "8 Cong. 1 sess. pp. 820, 876"."""
_QUESTION = r"(?:(?:qu?|quaest)\.\s?(?:\d{1,3}|[ivxlc]{1,8}),\sa\.|(?:qu?|quaest|dist|div)\.)"
_LABELS: tuple[tuple[LocatorLabel, str], ...] = (
    ("page", r"pp?\.|pgs?\.|pages?|p[áa]g(?:g?s?\.|inas?)|blz\.|(?-i:Ss?\.)|стр\.|с\."),
    (
        "folio",
        r"fol?s?\.|fos?(?=\s?\d)|ff?[°º]|folios?|Bll?\.|Blatt|(?-i:cc\.|c\.(?=\s?\d+\s?[rvt]\b)|ff?\.(?=\s?\d+\s?[rvt]\b))|cart[ae]|carte|листы?|лл?\.|(?-i:ll?\.)|[Ll]isty?",
    ),
    ("chapter", r"ch\.|chaps?\.|chapters?|caps?\.|Kap\.|гл\."),
    ("volume", r"vols?\.|volumes?|Bde?\.|tom[eo]?\.?|t\.|т\."),
    (
        "section",
        r"§§?|sect?s?\.|sections?|para?s?\.|paragraphs?|[Aa]rts?\.|[Aa]rticles?|nos?\.|n[úu]ms?\.|Annex|[Pp]arts?|pts?\.",
    ),
    (
        "other",
        rf"(?=\d){_SESSION}|(?=[123i]){_SUMMA},?\s(?:{_QUESTION}|(?:art|a)\.)|(?=[qd]){_QUESTION}|(?:lib|liv|bk|tit|diss|serm|hom|appx?)\.|(?-i:ad)\.?(?=\s?\d{{1,2}}(?!\d))|(?=[rst])(?:sigs?\.?(?=\s{_SIGNATURE})|(?-i:R(?:n|dnr?|z|andnr)\.|Randnummern?|Tz\.)(?=\s?\d))|(?:docs?\.|documents?|maps?|tables?|tab\.|figs?\.|figures?|plates?|pls?\.)(?=\s(?:(?!(?:1\d|20)\d\d(?!\d))\d|(?-i:[IVXLC]+\b)))",
    ),
    ("line", r"lines?|Z\."),
    ("column", r"cols?\.|Sp\."),
    ("note", r"nn?\.|notes?|Anm\."),
)
_SIDE = r"(?:[rv][ab](?![^\W\d_])|bis\b|ter\b|[a-z]|\s?[rv][°º]|\s(?:recto|verso)\b)"
"""Of a leaf, perhaps with its column: "12rb", "12 v°"; and the letter behind a number: "12a"."""
_NUMBER = rf"(?:{_SIGNATURE}|\d++(?:\.\d{{1,3}}(?!\d|\.\d))?{_SIDE}?|[ivxlcdm]+|[IVXLCDM]+|[A-Z]\d+)(?![^\W\d_])(?:\s?\([a-z\d]{{1,3}}\)){{0,3}}"
_ON = r"\s?ff?\b\.?|\s?(?:et\s)?sq?eqq?\b\.?|\s?(?:et\s)?sqq?\b\.?|\s?(?:[ey]\s)?(?:ss|sgg|segg)\b\.?|\set\ssuiv\b\.?"
"""And the pages that follow: "45 ff.", "45 sqq.", "45 et seq.", "45 y ss."."""
AND = r"(?:and|&|und|et|e|y|en|og|och)"
"""What joins two pages, as a regular expression."""
_NO_WORD = rf"(?!\s?(?!{AND}\s)[(\w])"
"""Behind a further page: nothing that it would count ("45 and 12 others")."""
_NOTE_THERE = (
    r"(?:(?:,|,?\sand)\s(?:foot)?notes?(?:\s\d{1,3}\b|(?=\s*(?:[.;,)\]]|$)))|\s\((?:foot)?notes?(?:\s\d{1,3})?\))"
)
"""A note on the page: "p. 505, note 4"."""
_RANGE = rf"{_NUMBER}(?:\s?[-–—⁠]{{1,3}}\s?(?:[rv][ab]?(?![^\W_])|{_NUMBER}))?(?:{_ON})?"
_YEAR = r"(?:1[4-9]|20)\d\d(?!\d)"
_EACH = (
    rf"(?:(?<=[\s(]p\.\s)|(?<=[\s(]pp\.\s)|(?<=[\s(]S\.\s)){_NUMBER}(?:{_ON})?"
    rf"(?:(?:,|,?\s{AND})\s(?:pp?|(?-i:S))\.\s?(?=\d){_RANGE}{_NO_WORD})+"
)
"""Pages with a label before each: "p. 12, p. 15"; behind a range the next one is rather the place within it."""
_VALUE = (
    rf"(?:{_EACH}|{_RANGE})(?:{_NOTE_THERE})?(?:(?:\s?,|,?\s{AND}(?=\s))\s?(?=\d)(?!{_YEAR}){_RANGE}{_NO_WORD}"
    rf"|(?:\s?,|\sand)\s(?=[ivxlc])(?!ici\b)(?-i:[ivxlc]{{1,8}})(?=[\s,.;)]))*"
)
_INITIALS = "§acdfgbhklmnpqstvzгклст"  # of the labels, the page's Cyrillic с among them
_ANY = "|".join(f"(?P<l{index}>{pattern})" for index, (_, pattern) in enumerate(_LABELS))
_GROUPS = tuple((f"l{index}", label) for index, (label, _) in enumerate(_LABELS))
_NO_PERSON = r"(?!(?-i:[A-Z]\.\s?[A-Z]\.\s?[A-ZÀ-Ö][a-zß-ÿ]))"  # "N. V. Marsh"
LOCATOR = re.compile(
    rf"(?<![\w.])(?=[{_INITIALS}]|(?-i:R[adnz])|[123]a[\s,-]|\d{{1,3}}(?:st|nd|rd|th)?\sCong|(?-i:I{{1,3}}[a\s,-])){_NO_PERSON}(?:{_ANY})\s?(?P<value>{_VALUE})",
    re.IGNORECASE,
)
_ROMAN = r"(?=[ivxlc])(?:xc|xl|l?x{0,3}|c{1,3}(?:xc|xl|l?x{0,3}))(?:ix|iv|v?i{0,4})"
_PAGE = rf"(?:\d{{1,5}}(?:[a-z]\b)?|(?![lc]\b){_ROMAN}(?!\.\s?\w)(?!\w))"
_PAGES = rf"{_PAGE}(?:\s?[-–—]\s?{_PAGE})?(?:\s?nn?\.?\s?\d{{1,3}}|{_ON})?(?!\w)(?:{_NOTE_THERE})?"
PAGES = (
    rf"{_PAGES}(?:(?:,|,?\s{AND})\s(?!{_YEAR})(?:(?:\d{{1,2}}|[ivxl]{{1,7}}|[IVXL]{{1,8}}):\s?(?=\d))?{_PAGES}){{0,9}}"
)
"""Pages without a label, as a regular expression: "lviii–lxix, 198–200", those of further volumes too ("239 and II:452")."""
FURTHER = rf"(?:(?:,|,?\s{AND})\s(?!{_YEAR})\d{{1,5}}(?:\s?[-–—]\s?\d{{1,5}})?{_NO_WORD}(?!:|[.–-]\d)){{0,9}}"
"""Pages behind the first of a journal, as a regular expression: "18, 32–35"."""
VOLUME = r"(?P<volume>\d{1,2}(?=:)|[IVXL]{1,8}(?=[:.,])|(?=[ivx])(?:x|ix|iv|v?i{0,3})(?=[:.,]))(?::\s?|\.,\s(?=\d)|[.,]\s(?=\d))"
"""A volume's number before its pages: "2:45", "ii, 45", "ii., 45", "XXVIII, 412"; a small roman one above ten is a page."""
_AT = re.compile(rf"(?:\bat|,)\s(?:{VOLUME})?(?P<value>{PAGES})(?=[\s.,;)]|$)(?!\.\d)")
DOTTED = r"\d{1,3}\.\d{1,4}(?:\.\d{1,3})?(?:[-–]\d{1,4}(?:\.\d{1,4}){0,2})?(?=[\s,;)]|\.?$|\.\s)"
"""Book, chapter and section of an old text, as a regular expression: "1.41", "5.89.2–3"."""
_DOTTED = re.compile(rf"[\s,.;)]{{0,3}}(?P<value>{DOTTED})")
ROMAN_VOLUME = r"(?P<volume>[IVXL]{1,8}|[ivxl]{1,7})"
"""A volume before a labelled page, as a regular expression: "XXVIII, p. 41"."""
_VOLUME_OF = re.compile(rf"{ROMAN_VOLUME}\.?,\s(?=(?:pp?|cols?|fols?)\.\s?\d)")
PART = re.compile(
    r"(?:^|,)\s{0,2}(?P<value>Introduction|Preface|Foreword|Prologue|Conclusions?|Epilogue|Afterword|Postscript|Einleitung|Vorwort|"
    r"(?:Appendix|Anhang)(?:\s(?:[IVX]{1,5}|\d{1,2}|[A-Z])\b)?)(?=[\s.,;)]{0,3}$|[,;]\s)"
)
_SUB = r"(?:\([a-zA-Z\d]{1,4}\)){0,4}"
_NUMBERED = rf"(?:\d{{1,4}}[A-Z]{{0,2}}|[IVX]{{1,5}}){_SUB}"
_UNDOTTED = re.compile(
    r"(?:(?P<section>[Aa]rts?|[Aa]rticles?|ss?|[Ss]ections?|regs?|[Rr]egulations?|rr?|[Rr]ules?|cls?|paras?)|(?P<chapter>chs?)|(?P<other>[Rr]ecitals?|[Aa]nnex(?:es)?|pts?|schs?|[Pp]oints?))"
    rf"\s(?P<value>{_NUMBERED}(?:\s?[-–]\s?{_NUMBERED})?(?:(?:,\s|\sand\s|,\sand\s){_NUMBERED}(?:\s?[-–]\s?{_NUMBERED})?(?![\w/]|\s[A-Z])){{0,9}})(?![\w/])"
)
"""Places in laws and judgments as British lawyers print them, without full stops: "art 6(1)", "ss 3–5", "recital 12"."""
_BRACKETED = re.compile(r"\[(?P<first>\d{1,4})(?:\]\s?[-–]\s?\[(?P<to>\d{1,4})|\s?[-–]\s?(?P<last>\d{1,4}))?\]")
"""Paragraphs of a judgment: "[34]", "[34]–[36]"."""
_DASHES = re.compile(r"\s{0,9}([-–—])[-–—]*\s{0,9}")
_LABEL_AGAIN = re.compile(r"(?<=\s)(?:[Pp]p?|S)\.\s?(?=\d)")
"""Before each page: "p. 127 et p. 130"."""
_PAGED = re.compile(r"(?:vol|Bd|tom|t\.|т\.|ch|cap|Kap|гл|n[úu]m)", re.IGNORECASE)
_PLURAL = re.compile(r"vols|volumes|Bde|chaps\.|chapters|caps|n[úu]ms", re.IGNORECASE)
_YEAR_BETWEEN = re.compile(rf",\s{_YEAR}(?=,\s)")
_YEAR_OPENS = re.compile(rf",?\s(?P<value>{_YEAR}),\s(?=(?:chap|ch|c|cap|art|no|sess|pt)\.\s?[\divxlc]|§)")
"""The year of a volume of laws: "Ibid., 1763, ch. 28"."""
_BEHIND = re.compile(r"(?::\s?|\s)(?P<value>\d{1,5}(?:\s?[-–]\s?\d{1,5})?)(?=\s?(?:[.,;)]|$))")
_IS_YEAR = re.compile(rf"{_YEAR}$")
HEARD = r"(?:[Mm]inutes\sof\s)?(?:[Ee]vidence|[Tt]estimony|[Dd]epositions?|[Ee]xaminations?)\b"
"""What witnesses said, the part of an inquiry's report before its pages: "evidence, p. 9"."""
_JOIN = re.compile(rf"[\s,.:;(]*(?:and\s|{HEARD}[\s,.]{{1,3}}(?=p))?")
_RANK: tuple[LocatorLabel, ...] = (
    "page", "folio", "column", "line", "section", "chapter", "other", "note", "volume",
)  # fmt: skip
_EXACT = frozenset({"page", "folio", "column"})
_IN_VOLUMES = frozenset({"page", "column"})
_IN_ONE = re.compile(r"[^\s,:]+:")
_OF_VOLUME = re.compile(r"(?:\s(?:and|und|et|e|y|en)\s)?[^\s,:]+:\s?")
_APART = 3
_MOST_LEVELS = 8
_NO_NEXT = 10


@dataclass(frozen=True, slots=True)
class Place:
    """A locator, where it stands, and its words as printed, the label among them."""

    start: int
    end: int
    locator: Locator
    words: str = ""


def _place(match: re.Match[str]) -> Place:
    label = next(label for group, label in _GROUPS if match[group])
    value = _DASHES.sub(r"\1", match["value"].replace("\u2060", ""))
    value = _LABEL_AGAIN.sub("", value)
    words = match.group().rstrip(" ,.;")
    return Place(match.start(), match.end(), Locator(label=label, value=words if label == "other" else value), words)


def find_locators(text: str, start: int = 0) -> list[Place]:
    """All labelled locators of a text in order."""
    return list(_locators(text, start))


@remembered
def _locators(text: str, start: int) -> tuple[Place, ...]:
    return tuple(place for match in LOCATOR.finditer(text, start) for place in _read(match))


def _read(match: re.Match[str]) -> list[Place]:
    """One locator, or two: "vol. 2, 45" is a volume and a page in it; "cap. 4, 45" and "núm. 53, 287" likewise."""
    place = _place(match)
    level, comma, page = place.locator.value.partition(", ")
    if not comma or not _PAGED.match(match.group()) or _PLURAL.match(match.group()):
        return [place]
    if place.locator.label != "volume" and not _far_behind(level, page):
        return [place]
    return [
        replace(place, locator=Locator(label=place.locator.label, value=level), words=place.words.rpartition(", ")[0]),
        replace(place, locator=Locator(label="page", value=page), words=page),
    ]


def _far_behind(level: str, page: str) -> bool:
    """Whether a second number cannot be the next chapter: "cap. 4, 45"; not "chap. v, vi", "chap. 3, 5", "núm. 12, 13, 1850"."""
    first, second = (re.match(r"\d+", words) for words in (level, page))
    if second is None or _IS_YEAR.search(page):
        return False
    return first is None or int(second.group()) - int(first.group()) >= _NO_NEXT


def locators_at(text: str, start: int) -> list[Place]:
    """The locators that follow each other from `start` on, with nothing but punctuation or a year between them."""
    found: list[Place] = []
    if opens := _YEAR_OPENS.match(text, start):
        year = opens["value"]
        found.append(Place(opens.start("value"), opens.end("value"), Locator(label="other", value=year), year))
        start = opens.end("value")
    while True:
        if part := PART.match(text, start):
            found.append(
                Place(part.start("value"), part.end(), Locator(label="chapter", value=part["value"]), part["value"])
            )
            start = part.end()
        joined = _JOIN.match(text, start)
        begin = joined.end() if joined else start
        if volume := _VOLUME_OF.match(text, begin):
            found.append(volume_place(volume))
            begin = volume.end()
        match = LOCATOR.match(text, begin)
        if match is None and (of_law := _of_law(text, begin)):
            found.append(of_law)
            start = of_law.end
            continue
        year = None if match or not found else _YEAR_BETWEEN.match(text, start)
        if match is None and year is None:
            return [*found, *_bare(text, start, begin, found)]
        if match:
            found.extend(_read(match))
        start = match.end() if match else year.end() if year else start


def _of_law(text: str, start: int) -> Place | None:
    """A place in a law or a judgment, printed without a full stop or in square brackets."""
    if match := _UNDOTTED.match(text, start):
        label: LocatorLabel = next(label for label in ("section", "chapter", "other") if match[label])
        value = match.group() if label == "other" else _DASHES.sub(r"\1", match["value"])
        return Place(match.start(), match.end(), Locator(label=label, value=value), match.group())
    if match := _BRACKETED.match(text, start):
        last = match["to"] or match["last"]
        value = match["first"] + (f"–{last}" if last else "")
        return Place(match.start(), match.end(), Locator(label="section", value=value), match.group())
    return None


def volume_place(match: re.Match[str]) -> Place:
    """The volume that a match found (its group `volume`)."""
    value = match["volume"]
    return Place(match.start("volume"), match.end("volume"), Locator(label="volume", value=value), value)


def _bare(text: str, start: int, begin: int, found: list[Place]) -> list[Place]:
    """A page without a label: ", 45", ", ii, 45", also behind a chapter or volume."""
    if not found and (dotted := _DOTTED.match(text, start)):
        value = dotted["value"]
        return [Place(dotted.start("value"), dotted.end(), Locator(label="section", value=value), value)]
    match = _AT.match(text, begin) or _AT.match(text, start)
    if match is None or (
        found and (found[-1].locator.label not in {"chapter", "volume"} or _IS_YEAR.match(match["value"]))
    ):
        return []
    return bare_places(match)


def bare_places(match: re.Match[str]) -> list[Place]:
    """The pages that a match of `PAGES` (its group `value`) found, and the volume before them (its group `volume`)."""
    value = _DASHES.sub(r"\1", match["value"])
    page = Place(match.start("value"), match.end(), Locator(label="page", value=value), value)
    volume = match["volume"]
    if not volume:
        return [page]
    return [volume_place(match), page]


def page_after(text: str, start: int) -> list[Place]:
    """A bare page right behind a back reference ("Ibid 45", "Ibid: 45"), where nothing else can be meant: no day, no year."""
    match = _BEHIND.match(text, start)
    if match is None or _IS_YEAR.match(match["value"]):
        return []
    return [Place(match.start("value"), match.end(), Locator(label="page", value=match["value"]))]


def best_locator(places: list[Place]) -> Locator | None:
    """One locator of several: the most exact of them, with the levels above it that stand right before it."""
    if not places:
        return None
    best = min(places, key=lambda place: _RANK.index(place.locator.label))
    if best.locator.label in _IN_VOLUMES:
        volume = next((one.locator.value for one in places if one.locator.label == "volume"), None)
        return best.locator if volume is None else _in_volume(volume, best.locator)
    if best.locator.label in _EXACT:
        return best.locator
    chain = _chain(sorted(places, key=lambda place: place.start), best)
    if len(chain) == 1:
        return best.locator
    return Locator(label="other", value=", ".join(place.words for place in chain))


def _in_volume(volume: str, page: Locator) -> Locator:
    return page if _IN_ONE.match(page.value) else page.model_copy(update={"value": f"{volume}:{page.value}"})


def _chain(places: list[Place], best: Place) -> list[Place]:
    """The places around one that nothing but a comma divides, each label once, those without a name of their own several times."""
    chain: list[Place] = []
    for place in places:
        fits = 0 < len(chain) < _MOST_LEVELS and place.start - chain[-1].end <= _APART
        if not fits or place.locator.label in {one.locator.label for one in chain if one.locator.label != "other"}:
            if best in chain:
                break
            chain = []
        if place.words:
            chain.append(place)
    return chain if best in chain else [best]


def pages(locator: Locator | None) -> tuple[int, int] | None:
    """First and last page of a page locator, an abbreviated range ("351-2") written out; None for anything else.

    Of pages in several volumes those in the first.
    """
    if locator is None or locator.label != "page":
        return None
    first = next((part for part in _OF_VOLUME.split(locator.value) if part), "")
    numbers = re.findall(r"\d+", first)
    if not numbers:
        return None
    return page_range(numbers[0], numbers[-1])


def volume_of(locator: Locator | None) -> str | None:
    """The volume of "2:45"."""
    volume = locator.value.partition(":")[0] if locator and locator.label == "page" and ":" in locator.value else None
    return volume or None


def page_range(first: str, last: str) -> tuple[int, int]:
    """Expand "351", "2" to (351, 352)."""
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(first[-9:]), int(last[-9:])
