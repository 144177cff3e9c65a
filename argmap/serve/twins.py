"""Which sources of a text are plainly sources of the map under another id."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from argmap.model import Source

Mark = tuple[str, ...]

_NUMBER = re.compile(r"\d+[^\W\d_]?")
_ACRONYM = re.compile(r"\(([^\W\d_]{2,12})\)")
_PARTS = frozenset(
    {"article", "article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference"}
)
_FEWEST_NUMBERS = 3
_FEWEST_LETTERS = 20


def twins(of_map: Iterable[Source], of_text: Iterable[Source]) -> list[tuple[Source, tuple[str, ...]]]:
    """Every work once, with all ids that map and text give it; the map's item is the one shown.

    Two items are one work if they share an id or a mark (see `marks`). A mark that several sources of the map bear
    tells nothing, so a doubtful pair stays two.
    """
    groups = {source.id: (source, [source.id]) for source in of_map}
    owners = _owners(source for source, _ in groups.values())
    for source in of_text:
        owner = source.id if source.id in groups else next((owners[m] for m in marks(source) if m in owners), source.id)
        ids = groups.setdefault(owner, (source, []))[1]
        if source.id not in ids:
            ids.append(source.id)
    return [(source, tuple(ids)) for source, ids in groups.values()]


def _owners(sources: Iterable[Source]) -> dict[Mark, str]:
    borne = [(mark, source.id) for source in sources for mark in set(marks(source))]
    bearers = Counter(mark for mark, _ in borne)
    return {mark: name for mark, name in borne if bearers[mark] == 1}


def marks(source: Source) -> Iterator[Mark]:
    """What makes an item one work: its call number; a document's title and day; author, title and year.

    The year is left out for parts of other works (articles, chapters) with a title long enough to be their own:
    a journal's double number has two years.
    """
    numbers = _NUMBER.findall(source.archive_location or "")
    if len(numbers) >= _FEWEST_NUMBERS:
        yield ("call-number", _acronym(source.archive or ""), *(number.casefold() for number in numbers))
    title, date = _main_title(source.title or ""), source.issued.date_parts[:1] if source.issued else ()
    if not title:
        return
    if date and len(date[0]) == 3:  # noqa: PLR2004 - year, month, day
        yield ("day", title, *(str(part) for part in date[0]))
    author = _bare(source.author[0].family or source.author[0].literal or "") if source.author else ""
    if author:
        yield ("work", author, title, str(date[0][0]) if date and date[0] else "")
        if source.type in _PARTS and len(title) >= _FEWEST_LETTERS:
            yield ("part", author, title)


def _main_title(title: str) -> str:
    """Without subtitle, and without the day that titles of documents end in."""
    return _bare(re.split(r"[:(]|, \d", title, maxsplit=1)[0])


def _acronym(archive: str) -> str:
    found = _ACRONYM.search(archive)
    return _bare(found.group(1) if found else archive)


def _bare(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
