"""Readable, stable ids of sources: weathersby2002, avprf-059a-5a-3-11-87, shtykov-stalin-1950-05-29."""

import re
from collections import defaultdict
from collections.abc import Iterator
from string import ascii_lowercase

from argmap.cite.folding import latin
from argmap.cite.holdings import LEAVES
from argmap.cite.library import Entry, title_words
from argmap.cite.names import family
from argmap.model import Date

_CALL_PARTS = 6
_LONGEST = 60


def name_entries(entries: list[Entry]) -> None:
    """Give every entry its id; equal ones get a, b, c … in the order of first mention."""
    wanted: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        wanted[_identity(entry)].append(entry)
    taken = set(wanted)
    for base, group in wanted.items():
        if len(group) == 1:
            group[0].id = base
            continue
        suffixes = _suffixes(separated=not base[-1].isdigit() or "-" in base)
        for entry in group:
            name = next(candidate for suffix in suffixes if (candidate := base + suffix) not in taken)
            taken.add(name)
            entry.id = name


def _suffixes(*, separated: bool) -> Iterator[str]:
    mark = "-" if separated else ""
    for letter in ascii_lowercase:
        yield mark + letter
    number = 27
    while True:
        yield f"-{number}"
        number += 1


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits, everything else a hyphen."""
    return re.sub(r"[^a-z0-9]+", "-", latin(text)).strip("-")


def _identity(entry: Entry) -> str:
    return (_archival(entry) if entry.archival else _work(entry))[:_LONGEST].strip("-") or "source"


def _work(entry: Entry) -> str:
    names = [slug(family(name)).replace("-", "") for name in entry.creators[:1]]
    year = str(entry.year) if entry.year else ""
    if names and names[0]:
        return names[0] + year if year else "-".join([names[0], *title_words(entry.title)[:2]])
    words = title_words(entry.title)[:3]
    numbers = [slug(str(entry.fields[key])) for key in ("volume", "issue") if entry.fields.get(key)]
    return "-".join([*words, *numbers, *([year] if year and not numbers else [])])


def _archival(entry: Entry) -> str:
    custom = {key: value for key, value in (entry.fields.get("custom") or {}).items() if key != "archive-name"}
    if custom:
        order = ("fond", "opis", "delo", "papka")
        keys = [key for key in order if key in custom] + [key for key in custom if key not in order]
        values = [re.sub(r"[-–—,].*$", "", custom[key]) if key in LEAVES else custom[key] for key in keys]
        return "-".join(
            filter(
                None,
                [slug(entry.fields.get("archive") or "").replace("-", ""), *(slug(v) for v in values[:_CALL_PARTS])],
            )
        )
    people = [slug(family(name)) for key in ("author", "recipient") for name in entry.fields.get(key, ())[:1]]
    issued = entry.fields.get("issued")
    day = (
        "-".join(f"{part:02d}" for part in issued.date_parts[0])
        if isinstance(issued, Date) and issued.date_parts
        else ""
    )
    named = people if len(people) > 1 else list(title_words(entry.fields.get("title") or "document")[:4])
    return "-".join(filter(None, [*named, day]))
