"""References whose parts are closed by full stops ("Smith, J. 1990. Title. Place: House."): put together again."""

import re
from dataclasses import replace

from argmap.cite.archives import find_calls
from argmap.cite.imprint import find_imprint
from argmap.cite.lexicon import TALK
from argmap.cite.locators import find_locators
from argmap.cite.markers import refers_back
from argmap.cite.names import read_names
from argmap.cite.segment import CONTINUES, SIGNAL, Atom, behind_signal
from argmap.cite.work import Work
from argmap.cite.works import parse_work

_NUMBERED = re.compile(r"\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)])\s+(?=\w)")
_YEAR = re.compile(r"[\s,.]*\(?(?:1[4-9]|20)\d\d[a-z]?\)?(?:,\s[A-Z][a-z]+[^)]{0,12}\))?[.,:]?(?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_PARTS = 7
_LONGEST = 900
_NEAR_START = 3


def references_joined(text: str, atoms: list[Atom]) -> list[Atom]:
    """Join the atoms of each such reference into one that is `whole`; all others stay as they are."""
    out: list[Atom] = []
    index = 0
    while index < len(atoms):
        stop = _reach(text, atoms, index)
        if stop > index:
            out.append(replace(atoms[index], end=atoms[stop - 1].end, whole=True))
        else:
            out.append(atoms[index])
        index = max(stop, index + 1)
    return out


def _opens(words: str) -> bool:
    """Whether an atom begins such a reference: nothing but names, or names and a year, or names and initials last."""
    if lead := _NUMBERED.match(words) or SIGNAL.match(words):
        words = words[lead.end() :]
    names = read_names(words)
    if not names.names:
        return False
    rest = words[names.end :]
    inverted = bool(names.names[0].given) and "." in words[max(0, names.end - 2) : names.end + 1]
    surname_first = words.lstrip().startswith(names.names[0].family or "\0")
    if rest[:1] == "," and names.names[0].given and rest[2:3].isupper() and not _talk(rest) and not find_locators(rest):
        return not find_imprint(rest) and len(rest) < _LONGEST // 3
    if (
        rest[:2] == ": " and names.names[0].given and not _talk(rest) and not find_imprint(rest)
    ):  # "Eva Horn: Das Meer."
        return True
    return (
        not rest.strip(" .,:")
        or bool(_YEAR.match(rest))
        or (inverted and surname_first and len(names.names[0].given or "") > 0)
    )


def _reach(text: str, atoms: list[Atom], index: int) -> int:
    """Behind which atom the reference that begins at `index` ends; `index` itself if none begins there."""
    first = atoms[index]
    begin = behind_signal(text, first.start, first.end)
    words = text[begin : first.end]
    if first.whole or first.container or len(words) > _LONGEST or not _opens(words) or _other(words):
        return index
    stop, found = index + 1, parse_work(words)
    while stop < len(atoms) and stop - index < _MOST_PARTS and atoms[stop].end - first.start < _LONGEST:
        part = text[atoms[stop].start : atoms[stop].end]
        names_only = not words[read_names(words).end :].strip(" .,;&")
        if (
            atoms[stop].container
            or atoms[stop].whole
            or _other(part)
            or not (atoms[stop].closes or (names_only and stop == index + 1))
        ):
            break
        if _whole(found) and not _completes(part, found):
            break
        if found.fields.get("title") and len(_talk(part)) > 1:
            break
        stop += 1
        found = parse_work(text[begin : atoms[stop - 1].end])
    if not _whole(found) or (stop == index + 1 and not _dated(found)):
        return index
    return stop if not _talk((found.fields.get("title") or "").split(" ")[0]) else index


def _other(words: str) -> bool:
    return bool(refers_back(words) or find_calls(words))


def _talk(words: str) -> list[str]:
    return [word for word in _WORD.findall(words) if word in TALK]


def _dated(work: Work) -> bool:
    return bool(work.fields.get("issued"))


def _whole(work: Work) -> bool:
    """Whether title and enough else are there to name a source."""
    keys = {"publisher", "container_title", "URL", "DOI", "genre"}
    named = bool(work.fields.get("title")) and bool(work.fields.get("author") or work.fields.get("editor"))
    return named and (bool(keys & work.fields.keys()) or work.locator is not None)


def _completes(part: str, work: Work) -> bool:
    """Whether a further part is an imprint, a year, pages or an address of the reference before it."""
    imprint = find_imprint(part)
    lacks_year = not _dated(work) and bool(_YEAR.fullmatch(part.strip()))
    lacks_house = not work.fields.get("publisher") and imprint is not None and imprint.start <= _NEAR_START
    return lacks_year or lacks_house or bool(CONTINUES.match(part))
