"""Entries of dictionaries and encyclopaedias: "Dictionary of Mills, s.v. “Reed, Ada”"; "s.v. “Weir” in Dictionary of Mills".

See the Chicago Manual of Style, 17th ed., 14.232-14.234.
"""

import re

from argmap.cite.drafts import talks
from argmap.cite.hints import holds_any
from argmap.cite.locators import best_locator, find_locators
from argmap.cite.names import read_names
from argmap.cite.nesting import nesting
from argmap.cite.work import Work, clean
from argmap.cite.works import parse_work

_UNDER = re.compile(
    r"^(?:Art\.|Artikel|Lemma|[Vv]oce)\s(?=[„“«\"])|(?:^|(?<=[\s(]))(?:[Ss]\.\s?(?:vv?|n)\.|[Ss]ub\s(?:voce|verbo)|[Aa]d\svoc(?:em|\.)|[Uu]nter\sdem\sStichwort)[:,]?\s"
)
_BARE = re.compile(
    r"(?P<entry>[^“”;()\[\]]{1,80}?)(?=,?\s(?:by|in|vol\.|pp?\.|col\.|Bd\.|Sp\.|S\.)\s|,\s\d|\s\(|[.;]?\s*$)"
)
_IN = re.compile(r"[\s,.]*(?:in|dans|en):?\s(?=[A-ZÀ-ÖØ-Þ])")
_BY = re.compile(r"[\s,.(]*by\s(?=[A-ZÀ-ÖØ-Þ])")
_LONGEST = 500
_HINTS = ("Art", "Lemma", "oce ", ".v.", ". v.", ".vv.", ".n.", "ub v", "d voc", "Stichwort")
"""Of which one is in each: a text without them is looked at no further."""


def read_entry(text: str) -> Work | None:
    """Read an entry, whole; None if the text is none. The dictionary's fields are read as those of a book."""
    under = _UNDER.search(text) if len(text) < _LONGEST and holds_any(text, _HINTS) else None
    if under is None:
        return None
    quote = next((one for one in nesting(text[under.end() :]).groups if one.quoted and one.open == 0), None)
    bare = None if quote else _BARE.match(text, under.end())
    if quote:
        title, rest = text[under.end() + 1 : under.end() + quote.close], text[under.end() + quote.close + 1 :]
    elif bare:
        title, rest = bare["entry"], text[bare.end() :]
    else:
        return None
    host, inside = text[: under.start()].strip(" ,;:("), _IN.match(rest)
    if not host and inside:
        host = rest = rest[inside.end() :]
    book = parse_work(host) if host[:1].isupper() and not talks(host) else Work()
    if not book.fields.get("title"):
        return None
    return _work(clean(title), book, rest)


def _work(title: str, book: Work, rest: str) -> Work:
    work = Work({"title": title, "container_title": book.fields.pop("title"), "type": "entry"})
    if by := _BY.match(rest):
        work.put(author=read_names(rest[by.end() :]).names)
    book.fields.pop("type", None)
    work.put(container_author=book.fields.pop("author", None), **book.fields)
    places = [place for place in find_locators(rest) if place.locator.label != "volume"]
    work.locator = best_locator(places) or book.locator
    return work
