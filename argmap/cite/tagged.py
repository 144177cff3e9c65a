"""References read by the tagger: the fields of its labelled stretches. Which references those are, says `continental`."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.cite.anchors import find_genre, paper_kind
from argmap.cite.bodies import read_body
from argmap.cite.dates import find_dates
from argmap.cite.details import GERMAN, take_edition
from argmap.cite.hosts import IN_OWN, put_self
from argmap.cite.lexicon import TOWNS, listed
from argmap.cite.locators import best_locator, find_locators
from argmap.cite.names import THE_SAME, read_names
from argmap.cite.people import read_people
from argmap.cite.pins import several_pages
from argmap.cite.work import Work, clean
from argmap.model import Date, Locator

if TYPE_CHECKING:
    from argmap.cite.tagger import Reading, Tagged

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = frozenset(
    listed("""
    di del della dei delle degli dello dell nel nella nelle negli nell il lo gli le la un una uno e per con alla al
    allo alle agli dal dalla dalle sul sulla sulle tra fra cura cit cfr ivi secolo storia busta filza registro carta
    du des les et aux au une dans sur pour par chez siècle histoire edition
    der die das und zur zum im den dem des ein eine einer von vom über für bis geschichte jahrhundert hrsg bd
    el los las y en por con una desde hasta siglo historia legajo
    de ad et cum ex
    и в на по из для от до при об история под ред
""")
)
_ENGLISH = frozenset(
    listed("""
    the of and to with from on by an for at as new eds press university edited
""")
)
_VERBS = frozenset(
    listed("""
    è sono era erano fu furono ha hanno aveva avevano sia può possono viene vengono risulta ricorda scrive afferma
    si trova vedano veda contiene contengono resta restano est sont était étaient fut furent ont avait nous il elle ils qui selon ist sind war waren wurde
    wurden wird werden hat haben hatte nicht dass daß siehe sich es son fue fueron había tiene que según это был была были
""")
)  # fmt: skip
_PLACE_YEAR = re.compile(
    r",\s(?!Spring|Summer|Fall|Autumn|Winter|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Vol|No)[A-ZÀ-Ö][a-zà-ö]+"
    r"(?:\s?[-/]\s?[A-ZÀ-Ö][a-zà-ö]+)*\s(?:1[5-9]|20)\d\d[a-h]?(?=[.,;]|\s?$)"
)
_BRACKETED = re.compile(r"\([^()]{0,80}(?:1[5-9]|20)\d\d\)|[“\"]")
_CHICAGO = re.compile(r"‘[^‘’]{3,200}[’'],\s[A-Z]|\([^()]{2,80}:\s[^()]{2,80},\s(?:1[4-9]|20)\d\d\)|,[”\"]\s")
_LATIN = re.compile(r"\bet\sal\b|\bpar\.(?=\s\d)|\b(?:op|loc)\.?\s?cit\b", re.IGNORECASE)  # of all languages
_EDITS = re.compile(
    r"\b(?:a\s?(?:c\b|cura)\.?\s?(?:di|del|dei|d[’'])?|ed(?:s|d|ited)?\b\.?(?:\sby)?|hrsgg?\b\.?(?:\s?v(?:on|\.))?|hgg?\b\.?|éds?\b\.?|dirs?\b\.?"
    r"|coord\w*\.?|cur(?:r|atori|ato)?\b\.?(?:\sda)?|edizione(?:\s\w+)?(?:\sa\s(?:cura|c\.)\sdi)?|(?:editad[oa]|compilad[oa]|coordinad[oa])\spor|edición\s(?:de|a\scargo\sde)|bajo\sla\sdirección\sde|herausgegeben\svon"
    r"|(?:édition\s(?:\w{3,12}\s)?)?(?:publiée?s?\s)?sous\sla\sdir(?:ection|\.)\sd(?:e\b|[’'])|(?:textes?\s)?(?:publi|édit|établi|présent|annot)(?:ée?s?|e?s?)(?:\set\s\w{3,12})?\spar|под\sред\.?)",
    re.IGNORECASE,
)
_TRANSLATES = re.compile(
    r"\b(?:trad(?:uzione|uit|ucción|otto)?\b\.?|transl?(?:ated)?\b\.?|übers\w*\b\.?|пер\.)", re.IGNORECASE
)
_CREDIT_EDGE = re.compile(r"^(?:di|de|da|by|par|por|von|с|и|and|in|[Ii]n:)\s|[\s,.;:()\[\]-]+$|^[\s,.;:()\[\]-]+")
_IN = re.compile(r"^(?:in|im|en|dans|в|In|IN|Im|En|Dans|В)\b:?\s*")
_VOLUME = re.compile(
    r"(?:(?:vol(?:ume)?|v|voi|t|tom[eo]?|bd|band|т)\b\.?\s?)?(?P<volume>\d{1,4}(?:/\d{1,4})?|[IVXLC]{1,8})\b(?!\.?\s?(?:serie|s\.))",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"\b(?:n\.?\s?s\.?|s(?:er(?:ie)?)?\.?\s?[IVX\d]{1,5}|(?:[IVX]{1,5}|\d{1,2}[aª.]?)\s?s(?:er(?:ie)?)?\b\.?)[,.]?\s*",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"(?:\b(?:n(?:[ro]|os|um)?|fasc|h(?:eft)?|№|issue|suppl)\b\.?\s?|[(:/,]\s?|\.(?=\d))(?P<issue>\d{1,4}(?:\s?[-–/]\s?\d{1,4})?)\b",
    re.IGNORECASE,
)
_QUOTED = frozenset('“"«„‘')
_CLOSES = re.compile('[“”»"]')
_PAGES = re.compile(
    r"(?P<pages>[A-Za-z]?\d{1,6}(?:\s?[-–—]\s?[A-Za-z]?\d{1,6})?|[ivxlcIVXLC]{1,8}(?:\s?[-–—]\s?[ivxlcIVXLC]{1,8})?)"
)
_PRINTING = re.compile(r"\b(?:Aufl(?:age)?|edn|ediz(?:ione)?|ed(?:ición)?|éd(?:ition)?)\b\.?$", re.IGNORECASE)
_HOSTED = re.compile(r"[,.”\"»]\s(?:[Ii]n|[Dd]ans|[Ee]n)\b:?\s$")
"""Before the editor of the book around a chapter."""
_END_OF_NAME = re.compile(r"(?P<name>[A-ZÀ-Ö][\w’'-]+(?:\s[A-ZÀ-Ö][\w’'-]+)?),\s(?=[A-ZÀ-Ö])")
_PLACE_LABEL = re.compile(r"(?<=[\s,(])(?:Sp|col|pp?)\.?\s$")
"""The label of a place, which the tagger reads with the words before it ("1955, Sp. | 411")."""
_LEAD = 8  # characters
_AND_OTHERS = re.compile(r"\s(?:u\.\s?a|et\sal|etc)\b\.?$")
LETTERED = re.compile(r"(?<=[\s(])(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-h])(?=[,.;:)]|\s?$)")
"""A year with the letter that tells it from others by the same author."""
_MOST_WORDS = 120
_LONGEST_TITLE = 60
_OLD_PLACE = re.compile(r"\s[ivxlc]+\.\s\d{1,4}\W*$")
"""Book and chapter of an old text, for which there are rules: "De Divin. ii. 26"."""
_IMPRINT = frozenset({"place", "publisher", "date"})
_SUPPORT = frozenset({"place", "publisher", "date", "pages", "volume"})


@lru_cache(maxsize=2048)
def continental(text: str) -> bool:
    """Whether a text is the tagger's: rather Italian, French, German, Spanish, Latin or Russian than English.

    Or printed as they print: "…, London 1957".
    """
    if _CHICAGO.search(text[:1200]):
        return False
    words = [word.lower() for word in _WORD.findall(_LATIN.sub("", text[:1200]))]
    foreign = sum(word in _FOREIGN for word in words)
    if _PLACE_YEAR.search(text[:1200]) and not _BRACKETED.search(text[:1200]):
        return True
    return foreign > 0 and foreign > 2 * sum(word in _ENGLISH for word in words)


def in_english(text: str) -> bool:
    """Whether a text has English words that other languages have not."""
    return any(word.lower() in _ENGLISH for word in _WORD.findall(text))


def talks_abroad(text: str, verbs: int = 2) -> bool:
    """Whether finite verbs, at least so many, show that the words are a sentence of the author's."""
    return sum(word.lower() in _VERBS for word in _WORD.findall(text)) >= verbs


def too_long(text: str) -> bool:
    """Whether a text has more words than one reference, in which numbers may run on."""
    return len(_WORD.findall(text)) > _MOST_WORDS


@lru_cache(maxsize=2048)
def reading(text: str) -> "Reading":
    """The tagger's reading of a text."""
    from argmap.cite.tagger import read_reference  # noqa: PLC0415 - numpy and the weights, which English notes do not need

    return read_reference(LETTERED.sub(lambda match: f"{match['year']} ", text))


def is_reference(text: str, *, abroad: bool, prior: float = 0.0) -> bool:
    """Whether the tagger reads one whole reference: an author or title first, and a year, place or page behind.

    `abroad` if the notes around it are continental, so that its own words need not show it; `prior` as in `kept.is_holding`.
    """
    if not (abroad or continental(text)) or too_long(text) or talks_abroad(text) or reading(text).odds + prior > 0:
        return False
    found = reading(text).published
    labels = [item.label for item in found if item.label != "other"]
    titles = [item for item in found if item.label == "title"]
    if labels[:1] == ["date"]:
        labels = labels[1:]
    if labels[:1] not in (["author"], ["editor"], ["title"]) or not titles:
        return False
    if _OLD_PLACE.search(text) and not _IMPRINT & set(labels):
        return False
    if not _SUPPORT & set(labels) and (labels[0] != "author" or not _set_off(text, found)):
        return False
    return all(len(text[item.start : item.end].split()) <= _LONGEST_TITLE for item in titles)


def _set_off(text: str, found: "tuple[Tagged, ...]") -> bool:
    """Whether a mark divides names with given names or initials from the title behind them."""
    credit, title = (next(item for item in found if item.label == label) for label in ("author", "title"))
    people = read_people(text[credit.start : credit.end])
    between = text[credit.end : title.start].strip()
    return bool(people) and all(name.given for name in people) and between[:1] in {",", ".", ":", "-", "–", "—"}


def parse_tagged(text: str, work: Work) -> None:
    """Put what the tagger reads into the fields of a work that are not yet set."""
    if body := read_body(text):
        work.put(author=(body[0],))
        text = text[body[1] :].lstrip(" ,:")
    found = _bordered(text, _opened(text, reading(text).published))
    behind, hosted = 0, False
    own = IN_OWN.search(text)
    if own:  # "Title, in: dies., | Host": whoever wrote the host is no part of its title
        found = tuple(
            replace(item, start=own.end()) if own.start() < item.start < own.end() < item.end else item
            for item in found
        )
    others = [(item.start, item.end) for item in found if item.label in {"volume", "date"}]
    if pair := several_pages(text, others):
        work.locator = best_locator(find_locators(f"p. {pair['value'] or pair['bare']}"))
    for index, item in enumerate(found):
        if pair and pair.start() <= item.start < pair.end():
            continue
        begin = found[index - 1].end if index else 0
        words = _grown(text, item, found[index + 1].start if index + 1 < len(found) else len(text))
        if item.label == "pages" and (place := _PLACE_LABEL.search(text, max(0, item.start - _LEAD), item.start)):
            words = place.group() + words
        hosted = hosted or (
            behind > 0 and item.label in {"author", "editor"} and _HOSTED.search(text[: item.start]) is not None
        )
        hosted = hosted or (own is not None and behind > 0 and item.start >= own.end())
        label = "container" if hosted and item.label == "title" else item.label
        _put(label, words, text[begin : item.start], work, behind=behind)
        behind += item.label in {"title", "container"}
    if own and work.fields.get("container_title"):
        put_self(own, work)
    if genre := find_genre(text):
        work.put(type=paper_kind(genre), genre=genre.group().strip(" ,"))
        _without_genre(text, genre, work)
    _settle(text, work)


def _opened(text: str, found: "tuple[Tagged, ...]") -> "tuple[Tagged, ...]":
    """Count what opens in quotation marks as a title, and the word for the author before ("ders., …") as an author."""
    first = found[0] if found else None
    if first and first.label in {"other", "author"} and _QUOTED & set(text[: first.start]):
        close = _CLOSES.search(text, first.start, first.end)
        return (replace(first, label="title", end=close.start() if close else first.end), *found[1:])
    if first and first.label == "other" and THE_SAME.match(text, first.start):
        return (replace(first, label="author"), *found[1:])
    return found


def _without_genre(text: str, genre: re.Match[str], work: Work) -> None:
    """Take off the end of a title what kind of paper it is, and the university behind that."""
    title = work.fields.get("title") or ""
    start = text.find(title)
    end = start + len(title)
    if title and start < genre.start() <= end:
        work.fields["title"] = clean(text[start : genre.start()].rstrip("( "))
        work.put(publisher=clean(text[genre.end() : end]))


def _bordered(text: str, found: "tuple[Tagged, ...]") -> "tuple[Tagged, ...]":
    """Put the border between author and title at the mark, where it was read inside of a name ("Manuel Otero | Lago, …"; "Horn, | Eva: …")."""
    first = found[0] if found else None
    if first and first.label == "title" and first.start == 0 and GERMAN.search(text):
        names = read_names(text)
        if names.names and names.names[0].given and text[names.end : names.end + 2] == ": " and names.end < first.end:
            return (replace(first, label="author", end=names.end), replace(first, start=names.end + 2), *found[1:])
    if len(found) < 2 or (found[0].label, found[1].label) != ("author", "title"):  # noqa: PLR2004 - both
        return found
    author, title = found[:2]
    names = read_names(text)
    inverted = len(names.names) == 1 and len((names.names[0].given or "").split()) in {1, 2}
    if inverted and text[names.end : names.end + 2] == ": " and author.end < names.end < title.end:
        return (replace(author, end=names.end), replace(title, start=names.end + 2), *found[2:])
    name = _END_OF_NAME.match(text, title.start, title.end)
    if name is None or text[author.end : title.start] != " ":
        return found
    return (replace(author, end=name.end("name")), replace(title, start=name.end()), *found[2:])


def _grown(text: str, item: "Tagged", limit: int) -> str:
    """A stretch with the closing marks and the full stop of an abbreviation behind it."""
    tail = re.match(r"[^\w\s]{0,3}", text[item.end : limit])
    return text[item.start : item.end + (tail.end() if tail else 0)]


def _put(label: str, words: str, before: str, work: Work, *, behind: int) -> None:
    if label in {"author", "editor", "translator"}:
        _credit(label, words, work, behind=behind)
    elif label in {"title", "container"}:
        _title(label, words, before, work)
    elif label == "date":
        _date(words, work)
    elif label == "volume":
        _numbers(words, work)
    elif label == "pages":
        _pages(words, work)
    elif label == "place":
        work.put(publisher_place=_AND_OTHERS.sub("", clean(words).strip("() ")))
    elif label == "publisher":
        work.put(publisher=clean(words).strip("() "))
    elif label == "series":
        work.put(collection_title=clean(words).strip("() "))
    elif label == "edition":
        work.put(edition=clean(words).strip("() "))


def _credit(label: str, words: str, work: Work, *, behind: int) -> None:
    role = label
    if _TRANSLATES.search(words):
        role = "translator"
    elif _EDITS.search(words) or (label == "author" and behind):
        role = "editor"
    bare = _EDITS.sub(" ", _TRANSLATES.sub(" ", words)) if role != "author" else words
    bare = " ".join(bare.split())
    while (
        shorter := _CREDIT_EDGE.sub("", bare)
        if not re.search(r"\b\w\.$", bare)
        else re.sub(r"^[\s,.;:()\[\]-]+", "", bare)
    ) != bare:
        bare = shorter
    people = read_people(bare)
    if (
        len(people) > 1 and not people[-1].given and people[-1].family in TOWNS
    ):  # "sous la direction de A. Marsh, Paris, …"
        work.put(publisher_place=people[-1].family)
        people = people[:-1]
    if people:
        work.put(**{role: people})


def _title(label: str, words: str, before: str, work: Work) -> None:
    inside = _IN.match(words) if work.fields.get("title") else None
    words = words[inside.end() :] if inside else words
    quoted = bool(_QUOTED & set(before[-3:]))
    title = clean(re.sub(r"^[“”\"«»„]+|[“”\"«»]+\s*[,.]*$", "", words.strip()))
    if title.count("(") > title.count(")"):
        title += ")"
    title = title.rstrip(")") if title.count(")") > title.count("(") else title
    if label == "title" and not work.fields.get("title"):
        work.put(title=title)
    elif label == "container" or inside or quoted:
        if not work.fields.get("title") and not work.fields.get("container_title"):
            work.put(container_title=title)
        elif not work.fields.get("container_title"):
            work.put(container_title=title)
            work.fields["type"] = "article-journal" if quoted and not inside else "chapter"
    elif work.fields.get("title") and not work.fields.get("container_title"):
        work.put(volume_title=title)


def _date(words: str, work: Work) -> None:
    dates = find_dates(words)
    if dates:
        work.put(issued=dates[0].date)
    elif match := re.search(r"\d{4}", words):
        work.put(issued=Date(date_parts=((int(match.group()),),)))


def _numbers(words: str, work: Work) -> None:
    if _PRINTING.search(printing := words.strip(" ,;")):
        work.put(edition=printing)
        return
    rest = _SERIES.sub("", words)
    match = _VOLUME.search(rest)
    if match and not re.match(r"\s*n", rest[: match.start()], re.IGNORECASE):
        work.put(volume=match["volume"])
        rest = rest[match.end() :]
    if issue := _ISSUE.search(rest):
        work.put(issue=re.sub(r"\s", "", issue["issue"]))


def _pages(words: str, work: Work) -> None:
    places = find_locators(words)
    match = _PAGES.search(words)
    locator = best_locator(places) or (
        Locator(label="page", value=re.sub(r"\s", "", match["pages"])) if match else None
    )
    work.locator = work.locator or locator


def _settle(text: str, work: Work) -> None:
    """The type, and the pages of a part."""
    if not work.fields.get("issued") and (dates := find_dates(text)):
        work.put(issued=dates[-1].date)
    if title := work.fields.get("title"):
        work.fields["title"] = clean(take_edition(title, work))
    _town(text, work)
    host = work.fields.get("container_title")
    house = work.fields.get("publisher") or work.fields.get("editor")
    numbered = work.fields.get("volume") or work.fields.get("issue")
    if host and work.fields.get("type") in {None, "article-journal", "chapter"}:
        inside = re.search(r"[,.”\"»]\s+[Ii]n:?\s", text)
        work.fields["type"] = "chapter" if (house or inside) and not (numbered and not house) else "article-journal"
    if work.locator is None:
        places = (place for place in find_locators(text) if place.locator.label in {"page", "column"})
        work.locator = best_locator(list(places))
    page = work.locator
    if host and page and page.label == "page" and re.search(r"\d\s?[-–—]\s?\d", page.value):
        work.put(page=page.value)


def _town(text: str, work: Work) -> None:
    """Take the town off the end of a title, where a publisher was read as the town or none was read."""
    place = work.fields.get("publisher_place") or ""
    key = "container_title" if work.fields.get("container_title") else "title"
    title, comma, town = (work.fields.get(key) or "").rpartition(", ")
    if (
        comma
        and not place
        and not work.fields.get("publisher")
        and re.search(rf", {re.escape(town)} {work.year}\b", text)
    ):
        work.fields[key] = title
        work.put(publisher_place=town)
        return
    if not comma or town not in TOWNS or place in TOWNS or (place and work.fields.get("publisher")):
        return
    if not place and not work.fields.get("publisher"):
        return
    work.fields[key] = title
    work.put(publisher=place)
    work.fields["publisher_place"] = town
