"""The handout: pages of A4, with the map, all claims, and all sources with their notes."""

import json
import subprocess

import pytest
from pypdfium2 import PdfDocument

from argmap.errors import PdfMissingError
from argmap.evaluate import evaluate
from argmap.model import ArgumentMap, Citation, MapClaim, Relation, RelationKind, Source
from argmap.render import to_dot, to_handout, to_html
from argmap.render.paper import scale_of
from argmap.render.set_text import Line, set_pages
from argmap.render.whole_page import whole_pages
from tests.render.maps import HARBOUR, VERDICT, tree


def _pages(pdf: bytes) -> list[tuple[tuple[int, int], str]]:
    opened = PdfDocument(pdf)
    try:
        return [
            (
                (round(page.get_width()), round(page.get_height())),
                " ".join(page.get_textpage().get_text_range().split()),
            )
            for page in opened
        ]
    finally:
        opened.close()


@pytest.mark.usefixtures("graphviz")
def test_a_small_map_is_on_the_first_page() -> None:
    said: list[str] = []
    pages = _pages(to_handout(HARBOUR, VERDICT, say=said.append))
    assert said == []
    assert {size for size, _ in pages} <= {(595, 842), (842, 595)}
    assert "Why did the harbour close?" in pages[0][1]
    rest = " ".join(text for _, text in pages[1:])
    for number, claim in enumerate(HARBOUR.claims, start=1):
        assert claim.id in rest
        assert f"{number}. " in rest
    assert "page 2 of 2" in rest
    assert "The Harbour Accounts. Leith: Pier Press, 1921" in rest
    assert "lost/key. Not in the list of sources." in rest


@pytest.mark.usefixtures("graphviz")
def test_a_large_map_has_an_overview_and_a_page_a_section() -> None:
    said: list[str] = []
    pages = _pages(to_handout(tree(200), None, say=said.append))
    assert len(said) == 1
    assert "a page for each of its 4 parts" in said[0]
    assert [f"Part {number}" in pages[number + 1][1] for number in range(4)] == [True] * 4
    assert f"page {len(pages)} of {len(pages)}" in pages[-1][1]


def _bridge() -> ArgumentMap:
    """A thesis with twenty reasons, each with two pieces of evidence; a rebuttal, and an undercut of the first reason."""
    claims = [MapClaim(id="The bridge fell by neglect", kind="thesis")]
    relations: list[Relation] = []

    def bears(kind: RelationKind, premise: str, target: str, *, cites: bool = False) -> None:
        claims.append(MapClaim(id=premise, citations=(Citation(source="s"),) if cites else ()))
        relations.append(Relation(id=f"r{len(relations) + 1}", kind=kind, premises=(premise,), target=target))

    for number in range(20):
        bears("support", f"Pier {number} was never seen to", "The bridge fell by neglect")
        for letter in "ab":
            bears("support", f"Report {number}{letter}", f"Pier {number} was never seen to", cites=True)
    bears("attack", "The ice of that year", "The bridge fell by neglect")
    bears("undercut", "Divers went down twice", "r1", cites=True)
    return ArgumentMap(
        title="Ostry", claims=tuple(claims), relations=tuple(relations), sources=(Source(id="s", type="book"),)
    )


@pytest.mark.usefixtures("graphviz")
def test_a_map_that_cannot_be_drawn_on_a_page_stands_on_it_in_columns() -> None:
    said: list[str] = []
    argument_map = _bridge()
    first = _pages(to_handout(argument_map, evaluate(argument_map), say=said.append))[0]
    assert "all its claims in columns" in said[0]
    assert first[0] == (842, 595)
    assert all(claim.id in first[1] for claim in argument_map.claims)
    assert "⊣ rebuts: The ice of that year – unsupported, no source" in first[1]
    assert "◆ undercuts: Divers went down twice" in first[1]


def test_what_bears_on_a_claim_follows_it_once() -> None:
    argument_map = _bridge()
    again = Relation(id="r99", kind="support", premises=("Pier 3 was never seen to",), target="Divers went down twice")
    dot = next(whole_pages(argument_map.model_copy(update={"relations": (*argument_map.relations, again)}), None))
    assert dot.index("Pier 3 was") < dot.index("Report 3a") < dot.index("Report 3b") < dot.index("Pier 4 was")
    assert dot.count("Report 3a") == 1
    assert dot.count("above)") == 1


def test_a_circle_and_a_map_without_end_come_to_an_end() -> None:
    claims = tuple(MapClaim(id=name) for name in "ab")
    circle = (
        Relation(id="r1", kind="support", premises=("a",), target="b"),
        Relation(id="r2", kind="support", premises=("b",), target="a"),
    )
    assert next(whole_pages(ArgumentMap(claims=claims, relations=circle), None)).count("above)") == 1
    assert list(whole_pages(tree(2000), None)) == []


@pytest.mark.usefixtures("graphviz")
def test_other_scripts_and_hostile_text_are_set() -> None:
    claims = (MapClaim(id="</TD>> ]", text="\\N Сталин согласился & <b>", citations=(Citation(source="s"),)),)
    source = Source(id="s", type="book", title="Корея", note="Printed twice.")
    pages = _pages(to_handout(ArgumentMap(claims=claims, sources=(source,)), None, say=print))
    assert "</TD>> ]" in pages[-1][1]
    assert "Сталин" in pages[-1][1]
    assert "Printed twice." in pages[-1][1]


def test_a_page_of_html_prints_the_notes_of_sources_too() -> None:
    claims = (MapClaim(id="c", citations=(Citation(source="s"),)),)
    source = Source(id="s", type="book", title="T", note="Seen in <1990>.")
    assert "<small>Seen in &lt;1990&gt;.</small>" in to_html(ArgumentMap(claims=claims, sources=(source,)), None, "")


def test_a_title_is_never_left_alone_at_the_foot_of_a_page() -> None:
    lines = [line for number in range(200) for line in (Line(f"{number}. Title", "strong"), Line("word " * 40, "text"))]
    pages = set_pages("T", lines, before=3)
    assert len(pages) > 5
    assert all(page.rindex("word") > page.rindex("Title") for page in pages)
    assert "page 4 of" in pages[0]


def test_a_paragraph_longer_than_a_page_is_broken() -> None:
    pages = set_pages("T", [Line("word " * 20_000, "text")], before=0)
    assert len(pages) > 10
    assert sum(page.count("word") for page in pages) == 20_000


def test_a_drawing_stands_upright_or_across_whichever_is_larger() -> None:
    assert scale_of(2000, 500) == scale_of(500, 2000)
    assert scale_of(10, 10) == 1.5


@pytest.mark.usefixtures("graphviz")
def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(PdfMissingError, match=r"argmap\[pdf\]"):
        to_handout(HARBOUR, None, say=print)


@pytest.mark.usefixtures("graphviz")
def test_boxes_stand_clear_of_the_frame_of_their_section_on_paper_too() -> None:
    command = ["dot", "-Tjson0", "-Gmargin=0"]  # as for a PDF
    laid = json.loads(subprocess.run(command, input=to_dot(HARBOUR).encode(), capture_output=True, check=True).stdout)
    frames = {entry["_gvid"]: entry for entry in laid["objects"] if entry["name"].startswith("cluster")}
    assert frames
    for frame in frames.values():
        left, low, right, high = map(float, frame["bb"].split(","))
        for box in (laid["objects"][number] for number in frame["nodes"]):
            (x, y), across, up = map(float, box["pos"].split(",")), 36 * float(box["width"]), 36 * float(box["height"])
            assert min(x - across - left, right - x - across, y - up - low, high - y - up) > 5


def test_what_a_claim_cites_is_not_torn_from_it() -> None:
    claim = [Line("Claim", "strong"), Line("What it says.", "text"), Line("Cites Quay 1921.", "small")]
    pages = set_pages("Harbour", claim * 60, before=0)
    assert len(pages) > 2
    assert [page.count("What it says.") for page in pages] == [page.count("Cites Quay 1921.") for page in pages]
