"""Whether the fields of two mentions can be those of one work: numbers, days, pages, hosts, archives."""

import re
from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz

from argmap.cite.folding import latin
from argmap.cite.holders import HOLDERS
from argmap.cite.trail import known_range, number
from argmap.model import Date

Fields = Mapping[str, Any]

_ALIASES = {
    "pro": "tna",
    "tnapro": "tna",
    "ukna": "tna",
    "publicrecordoffice": "tna",
    "thenationalarchives": "tna",
    "nationalarchivesoftheunitedkingdom": "tna",
    "thenationalarchivesoftheunitedkingdom": "tna",
    "archiveoftheforeignrelationsoftherussianfederation": "avprf",
    "archiveofforeignpolicyoftherussianfederation": "avprf",
    "archnat": "an",
    "usna": "nara",
    "nacp": "nara",
}
_SAME_HOST = 75
_WORDS = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    {"the", "of", "and", "for", "in", "a", "an", "der", "die", "das", "und", "fur", "de", "la", "le", "et"}
)


def archive_key(name: str) -> str:
    """What spellings of an archive's name share: AVPRF, AVP RF and АВП РФ are one, as are PRO and TNA."""
    key = _letters(name)
    key = _SHORT.get(key) or _SHORT.get(key.removeprefix("the"), key)
    return _ALIASES.get(key, key)


def _letters(name: str) -> str:
    return "".join(_WORDS.findall(latin(name)))


_SHORT = {_letters(full): _letters(short) for short, full in reversed(tuple(HOLDERS.items()))}
"""Abbreviations of archives by their names."""


def same_number(one: object, other: object) -> bool:
    """Whether two volumes (issues …) are the same, "xii" and "12" among them."""
    left, right = str(one).lower(), str(other).lower()
    value = number(left)
    return left == right or (value is not None and value == number(right) and not {"/", "-"} & {*left, *right})


def days_agree(one: Fields, other: Fields) -> bool:
    """Whether two days or months of publication do not differ; a year or month alone agrees with all of its days."""
    dates = (one.get("issued"), other.get("issued"))
    left, right = (date.date_parts[0] if isinstance(date, Date) and date.date_parts else () for date in dates)
    known = min(len(left), len(right))
    return known < len(("year", "month")) or left[:known] == right[:known]


def pages_agree(one: Fields, other: Fields) -> bool:
    """Whether the pages of two parts overlap, where both are given from first to last."""
    left, right = (known_range(fields.get("page")) for fields in (one, other))
    return left is None or right is None or (left[0] <= right[1] and right[0] <= left[1])


def hosts_agree(one: Fields, other: Fields) -> bool:
    """Whether the journals or books around two parts can be one: an abbreviated title is that of the long one."""
    left, right = (_host_words(fields.get("container_title")) for fields in (one, other))
    if not left or not right:
        return True
    short, long = sorted((left, right), key=len)
    if set(short) <= set(long) or "".join(word[0] for word in long) == "".join(short):
        return True
    if len(short) == len(long) and all(b.startswith(a) or a.startswith(b) for a, b in zip(short, long, strict=True)):
        return True
    return fuzz.token_sort_ratio(" ".join(short), " ".join(long)) >= _SAME_HOST


def _host_words(title: object) -> list[str]:
    words = [word for word in _WORDS.findall(latin(str(title or ""))) if word not in _SMALL]
    return words if any(word.isalpha() for word in words) else []


def collections_agree(one: Fields, other: Fields) -> bool:
    """Whether two boxes of one number stand in the same collection, or one of them in none that is named."""
    left, right = (set(_host_words(fields.get("archive_collection"))) for fields in (one, other))
    return left <= right or right <= left
