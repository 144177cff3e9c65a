"""The end of reading a work: what its title still holds beside the title, and its type."""

import re

from argmap.cite.dates import find_dates
from argmap.cite.details import take_volume
from argmap.cite.work import Work, clean

_SET = re.compile(r"[,.]?\s\(?(?:\d{1,2}|two|three|four|five|six)\s(?:vols?|voll?|voli|Bde|tom[ei]|volumes|t)\b\.?\)?$")
_TRANSLATED = re.compile(r"(?P<title>.{3,200}?)\s\[(?P<words>[^\[\]]{3,80}\s[^\[\]]{1,120})\]")
_VOLUME_BEHIND = re.compile(r"(?P<name>.{3,200}),\s(?P<volume>[ivxl]{1,7}|[IVXL]{1,7})$")
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


def _medium(work: Work) -> None:
    """Films by their director, posts by the network that they stand in."""
    if work.fields.get("director"):
        work.fields["type"] = "motion_picture"
    if "URL" in work.fields and work.fields.get("container_title") in _NETWORKS:
        work.fields["type"] = "post"


def finish(text: str, work: Work) -> None:
    """Settle the type and split the volume off the title."""
    title = work.fields.get("title")
    if title and "volume" not in work.fields:
        shorter = clean(take_volume(title, work))
        if shorter != title:
            work.fields["title"] = shorter
    if (title := work.fields.get("title")) and (foreign := _TRANSLATED.fullmatch(title)):
        work.fields["title"] = foreign["title"]
        work.put(note=foreign["words"])
    for key in ("title", "container_title"):
        if (name := work.fields.get(key)) and (set_of := _SET.search(name)) and set_of.start():
            work.fields[key] = clean(name[: set_of.start()])
            work.put(note=clean(set_of.group()))
    if title := work.fields.get("title"):
        work.fields["title"] = _CIT.sub("", title)
    if (host := work.fields.get("container_title")) and (numbered := _VOLUME_BEHIND.match(host)):
        work.fields["container_title"] = clean(numbered["name"])
        work.put(volume=numbered["volume"])
    _medium(work)
    issued, title = work.fields.get("issued"), work.fields.get("title")
    behind = text.find(title or "") + len(title or "")
    if issued is None and (dates := find_dates(text[behind:])) and work.fields.get("type") not in {None, "book"}:
        work.put(issued=dates[-1].date)
    if "type" not in work.fields:
        web = "URL" in work.fields and not work.fields.get("publisher")
        work.put(type="webpage" if web and not work.year else "book")
