"""What stands behind a title: the journal, the book around a chapter, the kind of paper, the imprint, the pages."""

import re

from argmap.cite.anchors import find_genre, paper_kind
from argmap.cite.dates import find_dates
from argmap.cite.details import ROLE, take_author, take_edition, take_roles, take_town, take_volume, take_year
from argmap.cite.imprint import TOWN_BEHIND, Imprint, find_imprint
from argmap.cite.lexicon import NEWSPAPER
from argmap.cite.locators import (
    LOCATOR,
    PAGES,
    VOLUME,
    Place,
    bare_places,
    best_locator,
    find_locators,
    locators_at,
)
from argmap.cite.names import Names, read_names
from argmap.cite.periodical import PIECE, Periodical, read_periodical
from argmap.cite.work import Work, clean, date_in
from argmap.model import Locator

_IN = re.compile(r"^[\s,.:]*(?:in|In|IN|im|en|dans|В|в)\b:?\s+(?:the\s)?")

_SAME = r"(?:(?:ders|dies|id|ead)\.|idem|eadem|iidem)"
_SELF = rf"{_SAME}(?:,?\s\(?(?P<role>eds?|Hrsg|Hgg?)\b\.?\)?[,:]?|[,:])\s"
SELF = re.compile(_SELF, re.IGNORECASE)
"""The author again, as editor of the book around his part or as its author: "idem (ed.), Essays", "dies., Küsten"."""
IN_OWN = re.compile(rf"[.,]\s(?:in|dans|en):?\s{_SELF}(?=(?-i:[^\W\d_a-zß-ÿ]))", re.IGNORECASE)

_TRACK = re.compile(r"^\W*tracks?\s\d{1,3}(?:,?\son|,)\s(?:the\s)?")
_POSTED = re.compile(
    r",?\s(?:last\s)?(?:modified|updated|revised|posted|archived|captured|published)(?:\son)?:?$", re.IGNORECASE
)

_SPECIAL = re.compile(r",?\s(?:an?\s)?[Ss]pecial\s(?:double\s)?(?:issue|number|section)(?:\sof|,)\s(?:the\s)?")
"""Before the journal that a set of papers fills an issue of: "in “Weirs,” special issue, Elm Review 27"."""
_POST = re.compile(r"\W*\((?P<site>[^(),]{2,60}),\s(?P<date>[^()]{6,24})\)")
"""The site that a piece stands in, as lawyers in Britain have it: "(Elm Blog, 3 May 2020)"."""
_NUMBER = re.compile(
    r"^\s*,?\s*(?:No|Nr|Number|№)?\.?\s*#?\s*(?P<number>[A-Z]{0,4}[-\d][\w./-]*(?:,\d{3})*)", re.IGNORECASE
)

_EPISODE = re.compile(r"\b(?:episode|ep\.|no\.)\s(?P<number>\d{1,4})", re.IGNORECASE)
_TRAILING_PAGES = re.compile(r",\s(?P<pages>\d{1,5}[-–]\d{1,5})[\s.,]*$")

_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_BEHIND = re.compile(rf"[\s)]*[,:.]?\s*(?:{VOLUME})?(?P<value>{PAGES})(?=[\s.,;:)]|$)(?!\.\d)")
_VOLUME_TITLE = re.compile(r":\s|,\s(?=[^\W\d_a-zß-ÿ][^()]{3,200}\((?![^()]{0,60}\bSociety))")
_RANGE = re.compile(r"\d\s?[-–—]\s?\d")
_SEVERAL = re.compile(r"\d[\w.]*(?:,|,?\s[^\W\d_]{1,3}|\s&)\s\d")
_TOWN_WORDS = 2
_REGION = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]{2}|[A-Z][a-z]{2,4}\.")


def put_container(tail: str, work: Work, *, closed: bool = False) -> None:
    """What stands behind the title of a part; of a whole book if a full stop `closed` the title."""
    if only := _only_places(tail):
        work.locator = best_locator(only)
        return
    if find_genre(tail) and not _IN.match(tail):
        put_paper(tail, work)
        return
    tail = _TRACK.sub("", tail)
    if piece := PIECE.match(tail.lstrip(" ,.")):
        work.put(genre=piece["piece"])
        tail = tail.lstrip(" ,.")[piece.end() :]
    if closed and (house := TOWN_BEHIND.match(tail)):
        put_imprint(Imprint(0, house.end(), house["place"], house["publisher"], date_in(house["year"])), work)
        rest = take_edition(tail[house.end() :], work)
        put_locator(rest, work, ranges=False)
        work.put(type="book")
        return
    if _put_post(tail, work) or _put_special(tail, work):
        return
    inside = _IN.match(tail)
    rest = tail[inside.end() :] if inside else tail.lstrip(" ,.;:")
    imprint = find_imprint(rest)
    names = read_names(rest)
    periodical = read_periodical(rest)
    book = imprint is not None and bool(imprint.place or imprint.publisher)
    if (
        book and imprint and periodical and periodical.newspaper and not imprint.publisher
    ):  # "Elm Herald (London, 3 May 2020)"
        book = not (imprint.bracketed and imprint.place == periodical.place)
    if not book and periodical and not names.editors and not ("URL" in work.fields and _POSTED.search(periodical.name)):
        put_article(periodical, work)
    elif inside or book or names.editors:
        put_host(rest, names, imprint, work)
    elif periodical and not _POSTED.search(periodical.name):
        put_article(periodical, work)
    else:
        _loose(rest, work)


def _put_post(tail: str, work: Work) -> bool:
    """Read the site and the day in a bracket behind a title, if they stand there."""
    post = _POST.match(tail) if "URL" in work.fields else None
    day = find_dates(post["date"])[:1] if post else []
    if post is None or not day or not day[0].day:
        return False
    work.put(container_title=clean(post["site"]), issued=day[0].date, type="webpage")
    return True


def _put_special(tail: str, work: Work) -> bool:
    """Read the journal around an issue that has a title and editors of its own, if there is one."""
    special = _SPECIAL.search(tail) if "pecial" in tail else None
    journal = read_periodical(tail[special.end() :]) if special else None
    if special is None or journal is None or not (journal.volume or journal.issue):
        return False
    issue = take_roles(_IN.sub("", tail[: special.start()]), work)
    work.put(note=f"special issue: {clean(issue)}" if issue.strip(" ,") else None)
    put_article(journal, work)
    return True


def _only_places(tail: str) -> list[Place]:
    """The places behind a title if nothing else stands there: “Mills,” 13–14."""
    rest = ", " + tail.lstrip(" ,.:")
    places = locators_at(rest, 0)
    if len(places) == 1 and _YEAR.fullmatch(places[0].locator.value):
        return []
    return places if places and not rest[places[-1].end :].strip(" .,;)") else []


def put_host(rest: str, names: Names, imprint: Imprint | None, work: Work) -> None:
    """The book around a chapter: "A and B, eds., Title (Place: Publisher, 1990), 1-20"."""
    if myself := SELF.match(rest):
        put_self(myself, work)
        rest = rest[myself.end() :]
        names, imprint = read_names(rest), find_imprint(rest)
    end = imprint.start if imprint else first_locator(rest)
    if names.names and not names.editors and (not names.names[0].given or ROLE.match(rest, names.end)):
        names = Names()
    if names.end < end:
        work.put(**{"editor" if names.editors else "container_author": names.names})
        body = rest[names.end : end]
    else:
        body = rest[:end]
    body = take_author(take_roles(body.lstrip(" ,.:"), work), work)
    body = take_volume(take_edition(body, work), work)
    if trailing := _TRAILING_PAGES.search(body):
        work.put(page=trailing["pages"])
        work.locator = Locator(label="page", value=trailing["pages"])
        body = body[: trailing.start()]
    locators = find_locators(body)
    if locators:
        work.locator = best_locator(locators)
        body = body[: locators[0].start]
    title = take_year(clean(body), work)
    work.put(container_title=take_town(title, work) if imprint is None and work.year else title)
    work.put(type="chapter")
    tail = rest[imprint.end :] if imprint else rest[end:]
    put_imprint(imprint, work)
    put_locator(tail, work, ranges=True)
    if work.locator and "page" not in work.fields and locators:
        _page(work, work.locator)


def put_self(myself: re.Match[str], work: Work) -> None:
    """The author of a part, who is called the same again, is the editor or author of the book around it."""
    work.put(**{"editor" if myself["role"] else "container_author": work.fields.get("author")})


def put_article(periodical: Periodical, work: Work) -> None:
    """The journal or newspaper around an article."""
    work.put(
        container_title=clean(periodical.name),
        volume=periodical.volume,
        issue=periodical.issue,
        issued=periodical.issued,
        publisher_place=periodical.place,
        type="article-newspaper" if periodical.newspaper else "article-journal",
    )
    if periodical.locator:
        work.locator = periodical.locator
        if not periodical.newspaper:
            _page(work, periodical.locator)


def _loose(rest: str, work: Work) -> None:
    """No journal's numbers and no book: a newspaper with its date, a web page, a container with a year."""
    dates = find_dates(rest)
    locators = find_locators(rest)
    ends = [date.start for date in dates[:1]] + [place.start for place in locators[:1]]
    name = clean(rest[: min(ends)] if ends else rest).strip("( ")
    site = _POSTED.search(name)
    name = name[: site.start()] if site else name
    name = re.sub(r"[\s,(]+(?:Spring|Summer|Fall|Autumn|Winter)$", "", name)
    work.put(container_title=name or None, issued=dates[-1].date if dates else None)
    work.locator = best_locator(locators)
    if dates and not locators and (bare := _BEHIND.match(rest, dates[-1].end)):
        work.locator = best_locator(bare_places(bare))
    elif not name and dates:
        put_locator(rest[dates[-1].end :], work, ranges=False)
    if (not (site and "URL" in work.fields) and (dates and dates[-1].day)) or re.search(rf"\b{NEWSPAPER}\b", name):
        work.put(type="article-newspaper")
    elif "URL" in work.fields:
        work.put(type="webpage")
    elif name:
        work.put(type="article-journal")
    if work.locator and not (dates and dates[-1].day):
        _page(work, work.locator)


def put_paper(tail: str, work: Work) -> None:
    """Working papers, theses and manuscripts: "Working Paper No. 39, Series, Institution, Place, July 2002"."""
    genre = find_genre(tail)
    if genre is None:
        return
    kind = paper_kind(genre)
    before, rest = tail[: genre.start()], tail[genre.end() :]
    if early := find_dates(before):
        before, rest = before[: early[0].start], f"{rest}, {before[early[0].start :]}"
    before = before.strip(" ,.;:([")
    work.put(type=kind, genre=genre.group().strip(" ,"))
    dates = find_dates(rest)
    if kind in {"broadcast", "post-weblog"}:
        episode = _EPISODE.search(rest)
        work.put(container_title=clean(before), number=episode["number"] if episode else None)
        work.put(issued=dates[-1].date if dates else None)
        return
    locators = find_locators(rest)
    if (
        kind in {"report", "patent"}
        and (number := _NUMBER.match(rest))
        and any(char.isdigit() for char in number["number"])
    ):
        work.put(number=number["number"].rstrip(".,"))
        rest_start = number.end()
    else:
        rest_start = 0
    imprint = find_imprint(rest)
    if imprint and not (imprint.bracketed and imprint.place and imprint.publisher):
        imprint = None
    put_imprint(imprint, work)
    work.put(issued=dates[-1].date if dates else None)
    work.locator = best_locator([place for place in locators if place.start >= rest_start])
    if work.locator is None and dates:
        put_locator(rest[dates[-1].end :], work, ranges=False)
    ends = [date.start for date in dates[-1:]] + [place.start for place in locators if place.start >= rest_start]
    stop = min([*ends, imprint.start if imprint else len(rest)])
    bodies = _segments(rest[rest_start:stop])
    if kind == "manuscript" and bodies and bodies[0][0].islower():
        work.put(note=", ".join(bodies))
        return
    if before:
        bodies.insert(0, before)
    _bodies(bodies, work)


def _segments(text: str) -> list[str]:
    """Parts between commas, a region kept with its town ("Washington, D.C.")."""
    out: list[str] = []
    for part in text.split(","):
        words = part.strip(" .;:()") if not _REGION.fullmatch(part.strip(" ;:()")) else part.strip(" ;:()")
        if out and _REGION.fullmatch(words):
            out[-1] += f", {words}"
        elif words:
            out.append(words)
    return out


def _bodies(bodies: list[str], work: Work) -> None:
    """Series, institution and place, in this order, as far as they are there."""
    if (
        len(bodies) > 1
        and ("," in bodies[-1] or len(bodies[-1].split()) <= _TOWN_WORDS)
        and not re.search(r"University|Center|Centre|Institute|Project", bodies[-1])
    ):
        work.put(publisher_place=bodies.pop())
    if len(bodies) > 1 or (bodies and work.fields.get("publisher")):
        work.put(collection_title=bodies[0], publisher=bodies[-1])
    elif bodies:
        work.put(publisher=bodies[0])


def put_publisher(rest: str, work: Work) -> None:
    """Publisher and place where commas divide them: "Reed Press, Dover, 1990"."""
    dates = find_dates(rest)
    work.put(issued=dates[-1].date if dates else None)
    locators = find_locators(rest)
    work.locator = best_locator(locators)
    cut = min([date.start for date in dates[-1:]] + [place.start for place in locators[:1]] + [len(rest)])
    bodies = _segments(re.sub(r"[().]\s*$", "", rest[:cut]))
    if len(bodies) > 1:
        work.put(publisher=bodies[0], publisher_place=bodies[-1])
    elif bodies:
        work.put(publisher=bodies[0])
    work.put(type="webpage" if "URL" in work.fields and not dates else "book")


def first_locator(text: str) -> int:
    """Where the first locator begins that is no volume with a title of its own; the length of the text if none."""
    match = LOCATOR.search(text)
    while (
        match
        and match.start() > 0
        and re.match(r"(?:vol|bd|t|band)", match.group(), re.IGNORECASE)
        and _VOLUME_TITLE.match(text, match.end())
    ):
        match = LOCATOR.search(text, match.end())
    return match.start() if match else len(text)


def put_imprint(imprint: Imprint | None, work: Work) -> None:
    """Place, publisher and date."""
    if imprint:
        work.put(
            publisher_place=imprint.place, publisher=imprint.publisher, issued=imprint.issued, edition=imprint.edition
        )


def put_locator(tail: str, work: Work, *, ranges: bool) -> None:
    """The locator behind an imprint: ": 61-92", ", pp. 9-12", ", 134"."""
    match = _BEHIND.match(tail)
    found = best_locator(bare_places(match) if match else locators_at(tail, 0))
    found = found or best_locator(find_locators(tail)[:3])
    if found is None:
        return
    work.locator = found
    if ranges:
        _page(work, found)


def _page(work: Work, locator: Locator) -> None:
    """A range of pages behind an article or chapter is that of the whole part; several are places in it."""
    if locator.label == "page" and _RANGE.search(locator.value) and not _SEVERAL.search(locator.value):
        work.put(page=locator.value)
