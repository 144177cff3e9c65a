"""Overview, sections, timeline and source map: what they say, and that they can be read."""

import re

import pytest

from argmap.errors import UnknownNameError
from argmap.evaluate import evaluate
from argmap.model import ArgumentMap, Citation, Date, MapClaim, Relation, Source
from argmap.render import View, draw, drawings
from argmap.render.fit import READABLE, readable, text_pixels
from argmap.render.groups import groups
from argmap.render.layout import loose
from tests.render.boxes import boxes, overlapping, strictly_rising, text_outside
from tests.render.maps import HARBOUR, VERDICT, tree


def _svg(dot: str) -> bytes:
    return draw(dot, "svg")


def _chain(length: int) -> ArgumentMap:
    claims = tuple(MapClaim(id=f"Step {number}", text="Because of the next. " * 5) for number in range(length))
    relations = tuple(
        Relation(id=f"r{number}", kind="support", premises=(f"Step {number + 1}",), target=f"Step {number}")
        for number in range(length - 1)
    )
    return ArgumentMap(title="Chain", claims=claims, relations=relations)


@pytest.mark.usefixtures("graphviz")
@pytest.mark.parametrize("argument_map", [tree(1000), _chain(400)], ids=["tree", "chain"])
def test_every_view_of_a_large_map_can_be_read(argument_map: ArgumentMap) -> None:
    names = [group.name for group in groups(argument_map)]
    views = [View(collapse=True), *(View(section=name) for name in (names[0], names[len(names) // 2], names[-1]))]
    views.append(View(focus=argument_map.claims[20].id))
    for view in views:
        _, svg = readable(drawings(argument_map, None, view), _svg)
        assert text_pixels(svg) >= READABLE, view
        assert overlapping(boxes(svg)) == [], view
        assert text_outside(svg, 1) == [], view


@pytest.mark.usefixtures("graphviz")
def test_ten_thousand_claims_have_a_readable_overview() -> None:
    large = tree(10_000)
    _, svg = readable(drawings(large, None, View(collapse=True)), _svg)
    assert text_pixels(svg) >= READABLE
    assert len(boxes(svg)) == 200
    assert overlapping(boxes(svg)) == []


@pytest.mark.usefixtures("graphviz")
def test_the_overview_counts_what_is_in_its_boxes() -> None:
    dot = next(drawings(HARBOUR, VERDICT, View(collapse=True)))
    for words in ("2 claims", "1 contested, 1 stands", "1 refuted, 1 unsupported", "2 without any source"):
        assert words in dot, words
    assert "1 × rebuts" in dot
    svg = draw(dot, "svg").decode()
    assert 'aria-label="Section: Silt – 2 claims"' in svg


def test_rows_say_in_words_what_lines_would_say() -> None:
    *_, last = drawings(tree(1000), None, View(collapse=True))
    assert "→ supports Part 0 (50)" in last
    assert 'class="support"' not in last


def test_a_limit_of_columns_lets_no_chain_pass() -> None:
    chain = _chain(9)
    free = loose(chain, 3)
    assert [number in free for number in range(8)] == [False, False, True, False, False, True, False, False]


def test_a_circle_is_cut_somewhere() -> None:
    claims = tuple(MapClaim(id=name) for name in "abc")
    relations = tuple(
        Relation(id=f"r{number}", kind="support", premises=(start,), target=end)
        for number, (start, end) in enumerate((("a", "b"), ("b", "c"), ("c", "a")))
    )
    assert len(loose(ArgumentMap(claims=claims, relations=relations), 4)) == 1


def test_an_unknown_view_is_an_error() -> None:
    with pytest.raises(UnknownNameError, match="sources"):
        list(drawings(HARBOUR, None, View(kind="source")))  # type: ignore[arg-type]


DATED = ArgumentMap(
    title="Dates",
    claims=(
        MapClaim(id="Late", text="On 3 May 1902 the last ship left.", citations=(Citation(source="diary"),)),
        MapClaim(id="Early", text="The mole was built in 1850."),
        MapClaim(id="Given", text="It was winter.", data={"date": "January 1900"}),
        MapClaim(id="Many", text="Between 1851 and 1853 and again in 1860 it was mended."),
        MapClaim(id="Same", text="In 1902, on 3 May 1902 to be exact, it rained."),
        MapClaim(id="Never", text="Harbours silt up."),
    ),
    sources=(
        Source(
            id="diary", type="book", title="Diary", issued=Date(date_parts=((1901,),)), custom={"derived-from": "log"}
        ),
        Source(id="log", type="manuscript", title="Log of the pilot"),
    ),
)


def test_the_timeline_dates_what_has_one_date_and_lists_the_rest() -> None:
    dot = next(drawings(DATED, evaluate(DATED), View("timeline")))
    dates = re.findall(r'class="date".*?<B>([^<]+)</B>', dot)
    assert dates == ["1850", "January 1900", "1901", "3 May 1902", "More than one date", "Undated"]
    assert "5 of 7 claims and sources have one date" in dot
    for index in range(len(DATED.claims)):
        assert f'"claim-{index}" [id=' in dot


@pytest.mark.usefixtures("graphviz")
def test_earlier_things_stand_higher() -> None:
    svg = draw(next(drawings(DATED, None, View("timeline"))), "svg")
    found = boxes(svg)
    assert overlapping(found) == []
    down = [found[name][1] for name in ("claim-1", "claim-2", "source-0", "claim-0", "claim-3", "claim-5")]
    assert strictly_rising(down)


def test_the_source_map_has_what_sources_derive_from() -> None:
    dot = next(drawings(DATED, evaluate(DATED), View("sources")))
    assert '"source-1" -> "source-0"' in dot
    assert "derived from" in dot
    assert "1 of 6 claims cite 1 source;" in dot
    assert "cited by 1 claim<" in dot
    assert "without it 1 claim no longer stands" in dot
    assert '"claim-1"' not in dot


@pytest.mark.usefixtures("graphviz")
@pytest.mark.parametrize("view", [View("timeline"), View("sources"), View(collapse=True), View(section="Silt")])
@pytest.mark.parametrize("text", ['</TD>>]; x [URL="javascript:alert(1)"]', "\\N & ]]> <b>", "]"])
def test_hostile_text_breaks_no_view(view: View, text: str) -> None:
    claims = tuple(
        MapClaim(id=f"{text}{number}", text=text, section=("Silt", text), citations=(Citation(source="s"),))
        for number in range(3)
    )
    hostile = ArgumentMap(title=text, claims=claims, sources=(Source(id="s", type="book", title=text, note=text),))
    svg = draw(next(drawings(hostile, evaluate(hostile), view)), "svg").decode()
    assert "href" not in svg
    assert "<b>" not in svg


def test_the_empty_map_has_every_view() -> None:
    for view in (View("timeline"), View("sources"), View(collapse=True), View()):
        assert next(drawings(ArgumentMap(), None, view)).startswith("digraph")
