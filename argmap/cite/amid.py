"""Shortened notes amid the author's talk: "Marsh, Weirs, 51, who thinks …"; "As Marsh argues in Weirs, 51, the timber …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from argmap.cite.context import Context
from argmap.cite.nesting import nesting
from argmap.cite.shortened import shortened
from argmap.cite.work import Work

_PLACE = r"(?:(?:pp?|chs?|chaps?|nos?|nn?|notes?|sects?|cols?|fols?|ff?|vols?|bks?|pts?|seqq?|sqq?|arts?|paras?|par|line|lines|ed|edn|eds|hier|esp|at)\b|(?:and|und|et)\s[^a-zß-ÿ])"
_STOP = re.compile(
    rf"\d[\w–-]{{0,12}}(?=,?\s(?!{_PLACE})[a-zß-ÿ]|\s\((?!{_PLACE})[a-zß-ÿ]|[,:]\s[“\"‘„]|:\s[a-zß-ÿ]|\s?[—–]\s?[a-zß-ÿ]|\)[,.;]?\s)"
)
"""A page behind which no further place stands, and no further reference, but the sentence goes on."""
_NAME = re.compile(r"(?<![\w-])[^\W\d_a-zß-ÿа-я][\w’'‐-]+")
_IN = re.compile(r"\s(?:in|of|throughout)\s(?=[^\W\d_a-zß-ÿа-я]|[“\"‘„«])")
_CAPITALISED = re.compile(
    r"(?<![\w-])(?<![^\W\d_]\.\s)(?:[^\W\d_a-zß-ÿа-я]\.\s?){0,3}(?P<word>[^\W\d_a-zß-ÿа-я][\w’'‐-]+)"
)
_LONGEST_SHORT = 320
_MOST_STARTS = 12
_LONGEST = 200
_MOST_STOPS, _MOST_NAMES = 6, 8


@dataclass(frozen=True, slots=True)
class Amid:
    """A shortened note and its place in the text."""

    start: int
    end: int
    work: Work


def short_amid(text: str, begin: int, end: int, context: Context) -> Amid | None:
    """The first shortened note, with its place, of a work cited before, behind which the sentence goes on."""
    stops = list(islice(_STOP.finditer(text, begin, end), _MOST_STOPS))
    if not stops:
        return None
    nest = nesting(text[begin:end])
    for stop in stops:
        group = nest.at(stop.start() - begin)
        if group is not None and group.quoted:
            continue
        for start, words in _candidates(text, max(begin, stop.start() - _LONGEST), stop.end(), context):
            work = shortened(words)
            if work and work.locator and context.knows(work):
                return Amid(start, stop.end(), work)
    return None


def _candidates(text: str, begin: int, end: int, context: Context) -> Iterator[tuple[int, str]]:
    """Where a shortened note may begin, and its words; a name in the sentence counts as if it stood before the title."""
    names = (match for match in _NAME.finditer(text, begin, end) if context.library.of_family(match.group()))
    for count, name in enumerate(names):
        if count == _MOST_NAMES:
            return
        yield _whole_name(text, begin, name.start()), text[name.start() : end]
        for inside in _IN.finditer(text, name.end(), end):
            yield inside.end(), f"{name.group()}, {text[inside.end() : end]}"


def _whole_name(text: str, begin: int, start: int) -> int:
    """Where the given names before a family name begin."""
    given = re.search(r"(?:[^\W\d_a-zß-ÿа-я](?:\.|[a-zß-ÿа-я]+)\s){1,3}$", text[max(begin, start - 40) : start])
    return start - len(given.group()) if given else start


def short_at_end(text: str, begin: int, end: int, context: Context) -> tuple[int, Work | None]:
    """The shortened note of a work cited before that a stretch ends with, and where it begins."""
    floor = max(begin, end - _LONGEST_SHORT)
    nest = nesting(text[floor:end])
    known = [
        match.start()
        for match in _CAPITALISED.finditer(text, floor, end)
        if context.library.of_family(match["word"]) and nest.free(match.start() - floor)
    ]
    for start in known[:_MOST_STARTS]:
        work = shortened(text[start:end])
        if work and context.knows(work):
            return start, work
    return end, None
