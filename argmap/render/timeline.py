"""A map as a timeline: claims and cited documents by date, from top to bottom; what has no one date stands at the end."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.cite.dates import find_dates
from argmap.model import ArgumentMap, Date, Evaluation, MapClaim
from argmap.render import theme as themes
from argmap.render.graph import defaults
from argmap.render.metrics import width
from argmap.render.nodes import claim_node, font, source_node
from argmap.render.part import Part
from argmap.render.quote import attributes, markup, tooltip
from argmap.render.sheet import FULL, Look, Sheet
from argmap.render.theme import Palette, Theme

_ACROSS = 3
_INCH = 72
_DATE_SIZE = 13
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905 - reads as a calendar

Day = tuple[int, ...]
"""Year, month, day; the later ones may be missing."""


class _Entry(NamedTuple):
    """What stands on the timeline: a node's name, its statement, and its dates."""

    name: str
    statement: str
    days: frozenset[Day]


def to_timeline(part: Part, evaluation: Evaluation | None = None, *, theme: Theme = "light", look: Look = FULL) -> str:
    """The claims of a part and the sources that they cite as DOT, one row of boxes after the other.

    A claim's date is that in its data (`date`) or the only one that its text names; a source's the one it was issued.
    Claims with several dates and things with none follow under headings of their own. There are no lines: what a
    claim cites stands on it.
    """
    sheet = Sheet(part, evaluation, themes.palette(theme), Look(look.marks, look.brief, sources=False))
    entries = [*_claims(sheet), *_sources(sheet)]
    dated = sorted((entry for entry in entries if len(entry.days) == 1), key=lambda entry: min(entry.days))
    rows: dict[str, list[str]] = {}
    for entry in dated:
        rows.setdefault(_in_words(min(entry.days)), []).append(entry.name)
    others = {
        told: found
        for told, found in (
            ("More than one date", [entry.name for entry in entries if len(entry.days) > 1]),
            ("Undated", [entry.name for entry in entries if not entry.days]),
        )
        if found
    }
    told = (
        f"Timeline: {len(dated)} of {len(entries)} claims and sources have one date; "
        "a claim stands at the one that it names"
    )
    heading = [text for text in (part.whole.title or "", part.told, told) if text]
    summary = [f"Timeline: {part.whole.title or 'untitled'}", told + ". Earlier things stand higher."]
    statements = defaults(
        sheet.colours, "TB", [heading[0], " – ".join(heading[1:])] if heading[1:] else heading, summary
    )
    statements.append(f"graph{attributes({'ranksep': '0.15'})}")
    statements += [entry.statement for entry in entries]
    statements += _axis(rows, others, sheet.colours)
    return "\n".join(['digraph "map" {', *statements, "}"]) + "\n"


def _claims(sheet: Sheet) -> Iterator[_Entry]:
    for index in sheet.part.claims:
        claim = sheet.part.whole.claims[index]
        yield _Entry(f"claim-{index}", claim_node(sheet, index), _days_of_claim(claim))


def _sources(sheet: Sheet) -> Iterator[_Entry]:
    argument_map: ArgumentMap = sheet.part.whole
    for key in dict.fromkeys(citation.source for claim in sheet.part.map.claims for citation in claim.citations):
        source, name = argument_map.source_of.get(key), sheet.part.names.sources[key]
        days = _days_of_date(source.issued) if source and source.issued else frozenset[Day]()
        yield _Entry(name, source_node(name, source, key, sheet.colours), days)


def _days_of_claim(claim: MapClaim) -> frozenset[Day]:
    said = claim.data.get("date")
    if isinstance(said, str | int) and (days := _days_in(str(said))):
        return days
    return _days_in(f"{claim.text} {claim.id}" if claim.text else claim.id)


def _days_in(text: str) -> frozenset[Day]:
    """The dates of a text; one that only says less of another ("in 1950", "on 30 January 1950") is the same."""
    days = {found.date.date_parts[0] for found in find_dates(text) if found.date.date_parts}
    return frozenset(day for day in days if not any(other != day and other[: len(day)] == day for other in days))


def _days_of_date(date: Date) -> frozenset[Day]:
    if date.date_parts and date.date_parts[0]:
        return frozenset({date.date_parts[0]})
    return _days_in(date.literal or "")


def _in_words(day: Day) -> str:
    year, *rest = day
    month = _MONTHS[rest[0] - 1] if rest and 1 <= rest[0] <= len(_MONTHS) else ""
    number = str(rest[1]) if month and len(rest) > 1 else ""
    era = str(year) if year > 0 else f"{1 - year} BC"
    return " ".join(word for word in (number, month, era) if word)


def _axis(dated: dict[str, list[str]], others: dict[str, list[str]], colours: Palette) -> list[str]:
    """Dates down the left on a line, each with its boxes to the right, a few a row; below, off the line, what has none."""
    statements: list[str] = []
    unseen = {"style": "invis"}
    wide = max((width(told, _DATE_SIZE, bold=True) for told in (*dated, *others)), default=0.0)
    before = ""
    for place, (told, boxes) in enumerate((*dated.items(), *others.items())):
        for start in range(0, len(boxes), _ACROSS):
            name = f"date-{place}-{start}"
            statements.append(_date(name, told if start == 0 else "", wide, colours))
            row = [f'"{box}"' for box in (name, *boxes[start : start + _ACROSS])]
            statements.append(f"{{rank=same; {' -> '.join(row)}{attributes(unseen)}}}")
            if before:
                line = {"color": colours.section_line, "arrowhead": "none", "weight": "100"}
                line |= unseen if place >= len(dated) else {}
                statements.append(f'"{before}" -> "{name}"{attributes(line)}')
            before = name
    return statements


def _date(name: str, told: str, wide: float, colours: Palette) -> str:
    """A date, as wide as the widest (`wide` points in Helvetica; other fonts run wider), so that all boxes begin at one line."""
    room = {"shape": "plaintext", "width": f"{1.2 * wide / _INCH + 0.1:.2f}"}
    if not told:
        return f'"{name}"{attributes(room | {"label": "", "height": "0.02"})}'
    values = room | {
        "id": name,
        "class": "date",
        "label": markup(font([told], _DATE_SIZE, colours.ink, bold=True)),
        "tooltip": tooltip([told]),
    }
    return f'"{name}"{attributes(values)}'
