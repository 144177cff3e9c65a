"""Shortened notes, the second and later citations of a work: "Marsh, “Old Mills,” 13–14"; "Marsh and Reed, Weirs, vol. 2, 45".

See the Chicago Manual of Style, 17th ed., 14.29-14.36.
"""

import re

from argmap.cite.dates import DAY_ALONE, find_dates
from argmap.cite.drafts import talks
from argmap.cite.hints import holds_any
from argmap.cite.locators import (
    DOTTED,
    LOCATOR,
    PAGES,
    PART,
    ROMAN_VOLUME,
    VOLUME,
    Place,
    bare_places,
    best_locator,
    find_locators,
    volume_place,
)
from argmap.cite.names import Names, read_names
from argmap.cite.nesting import nesting
from argmap.cite.pins import without_range
from argmap.cite.work import Work, clean
from argmap.model import Locator

_LONGEST = 400
_MOST_TITLE_WORDS = 22
_BARE = re.compile(rf",\s(?:esp\.\s|at\s)?(?:{VOLUME})?(?P<value>{PAGES})(?=[\s.,;)]*(?:passim[\s.,;)]*)?$)")
_SECTION = re.compile(rf",?\s(?P<value>{DOTTED}|\d{{1,4}}[a-e]\d{{0,2}}(?:[-–]\d{{0,4}}[a-e]\d{{0,2}})?)[\s.,;)]*$")
"""The places of old texts: "5.89"; "473d", by the pages of Stephanus or Bekker."""
_ROMAN = re.compile(rf",\s{ROMAN_VOLUME}\.?$")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d(?:,|$)")
_VOLUME_TITLE = re.compile(
    r",\s(?:vol\.|volume|Bd\.|t\.)\s(?P<volume>\d{1,2}|[IVXivx]{1,5})(?:,\s(?P<title>[^\W\d_a-zß-ÿ].+))?$"
)
_SUBDIVIDED = re.compile(r",\s(?:(?!(?:1[4-9]|20)\d\d)\d|(?:[Qq]u?|dist|div|causa|pars|disp)\.?\s\w)")
_VOLUME_ALONE = re.compile(r"(?:[IVXL]{1,7}|[ivxl]{1,6})\.(?:\s\d|$)")
"""A volume and its page, behind a name alone: "Marsh, VII. 365"."""
_REMARK = re.compile(
    r",?\s\(?(?:(?:my\s)?(?:emphasis|italics)(?:\s(?:added|mine|in\s(?:the\s)?original))?|my\stranslation)\)?[\s.]*$"
)
_REMARK_HINTS = ("emphasis", "italics", "translation")
_CIT = re.compile(r",?\s\(?cit\.\)?(?=,\s|\s?$)")
"""Behind a title, as in Italy: "Marsh, Mulini cit., p. 5"."""
_EDGE = re.compile(r"[\s,.;)]*(?:passim)?[\s,.;)]*$")


def shortened(words: str) -> Work | None:
    """Read a whole stretch as a shortened note: names, comma, title, and at most places behind it; None if it is none.

    The work holds author, title and (to match an earlier volume) `volume`; its locator is the place. An unquoted title
    without a place is read, too: whoever asks decides whether a family name and capitals are enough.
    """
    words = words.strip()
    if holds_any(words, _REMARK_HINTS):
        words = _REMARK.sub("", words)
    words = without_range(words)
    if "cit." in words:
        words = _CIT.sub("", words)
    if not words or len(words) > _LONGEST:
        return None
    names = read_names(words)
    first = read_names(words.partition(",")[0])
    return _read(words, names) or (None if first == names else _read(words, first))


def _read(words: str, names: Names) -> Work | None:
    """Read the rest behind these names, if a comma follows them ("Marsh, Bread and Law" begins with one name only)."""
    if not names.names or "," not in words[max(0, names.end - 1) : names.end + 1]:
        return None
    body = words[names.end :].lstrip(" ,")
    quote = next((group for group in nesting(body).groups if group.quoted and group.open == 0), None)
    if quote:
        title = body[1 : quote.close]
        rest, places = _places(", " + body[quote.close + 1 :].lstrip(" ,"))
    else:
        rest = ""
        title, places = _places(body)
    if _EDGE.match(rest) is None or not (quote or _plain_title(title)):
        return None
    return _work(names, title, places)


def _places(text: str) -> tuple[str, list[Place]]:
    """Take the places off the end of a text: "…, vol. 2, 45", "…, chap. 3", "…, 13–14"."""
    text, places = _labelled(re.sub(r",?\spassim[\s.]*$", "", text))
    bare = None if places else _BARE.search(text)
    if bare is None and not places and (dotted := _SECTION.search(text)):
        places.append(Place(dotted.start("value"), dotted.end(), Locator(label="section", value=dotted["value"])))
        text = text[: dotted.start()]
    if bare and not _YEAR.match(bare["value"]):
        places.extend(bare_places(bare))
        text, more = _labelled(text[: bare.start()])
        places.extend(more)
    return text, places


def _labelled(text: str) -> tuple[str, list[Place]]:
    """Take the places with a label off the end of a text."""
    places: list[Place] = []
    cut = len(text)
    for place in sorted([*find_locators(text), *_parts(text)], key=lambda place: -place.start):
        set_off = place.start >= cut or text[: place.start].rstrip().endswith((",", ".", "("))
        if text[place.end : cut].strip(" ,.;)") or not set_off:
            break
        places.append(place)
        cut = min(cut, place.start)
    text = text[:cut].rstrip(" ,(")
    if (volume := _ROMAN.search(text)) and places and places[-1].locator.label in {"page", "column"}:
        places.append(volume_place(volume))
        text = text[: volume.start()]
    return text, places


def _parts(text: str) -> list[Place]:
    match = PART.search(text)
    return [Place(match.start("value"), match.end(), Locator(label="chapter", value=match["value"]))] if match else []


def _plain_title(title: str) -> bool:
    """Whether an unquoted stretch can be a short title: capitals, no talk, nothing that publishing data look like."""
    count = len(title.split())
    return (
        0 < count <= _MOST_TITLE_WORDS
        and title[0].isupper()
        and not talks(title)
        and not _SUBDIVIDED.search(title)
        and not _VOLUME_ALONE.match(title)
        and not re.search(r"[;()\[\]“”„«»\"]|:\s?\d|,\s(?:in|ed\.|eds\.|trans\.)\s", title)
        and not any(re.match(r"\s*(?:$|[,.])", title[date.end :]) for date in find_dates(title))
        and not DAY_ALONE.fullmatch(title)
        and not any(match for match in LOCATOR.finditer(title) if not _VOLUME_TITLE.search(title))
    )


def _work(names: Names, title: str, places: list[Place]) -> Work:
    work = Work({"editor" if names.editors else "author": names.names, "type": "book"})
    volumes = [place.locator.value for place in places if place.locator.label == "volume"]
    if inner := _VOLUME_TITLE.search(title):
        volumes.append(inner["volume"])
        work.put(volume_title=inner["title"] and clean(inner["title"]))
        title = title[: inner.start()]
    work.put(title=clean(title), volume=volumes[0] if volumes else None)
    work.locator = best_locator(places) or (Locator(label="volume", value=volumes[0]) if volumes else None)
    return work
