"""A handout on A4: the map, the claims with what they cite, the bibliography.

Graphviz sets the pages of text too: it embeds the fonts of the reader's system for whatever script a name is written in,
so that no other library and no font is needed for a page; pypdfium2 (the extra `pdf`) joins the pages.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from argmap.model import ArgumentMap, Evaluation, MapClaim
from argmap.render import words
from argmap.render.bibliography import bibliography
from argmap.render.dot import to_dot
from argmap.render.draw import Say, draw
from argmap.render.fit import size_of, smallest_text
from argmap.render.groups import groups
from argmap.render.names import Names
from argmap.render.overview import overview_drawings
from argmap.render.paper import join, scale_of
from argmap.render.part import Part, members, skeleton, whole
from argmap.render.set_text import Line, set_pages
from argmap.render.sheet import Look
from argmap.render.text import clean
from argmap.render.whole_page import whole_pages

READ_ON_PAPER = 5.0
"""Points: the smallest text of a map on paper, its captions; titles are then 6 points at the least."""
_MOST_ON_PAGE = 110
_FEW = 30
"""Claims up to which their text may fit on a page too, and they may stand side by side."""
_FULL = 3
"""Looks with the claims' text."""
_ACROSS = (6, 5, 4, 3, 2)
"""Boxes of the overview in a row that are tried."""
_BRIEF = Look(brief=True, sources=False)
_LOOKS = (
    Look(),
    Look(sources=False),
    Look(sources=False, columns=4),
    _BRIEF,
    *(replace(_BRIEF, columns=columns, sections=sections) for sections in (True, False) for columns in (8, 6, 5, 4, 3)),
)


class _Fit(NamedTuple):
    """A drawing and the size of its smallest text on paper, in points."""

    dot: str
    size: float


def to_handout(argument_map: ArgumentMap, evaluation: Evaluation | None, *, say: Say) -> bytes:
    """The handout as PDF.

    The map stands on the first page, with as much of its text as can be read there; a map too large for that begins
    with all its claims in columns, or with an overview, and each of its sections has a page. `say` is told so.

    Raises:
        GraphvizMissingError, GraphvizFailedError: If Graphviz is missing or cannot draw.
        PdfMissingError: If pypdfium2 is not installed.
    """
    pictures = list(_pictures(argument_map, evaluation, lambda dot: draw(dot, "svg", say=say), say))
    title = clean(argument_map.title or "") or "Argument map"
    pages = set_pages(title, [*_claims(argument_map, evaluation), *_sources(argument_map)], before=len(pictures))
    return join(
        [draw(dot, "pdf") for dot in pictures],
        [draw(dot, "pdf") for dot in pages],
    )


def _pictures(
    argument_map: ArgumentMap, evaluation: Evaluation | None, svg: Callable[[str], bytes], say: Say
) -> Iterator[str]:
    # More claims than these no drawing brings on a page: not tried, for each try is a run of Graphviz.
    best = _best(whole(argument_map), evaluation, svg) if len(argument_map.claims) <= _MOST_ON_PAGE else _Fit("", 0)
    if best.size >= READ_ON_PAPER or not argument_map.claims:
        yield best.dot
        return
    boxes = groups(argument_map)
    begins = list(_beginnings(argument_map, evaluation, svg))
    say(
        "the whole map cannot be read on one A4 page as a drawing: the handout begins with "
        f"{', then '.join(told for told, _ in begins)}, and has a page for each of its {len(boxes)} parts"
    )
    yield from (dot for _, dot in begins)
    for group in boxes:
        yield _best(members(argument_map, group.claims, group.name), evaluation, svg).dot


def _beginnings(
    argument_map: ArgumentMap, evaluation: Evaluation | None, svg: Callable[[str], bytes]
) -> Iterator[tuple[str, str]]:
    """What stands for the whole of a map that is too large to be drawn on a page: in words, and as DOT."""
    set_whole = _largest(whole_pages(argument_map, evaluation), svg)
    if set_whole.size >= READ_ON_PAPER:
        yield "all its claims in columns", set_whole.dot
    bones = skeleton(argument_map)
    drawn = _best(bones, evaluation, svg) if len(bones.claims) <= _MOST_ON_PAGE else _Fit("", 0)
    if drawn.size >= READ_ON_PAPER:
        yield "the claims without their evidence", drawn.dot
    elif set_whole.size < READ_ON_PAPER:
        yield "an overview", _largest(overview_drawings(argument_map, evaluation, across=_ACROSS), svg).dot


def _largest(dots: Iterable[str], svg: Callable[[str], bytes]) -> _Fit:
    fits = (_Fit(dot, _size_on_paper(svg(dot))) for dot in dots)
    return max(fits, key=lambda fit: fit.size, default=_Fit("", 0))


def _best(part: Part, evaluation: Evaluation | None, svg: Callable[[str], bytes]) -> _Fit:
    """The fullest drawing whose text can be read on one page, else the one with the largest text."""
    best = _Fit("", 0.0)
    few = len(part.claims) <= _FEW
    for look in _LOOKS if few else _LOOKS[_FULL:]:
        for direction in ("RL", "BT") if look.columns is None and few else ("RL",):
            dot = to_dot(part.whole, evaluation, part=part, look=look, direction=direction)
            size = _size_on_paper(svg(dot))
            if size >= READ_ON_PAPER:
                return _Fit(dot, size)
            best = max(best, _Fit(dot, size), key=lambda fit: fit.size)
    return best


def _size_on_paper(svg: bytes) -> float:
    width, height = size_of(svg)
    return smallest_text(svg) * scale_of(width, height)


def _claims(argument_map: ArgumentMap, evaluation: Evaluation | None) -> Iterator[Line]:
    yield Line("Claims", "heading")
    sections: dict[tuple[str, ...], list[MapClaim]] = {}
    for claim in argument_map.claims:
        sections.setdefault(claim.section, []).append(claim)
    numbers = count(1)
    for section, claims in sections.items():
        yield Line(clean(" › ".join(section)) or "Other claims", "subheading")
        for claim in claims:
            yield from _claim(next(numbers), argument_map, claim, evaluation)


def _claim(number: int, argument_map: ArgumentMap, claim: MapClaim, evaluation: Evaluation | None) -> Iterator[Line]:
    verdict = words.status(evaluation, claim)
    told = [words.caption(argument_map, claim), *([verdict.label] if verdict else [])]
    if words.lacks_source(argument_map, claim):
        told.append("no source")
    title, text = words.heading(claim), clean(claim.text)
    yield Line(f"{number}. {title or text or 'untitled'} – {', '.join(told)}", "strong")
    if title and text and text != title:
        yield Line(text, "text")
    if cites := words.citations(argument_map, claim):
        yield Line(f"Cites {'; '.join(cites)}.", "small")


def _sources(argument_map: ArgumentMap) -> Iterator[Line]:
    yield Line("Sources", "heading")
    for line, note in bibliography(argument_map, Names(argument_map)):
        yield Line(line, "entry")
        if note:
            yield Line(note, "small")
