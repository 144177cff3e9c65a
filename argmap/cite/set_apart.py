"""Titles in italics in Italian, French, German, Spanish … notes: names stand before them, and all else is the author's talk.

The tagger reads such notes by their words and knows of no italics. They tell it where a reference begins ("Sul mulino, cfr.
A. Marsh, *Le acque*": at the name) and, afterwards, what the title is and who wrote it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from argmap.cite.drafts import WORD
from argmap.cite.issues import read_issue
from argmap.cite.names import THE_SAME, read_names
from argmap.cite.nesting import nesting
from argmap.cite.people import read_people
from argmap.cite.periodical import PERIODICAL_NAME
from argmap.cite.segment import Atom
from argmap.cite.stretches import Stretch, spans, within
from argmap.cite.work import Work, clean

_BEGINS = re.compile(r"(?<![\w’'-])[^\W\d_a-zß-ÿа-я]")
_LAST_WORD = re.compile(r"[^\W\d_]+[’']?\s?$")
_JOINS = frozenset({"de", "di", "da", "del", "della", "von", "van", "du", "des", "y", "e", "et", "und", "la", "le"})
"""Small words inside of names and between them, which are no talk before a name."""
_HEAD, _LONGEST_LEAD = 160, 640
_MOST_NAMES = 12
_BESIDE = re.compile(r"\s[–—-]\s|\s?/\s?")
_INVERTED = re.compile(
    r"[^\W\d_a-zß-ÿ][\w’'-]+(?:\s[^\W\d_a-zß-ÿ][\w’'-]+)?,\s[^\W\d_a-zß-ÿ][\w’'.-]*(?:\s[^\W\d_a-zß-ÿ][\w’'.-]*){0,2}"
)
"""Family name first: "Reed, Karl"."""
_COMMA = re.compile(r",\s")
_SHORTENED = re.compile(
    r"(?:[^\W\d_a-zß-ÿ][a-zß-ÿ]{0,2}\.[\s-]?){1,3}(?:(?:de|du|von|van|di|da)\s|[dD][’'])?[^\W\d_a-zß-ÿ][\w’'-]+(?:\s[^\W\d_a-zß-ÿ][\w’'-]+)?"
)
"""A given name cut short: "Ch. Moulin", "Th. de Marsh"."""
_IN = re.compile(r"(?:^|[\s,.])(?:[Ii]n|[Dd]ans|[Ee]n|[Ii]m|[Nn]el(?:la)?)\b:?\s(?:[„“«]\s?)?$")
_HOSTED = re.compile(r"\s?,?\s?(?:(?:in|dans|en|im|nel(?:la)?)\b:?)?\s?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_ROLE = re.compile(r"\s?[(\[](?:[EeÉé]ds?|[Hh]rsg|[Hh]gg?|[Dd]irs?|[Cc]oords?|[Aa] cura di)\.?[)\]]$")
_NUMBERS_BEHIND = re.compile(r"[,.]?\s(?:Bd\.\s|vol\.\s|t\.\s)?(?:\d{1,4}|[IVXLC]{1,7})(?:[,/]\s?\d{1,3})?,?\s\(")
"""A volume and a year in brackets behind a journal's name."""
_VOLUME = re.compile(
    r",?\s(?:tom[eo]|t\.|vol(?:ume|\.)?|Bd\.|Band|part[ei])\s?(?P<volume>[IVXLC]{1,7}|\d{1,3})[,:.]\s", re.IGNORECASE
)
_PLACED = re.compile(
    r",?\s(?:\(?cit\.\)?,?\s)?(?:(?:pp?|[Ss]s?)\.\s?)?\d{1,4}(?:\s?[-–]{1,3}\s?\d{1,4})?(?:(?:,|\s[yeo&]|\set|\sund)\s\d{1,4}(?:[-–]\d{1,4})?){0,3}(?:\s?ff?\.?)?[\s.]*"
)
"""Nothing but a page behind a short title."""
_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")


def led_apart(text: str, atoms: Sequence[Atom], titles: Sequence[Stretch]) -> list[Atom]:
    """Atoms in which nothing but a signal and names stands before a title in italics: the talk before is one of its own."""
    if not titles:
        return list(atoms)
    out: list[Atom] = []
    for atom in _with_whole_titles(atoms, titles):
        rest = atom
        for start, end in within(titles, atom.start + 1, atom.end):
            if not (rest.start < start < rest.end):
                continue
            for begin in (_reference(text, rest, start), _next(text, rest, end, titles)):
                if begin is not None:
                    out.append(replace(rest, end=_talk_end(text, rest.start, begin)))
                    rest = Atom(begin, rest.end, closes=False)
        out.append(rest)
    return out


def set_off(atoms: Sequence[Atom], whole: Callable[[Atom], object]) -> list[Atom]:
    """Atoms with those that are `whole` marked, so that neither they nor what stands behind them is joined to others."""
    out: list[Atom] = []
    behind = False
    for atom in atoms:
        here = bool(whole(atom))
        out.append(replace(atom, closes=False) if here or behind else atom)
        behind = here
    return out


def stands_alone(text: str, atom: Atom, titles: Sequence[Stretch]) -> bool:
    """Whether the italics show that a reference ends where the atom does: an issue, a title, or names, a title and a page."""
    return bool(title_alone(text, atom, titles) or read_issue(text, atom, titles) or _shortened(text, atom, titles))


def _shortened(text: str, atom: Atom, titles: Sequence[Stretch]) -> bool:
    begin = atom.begin(text)
    title = next(iter(within(titles, begin, atom.end)), None)
    return title is not None and named(text[begin : title[0]]) and bool(_PLACED.fullmatch(text, title[1], atom.end))


def title_alone(text: str, atom: Atom, titles: Sequence[Stretch]) -> Work | None:
    """A work that is called by its title in italics alone, where nothing else stands: "*Le acque.*"."""
    start = atom.begin(text)
    title = next(iter(within(titles, start, atom.end)), None)
    if title is None or WORD.search(text[start : title[0]]) or text[title[1] : atom.end].strip(" .,;"):
        return None
    words = text[slice(*title)]
    return Work({"title": clean(words), "type": "book"}) if len(words.split()) > 1 else None


def _with_whole_titles(atoms: Sequence[Atom], titles: Sequence[Stretch]) -> Iterator[Atom]:
    """Atoms joined where a full stop or a signal inside of a title cut them."""
    last: Atom | None = None
    for atom in atoms:
        if last is not None and spans(titles, atom.start):
            last = replace(last, end=atom.end)
            continue
        if last is not None:
            yield last
        last = atom
    if last is not None:
        yield last


def _talk_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\n,(":
        end -= 1
    return end


def _reference(text: str, atom: Atom, title: int) -> int | None:
    """Where the reference begins, if it is not where the atom does (or behind its signal)."""
    begin = atom.begin(text)
    if title - begin > _LONGEST_LEAD:
        return None
    words = text[begin:title]
    if not WORD.search(words) or _DIGIT.search(words) or nesting(words).groups:
        return None
    if named(words) or _opens_with_names(words):
        return None
    names = _names_at_end(words)
    if names is not None:
        return begin + names if names else None
    last = _LAST_WORD.search(words)
    talk = words.rstrip().endswith(":") or (last is not None and last.group()[0].islower())
    return title if talk and not _IN.search(words) and "," not in words and _BEGINS.match(text, title) else None


def _next(text: str, atom: Atom, end: int, titles: Sequence[Stretch]) -> int | None:
    """Where another reference begins behind the year of one: "…, Elm, 1971 riporta: A. Marsh, *Le acque*"."""
    following = next((start for start, _ in within(titles, end, atom.end)), None)
    colon = text.rfind(": ", end, following) if following is not None else -1
    if following is None or colon < 0 or not _YEAR.search(text, end, colon):
        return None
    return colon + 2 if named(text[colon + 2 : following]) else None


def _opens_with_names(words: str) -> bool:
    """Whether a reference begins here: names and a mark ("Marsh, introduction à *Les eaux*")."""
    names = read_names(words)
    return bool(names.names) and words[names.end : names.end + 2].strip()[:1] in {",", ":", "/", ";"}


def named(words: str) -> bool:
    """Whether words before a title are nothing but names, their role and a mark."""
    words = _ROLE.sub("", words.strip(" ,:\n"))
    return bool(words) and all(_is_name(part) for part in _BESIDE.split(words))


def _is_name(words: str) -> bool:
    """Whether words are names, in any order ("Marsh Ada", "Reed, Karl", "A. Marsh e K. Reed"), or stand for one."""
    if _INVERTED.fullmatch(words) or _SHORTENED.fullmatch(words):
        return True
    names = read_names(f"{words},")
    return names.end >= len(words) > 0 and bool(names.names or THE_SAME.match(words))


def _names_at_end(words: str) -> int | None:
    """Where the names at the end of some words begin; 0 if they begin with the words, None if there are none."""
    core = words.rstrip(" ,:\n")
    if core == words.rstrip() and not words.endswith(" "):
        return None
    floor = max(0, len(core) - _HEAD)
    found = [match.start() for match in _BEGINS.finditer(core, floor)][-_MOST_NAMES:]
    for place in found:
        if not named(core[place:]):
            continue
        before = _LAST_WORD.search(core[:place])
        amid = before is not None and before.group().strip(" ’'").lower() not in _JOINS and place > 0
        comma = _COMMA.search(core, place)
        if amid and comma and before is not None and before.group()[0].islower() and _whole(core[comma.end() :]):
            return comma.end()  # "un repertorio su Ada Marsh, K. Reed, *Titolo*"
        return place
    return None


def _whole(words: str) -> bool:
    """Whether these are names with given names or initials, so that what stands before needs not be their family name."""
    names = read_names(f"{words},").names
    return named(words) and bool(names) and bool(names[0].given) and not words.startswith(names[0].family or "\0")


def names_title(text: str, start: int, end: int, titles: Sequence[Stretch]) -> bool:
    """Whether a stretch begins with names and a title in italics, and so is a reference."""
    first = next(iter(within(titles, start + 1, end)), None)
    return first is not None and named(text[start : first[0]]) and not _journal(text, start, first)


def _journal(text: str, start: int, title: Stretch) -> bool:
    """Whether these italics are a journal's, whose article stands before it in plain letters: "Marsh, Weirs, *Elm Review*"."""
    if _NUMBERS_BEHIND.match(text, title[1]):
        return True
    before = text[start : title[0]].strip(" ,:")
    return PERIODICAL_NAME.search(text, *title) is not None and not _whole(before)


def titled(text: str, start: int, end: int, titles: Sequence[Stretch], work: Work) -> None:
    """Give a work what its italics tell: the title, its authors before it, and the book or journal around it."""
    inside = within(titles, start, end)
    if not inside or work.fields.get("type") in {"document", "article-newspaper"}:
        return
    first = inside[0]
    before = text[start : first[0]]
    if _hosted(before, text[slice(*first)], work):
        return
    if (
        _journal(text, start, first)
        or nesting(before).groups
        or _IN.search(before)
        or (WORD.search(before) and not named(before))
    ):
        return
    work.fields["title"] = clean(text[slice(*first)])
    if not WORD.search(before):
        work.fields.pop("author", None)
    people = read_people(_ROLE.sub("", before.strip(" ,:")))
    if people and not (work.fields.get("author") or work.fields.get("editor")):
        work.put(author=people)
    host = inside[1] if len(inside) > 1 and _IN.search(text[first[1] : inside[1][0]]) else None
    if host:
        work.fields["container_title"] = clean(text[slice(*host)])


def volume_apart(text: str, start: int, end: int, titles: Sequence[Stretch]) -> tuple[str, dict[str, str]]:
    """The words of a reference without the volume between two titles in italics, and that volume's number and title.

    For "Marsh, *Le acque*, vol. II, *Il mulino 1860-1863*, Elm 1981": the years in it are none of the imprint.
    """
    inside = within(titles, start, end)
    for (_, behind), (before, stop) in pairwise(inside):
        if volume := _VOLUME.fullmatch(text[behind:before]):
            named = {"volume": volume["volume"], "volume_title": clean(text[before:stop])}
            return text[start:behind] + text[stop:end], named
    return text[start:end], {}


def _hosted(before: str, host: str, work: Work) -> bool:
    """For "Marsh, « Les moulins », dans *Les eaux*": the title is what stands in quotation marks; whether it is so."""
    groups = nesting(before).groups
    quote = groups[-1] if groups and groups[-1].quoted else None
    if quote is None or len(groups) > 1 or not _HOSTED.fullmatch(before[quote.close + 1 :]):
        return False
    author = before[: quote.open]
    if WORD.search(author) and not named(author):
        return False
    work.fields["title"] = clean(before[quote.open + 1 : quote.close])
    work.fields["container_title"] = clean(host)
    work.put(author=read_people(author.strip(" ,:")))
    return True
