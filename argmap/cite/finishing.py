"""The end of reading a work: what its title still holds beside the title, and its type."""

import re

from argmap.cite.dates import find_dates
from argmap.cite.details import take_volume
from argmap.cite.hosts import IN_OWN, put_self
from argmap.cite.names import read_names
from argmap.cite.work import Work, clean
from argmap.model import Locator

_SET = re.compile(r"[,.]?\s\(?(?:\d{1,2}|two|three|four|five|six)\s(?:vols?|voll?|voli|Bde|tom[ei]|volumes|t)\b\.?\)?$")
_TRANSLATED = re.compile(r"(?P<title>.{3,200}?)\s\[(?P<words>[^\[\]]{3,80}\s[^\[\]]{1,120})\]")
_VOLUME_BEHIND = re.compile(
    r"(?P<name>.{3,200}),\s(?:(?P<volume>[ivxl]{1,7}|[IVXL]{1,7})|(?P<number>\d{1,3}):\s?(?P<page>\d{1,5}(?:[-–]\d{1,5})?))$"
)
_YEAR_ALONE = re.compile(r"\s\((?:\d{1,2}\w\w\sed\.\s|rev\.\sed\.\s)?(?:1[4-9]|20)\d\d\)")
_PAGES_ALONE = re.compile(r"\(?(?P<pages>\d{1,5}[-–]\d{1,5})\)?")
_PAGE_BEHIND = re.compile(
    r"(?P<title>(?:\S+\s){2,40}(?!(?:War|Part|Volume|Vol\.|Book|No\.|Chapter|Act|Group|Area|at)\s)[^\s,]+)"
    r"\s(?P<page>(?!1[4-9]\d\d|20\d\d)\d{1,4}(?:[-–]\d{1,4})?(?:,\s\d{1,4})*)"
)
"""Behind a title, before the year in brackets, as lawyers in America print it: "Marsh, The Law of Mills 30 (1991)"."""
_DISTRIBUTED = re.compile(r",\s(?:distributed|hosted|issued)\sby\s(?P<who>[A-ZÀ-Ö][^,;()]{2,80})$")
_CIT = re.compile(r",?\s\(?cit\.?\)?$")
_NETWORKS = frozenset(
    {
        "Twitter",
        "X",
        "Facebook",
        "Mastodon",
        "Bluesky",
        "Instagram",
        "Threads",
        "Reddit",
        "TikTok",
        "Telegram",
        "VKontakte",
    }
)


_PERFORMED = re.compile(
    r",\s(?P<who>(?:sung|performed|played|conducted|read|narrated|produced|composed|presented)\sby\s[^,()]{3,80}(?:,\srec(?:\.|orded)\s[^,()]{2,40})?)$"
)
_CARRIER = re.compile(
    r"\b(?:(?P<sound>LP|CDs?|vinyl|compact\sdiscs?|audio\s?(?:cassette|disc)|phonograph\srecord|gramophone\srecord)|DVDs?|VHS|Blu-ray|video\s?cassette|35\s?mm)"
    r"(?:\s(?:disc|record|set))?[\s\]).]*$"
)
"""At the end: what a recording or film is on."""


def _medium(text: str, work: Work) -> None:
    """Films by their director, posts by the network that they stand in, recordings and films by what they are on."""
    if carrier := _CARRIER.search(text):
        work.fields["type"] = "song" if carrier["sound"] else "motion_picture"
        performed = _PERFORMED.search(work.fields.get("title") or "")
        if performed:
            work.fields["title"] = work.fields["title"][: performed.start()]
            work.put(note=performed["who"])
    if work.fields.get("director"):
        work.fields["type"] = "motion_picture"
    if "URL" in work.fields and work.fields.get("container_title") in _NETWORKS:
        work.fields["type"] = "post"


def _named_only(text: str, work: Work) -> None:
    """Where nothing but names was seen, the last is the title: "Kuno Fisher, Mars van Verulam (1856)"."""
    head, comma, rest = text.partition(", ")
    alone = not work.fields.get("title") and not work.fields.get("container_title") and bool(work.fields.get("author"))
    names = read_names(head) if alone and comma else None
    if names and names.names and names.end == len(head) and names.names[0].given:
        work.fields["author"] = names.names
        work.fields["title"] = clean(re.split(r"\s\(|,\s(?=\d)", rest, maxsplit=1)[0])


def _numbers(text: str, work: Work) -> None:
    """Volume and page behind the host's name, pages in a bracket behind a title, and the page before a lawyer's year."""
    host = work.fields.get("container_title")
    if host and (pages := _PAGES_ALONE.fullmatch(host)):
        del work.fields["container_title"]
        work.put(page=pages["pages"])
        work.fields["type"] = "chapter"
    elif host and (numbered := _VOLUME_BEHIND.match(host)):
        work.fields["container_title"] = clean(numbered["name"])
        work.put(volume=numbered["volume"] or numbered["number"])
        if numbered["page"] and work.locator is None:
            work.locator = Locator(label="page", value=f"{numbered['number']}:{numbered['page']}")
    title = work.fields.get("title") or ""
    page = _PAGE_BEHIND.fullmatch(title)
    if (
        page
        and work.locator is None
        and work.fields.get("author")
        and _YEAR_ALONE.match(text, text.find(title) + len(title))
    ):
        work.fields["title"] = clean(page["title"])
        work.locator = Locator(label="page", value=page["page"])


def _in_own_work(work: Work) -> None:
    """Split a part's title off that of the book by the same author or editor: "Das Meer. In: Dies.: Küsten"."""
    title = work.fields.get("title") or ""
    host = IN_OWN.search(title)
    if host is None or work.fields.get("container_title"):
        return
    put_self(host, work)
    work.put(container_title=title[host.end() :])
    work.fields |= {"title": clean(title[: host.start()]), "type": "chapter"}
    if work.locator and re.search(r"\d\s?[-–—]\s?\d", work.locator.value):
        work.put(page=work.locator.value)


def finish(text: str, work: Work) -> None:
    """Settle the type and split the volume off the title."""
    title = work.fields.get("title")
    if title and "volume" not in work.fields:
        shorter = clean(take_volume(title, work))
        if shorter != title:
            work.fields["title"] = shorter
    _in_own_work(work)
    if (title := work.fields.get("title")) and (foreign := _TRANSLATED.fullmatch(title)):
        work.fields["title"] = foreign["title"]
        work.put(note=foreign["words"])
    if (title := work.fields.get("title")) and (house := _DISTRIBUTED.search(title)):
        work.fields["title"] = title[: house.start()]
        work.put(publisher=house["who"])
    for key in ("title", "container_title"):
        if (name := work.fields.get(key)) and (set_of := _SET.search(name)) and set_of.start():
            work.fields[key] = clean(name[: set_of.start()])
            work.put(note=clean(set_of.group()))
    if title := work.fields.get("title"):
        work.fields["title"] = _CIT.sub("", title)
    _named_only(text, work)
    _numbers(text, work)
    _medium(text, work)
    issued, title = work.fields.get("issued"), work.fields.get("title")
    behind = text.find(title or "") + len(title or "")
    if issued is None and (dates := find_dates(text[behind:])) and work.fields.get("type") not in {None, "book"}:
        work.put(issued=dates[-1].date)
    if "type" not in work.fields:
        web = "URL" in work.fields and not work.fields.get("publisher")
        work.put(type="webpage" if web and not work.year else "book")
