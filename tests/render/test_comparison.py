"""Two maps on one drawing."""

import re

import pytest
from lxml import etree

from argmap.diff import diff_maps
from argmap.evaluate import evaluate
from argmap.model import ArgumentMap, Citation, Locator, MapClaim, Relation, RelationKind, Source
from argmap.render import Theme, comparison_of, united
from argmap.render.sheet import Mark
from tests.render.boxes import boxes, overlapping

SOURCES = (Source(id="log", type="book", title="Log"), Source(id="diary", type="book", title="Diary"))
BEFORE = ArgumentMap(
    title="Harbour",
    claims=(
        MapClaim(id="Closed", text="The harbour closed.", kind="thesis"),
        MapClaim(id="Silt", text="It filled with silt.", citations=(Citation(source="log"),)),
        MapClaim(id="War", text="The war closed it.", section=("Views",)),
        MapClaim(id="Tide", text="Tides kept it open."),
        MapClaim(id="Rain", text="Rain helped."),
    ),
    relations=(
        Relation(id="r1", kind="support", premises=("Silt",), target="Closed"),
        Relation(id="r2", kind="attack", premises=("War",), target="Closed"),
        Relation(id="r3", kind="undercut", premises=("Tide",), target="r1"),
        Relation(id="r4", kind="undercut", premises=("Rain",), target="r2"),
    ),
    sources=SOURCES[:1],
)
AFTER = ArgumentMap(
    title="Harbour",
    claims=(
        MapClaim(id="Closed", text="The harbour closed for good.", kind="thesis"),
        MapClaim(id="Silt", text="It filled with silt."),
        MapClaim(id="Tide", text="Tides kept it open."),
        MapClaim(id="Rain", text="Rain helped.", citations=(Citation(source="diary"),)),
        MapClaim(id="Trade", text="Trade had moved away."),
    ),
    relations=(
        Relation(id="r1", kind="undercut", premises=("Tide",), target="r2"),
        Relation(id="r2", kind="support", premises=("Silt",), target="Closed"),
        Relation(id="r3", kind="support", premises=("Trade",), target="Closed"),
    ),
    sources=SOURCES,
)


def _both() -> tuple[ArgumentMap, dict[str, tuple[str, str]], dict[str, tuple[Mark, str]]]:
    both, marks = united(BEFORE, AFTER, diff_maps(BEFORE, AFTER, (evaluate(BEFORE), evaluate(AFTER))))
    return both, dict(marks.claims), dict(marks.relations)


def test_nothing_of_either_map_is_missing() -> None:
    both, claims, relations = _both()
    assert [claim.id for claim in both.claims] == ["Closed", "Silt", "Tide", "Rain", "Trade", "War"]
    assert claims["War"] == ("dropped", "dropped")
    assert claims["Trade"] == ("added", "added")
    assert claims["Closed"][1].startswith("reworded")
    assert "no longer cited (was Log)" in claims["Silt"][1]
    assert "now cited" in claims["Rain"][1]
    assert "Tide" not in claims
    assert relations == {"r3": ("added", "new"), "r4": ("dropped", "dropped"), "r5": ("dropped", "dropped")}
    undercut = next(relation for relation in both.relations if relation.id == "r5")
    assert (undercut.kind, undercut.target) == ("undercut", "r4")


def test_a_map_and_itself_have_no_marks() -> None:
    both, marks = united(BEFORE, BEFORE, diff_maps(BEFORE, BEFORE))
    assert both == BEFORE
    assert not marks.claims
    assert not marks.relations


def test_another_place_in_a_source_is_said_on_the_claim() -> None:
    def citing(page: str) -> ArgumentMap:
        cited = Citation(source="log", locator=Locator(label="page", value=page))
        claim = BEFORE.claims[1].model_copy(update={"citations": (cited,)})
        return BEFORE.model_copy(update={"claims": (BEFORE.claims[0], claim, *BEFORE.claims[2:])})

    old, new = citing("4"), citing("7")
    _, marks = united(old, new, diff_maps(old, new))
    assert marks.claims == {"Silt": ("changed", "cites Log at 7, before at 4")}


def _turned(kind: RelationKind) -> ArgumentMap:
    """The earlier map with another relation from silt to the closing; the undercut of that step stays."""
    first = BEFORE.relations[0].model_copy(update={"kind": kind})
    return BEFORE.model_copy(update={"relations": (first, *BEFORE.relations[1:])})


def test_a_relation_of_another_kind_is_one_edge_that_says_what_it_was() -> None:
    both, marks = united(BEFORE, _turned("attack"), diff_maps(BEFORE, _turned("attack")))
    assert len(both.relations) == len(BEFORE.relations)
    assert marks.relations == {"r1": ("changed", "before: supports")}


@pytest.mark.usefixtures("graphviz")
@pytest.mark.parametrize(
    ("first", "second", "was", "now"),
    [("support", "attack", "supports", "rebuts"), ("attack", "support", "rebuts", "supports")],
)
def test_a_relation_of_another_kind_is_drawn_with_both_kinds_in_words(
    first: RelationKind, second: RelationKind, was: str, now: str
) -> None:
    old, new = _turned(first), _turned(second)
    both, marks = united(old, new, diff_maps(old, new))
    svg = comparison_of(both, None, marks, "svg", theme="print", say=lambda _told: None).decode()
    assert svg.count(f">{now}<") == 1 + (now == "rebuts")  # the other is that of the war
    assert svg.count(f"BEFORE: {was.upper()}") == 1
    assert "claims none; relations 1 changed" in svg


def _drawn(theme: Theme) -> bytes:
    both, marks = united(BEFORE, AFTER, diff_maps(BEFORE, AFTER))
    return comparison_of(both, evaluate(AFTER), marks, "svg", theme=theme, say=lambda _told: None)


@pytest.mark.usefixtures("graphviz")
@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_changes_are_told_in_words_and_lines_not_in_colour_alone(theme: Theme) -> None:
    svg = _drawn(theme)
    assert overlapping(boxes(svg)) == []
    text = svg.decode()
    for words in ("ADDED", "DROPPED", "REWORDED", "NOW CITED", "NO LONGER CITED", "rebuts – DROPPED", "NEW"):
        assert words in text, words
    assert "line-through" in text
    assert "1 added, 1 dropped, 3 changed" in text
    classes = {g.get("id"): g.get("class") or "" for g in etree.fromstring(svg).iter("{http://www.w3.org/2000/svg}g")}
    assert "dropped" in classes["claim-5"].split()
    assert "added" in classes["r3"].split()


@pytest.mark.usefixtures("graphviz")
def test_a_page_of_changes_tells_them_in_its_list() -> None:
    both, marks = united(BEFORE, AFTER, diff_maps(BEFORE, AFTER))
    page = comparison_of(both, evaluate(AFTER), marks, "html", theme="light", say=lambda _told: None).decode()
    entries = re.findall(r'data-id="(claim-\d)".*?<b>(.*?)</b>', page)
    assert ("claim-5", "dropped") in entries
    assert "The harbour closed." in page
