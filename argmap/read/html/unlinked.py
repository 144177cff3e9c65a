"""Notes without links: raised numbers in the text, and at its end blocks that begin with the same numbers.

Used only where a page has no linked note at all. A raised number is believed to call a note if it stands behind words,
and if most of the raised numbers of the page are answered, each by a block behind it: "10<sup>6</sup>" is not. A number
that is only typed in brackets must be answered by one in the same brackets, or under a title of notes; it may come again.
Blocks that answer typed numbers and have no title of notes over them must be a whole series that ends the page.
"""

import re
from bisect import bisect_right
from collections import defaultdict

from argmap.read.html.links import Link, Pages, Place, follows_words, mark, raises, words
from argmap.read.html.tree import BLOCKS, Page
from argmap.read.html.typed import TYPED

_NUMBER = re.compile(r"\d{1,3}|[*†‡§¶]{1,4}")
_ENTRY = re.compile(r"[↑^\[(\s]{0,4}(\d{1,3}|[*†‡§¶]{1,4})(?!\w)")
_ENTRIES = frozenset({"p", "li", "dd", "dt", "tr"})
_LISTS = frozenset({"ol", "ul", "dl", "table", "tbody"})
_FURNITURE = frozenset({"footer", "nav"})
_MOST = 2 / 3
_FEW_UNCALLED = 5
"""Of so many blocks in a series without a title one may be called by nothing."""

_TITLE_LENGTH = 300
TITLE = re.compile(
    r"(?:foot|end)?notes?(?: and references)?|references|(?:fuß|end)?noten|anmerkungen|einzelnachweise|notes et références"
    r"|notes de bas de page|références|notas|note|riferimenti|примечания",
    re.IGNORECASE,
)
"""What stands over notes."""


def unlinked(pages: Pages) -> list[tuple[Link, Place]]:
    """Raised numbers, as if they were links, and the blocks that answer them."""
    found: list[tuple[Link, Place]] = []
    for number, page in enumerate(pages.pages):
        marks = _marks(pages, number, page)
        entries, title = _entries(page), _title(page) if marks else 0
        marks = _without_powers(page, marks, titled=title < len(page.nodes))
        believed = _believed(page, entries, title) if marks else {}
        answers = [(link, _answer(page, link, believed if _typed(page, link) else entries, title)) for link in marks]
        answered = [(link, (number, entry)) for link, entry in answers if entry is not None]
        once = len({entry for _, entry in answered}) == len(answered) or any(_typed(page, link) for link in marks)
        if len(answered) >= _MOST * len(marks) and once and _is_safe(page, answered, entries, title):
            found.extend(answered)
    return found


def _marks(pages: Pages, number: int, page: Page) -> list[Link]:
    marks = []
    for index, node in enumerate(page.nodes):
        if node.name in BLOCKS or not raises(node) or node.end - node.start > 200:  # noqa: PLR2004
            continue
        text = mark(words(page, index))
        if _NUMBER.fullmatch(text) and follows_words(pages, (number, index)):
            marks.append(Link((number, index), "", "", None, foreign=False, signs=frozenset(), text=text))
    return marks


def _entries(page: Page) -> dict[str, list[int]]:
    """The blocks that begin with a number, by that number, in order."""
    entries: dict[str, list[int]] = defaultdict(list)
    for index, node in enumerate(page.nodes):
        if node.name in _ENTRIES:
            match = _ENTRY.match(words(page, index + 1 if node.name == "tr" and index + 1 < len(page.nodes) else index))
            ordinal = page.ordinals.get(index)
            n = match.group(1) if match else str(ordinal) if ordinal is not None else None
            if n is not None:
                entries[n].append(index)
    return entries


def _typed(page: Page, link: Link) -> bool:
    return TYPED in page.nodes[link.place[1]].attributes


def _without_powers(page: Page, marks: list[Link], *, titled: bool) -> list[Link]:
    """The marks without raised figures behind letters: these are powers, but where notes have a title and it is their turn."""
    kept, highest = [], 0
    for link in marks:
        start = page.nodes[link.place[1]].start
        figure = _typed(page, link) and words(page, link.place[1]).isdigit()
        power = figure and page.text[start - 1 : start].isalpha()
        if not power or (titled and int(link.text) <= highest + 1):
            kept.append(link)
            highest = max(highest, int(link.text) if link.text.isdecimal() else 0)
    return kept


def _is_safe(page: Page, answered: list[tuple[Link, Place]], entries: dict[str, list[int]], title: int) -> bool:
    """Whether blocks that answer typed numbers are notes: under a title, or a series that is called and ends the page."""
    typed = [(link, place[1]) for link, place in answered if _typed(page, link)]
    if all(entry > title for _, entry in typed):
        return True
    first = min(entry for _, (_, entry) in answered)
    series: list[tuple[int, str]] = []
    for index, number in sorted((index, number) for number, of_number in entries.items() for index in of_number):
        if index >= first and not (series and page.inside(index, series[-1][0])):
            series.append((index, number))
    called = list(dict.fromkeys(link.text for link, _ in answered))
    numbers = [str(number) for number in range(1, len(series) + 1)]
    few = len(numbers) - len(called) <= len(numbers) // _FEW_UNCALLED
    ascending = called == [number for number in numbers if number in called]
    return [number for _, number in series] == numbers and few and ascending and _ends(page, series[-1][0], title)


def _ends(page: Page, entry: int, title: int) -> bool:
    """Whether no words of the text stand behind a block, or only those under a title."""
    node = page.nodes[entry]
    parent = page.nodes[node.parent] if node.parent >= 0 else node
    at = max(node.last, parent.last if parent.name in _LISTS else 0)
    until = page.nodes[title].first if entry < title < len(page.nodes) else len(page.items)
    behind = (other for other in page.nodes if other.name in _FURNITURE and other.first >= at)
    until = min([until, *(other.first for other in behind)])
    return not any(char.isalnum() for item in page.items[at:until] for char in page.words(item))


def _believed(page: Page, entries: dict[str, list[int]], title: int) -> dict[str, list[int]]:
    """The blocks that may answer typed numbers: none in a quotation; those under a title, if there are any."""
    quoted: list[bool] = []
    for node in page.nodes:
        quoted.append(node.name == "blockquote" or (node.parent >= 0 and quoted[node.parent]))
    found = {}
    for number, of_number in entries.items():
        outside = [entry for entry in of_number if not quoted[entry]]
        found[number] = [entry for entry in outside if entry > title] or outside
    return found


def _answer(page: Page, link: Link, entries: dict[str, list[int]], title: int) -> int | None:
    """The first block behind a raised number that begins with it."""
    index = link.place[1]
    of_number = entries.get(link.text, [])
    place = bisect_right(of_number, index)
    if place == len(of_number) or page.nodes[of_number[place]].first <= page.nodes[index].last:
        return None
    sign = words(page, index)
    sure = not _typed(page, link) or sign.isdigit() or words(page, of_number[place]).startswith(sign)
    return of_number[place] if sure or of_number[place] > title else None


def _title(page: Page) -> int:
    """The first element that is nothing but a title of notes, or the break behind one; more than all if there is none."""
    for index, node in enumerate(page.nodes):
        before = page.items[node.first - 1] if node.first else None
        broken = page.words(before) if before and before.kind == "text" and node.name == "br" else ""
        short = broken or (words(page, index) if node.end - node.start < _TITLE_LENGTH else "")
        if TITLE.fullmatch(short[:_TITLE_LENGTH].strip(" \t\r\n:.")):
            return index
    return len(page.nodes)
