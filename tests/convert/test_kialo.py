"""Kialo's text."""

import pytest

from argmap.convert import KEPT, dump_map, load_map
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, Citation, Locator, MapClaim, Relation, Source

LINKS = """Discussion Title: Mills

1. The mill was worth its price.
1.1. Pro: It ground the corn of \\[three\\] parishes, says [the deed](https://example.org/deed_(old)).
1.1.1. Con: The parishes had
mills of their own.
1.2. Con: The leat ran dry.
1.2.1. Pro: -> See 1.1.1.
"""

NOTES = """Discussion Name:

Mills and leats

1.

   Which mill was first?

1.1.
   The upper one. [1] It is older [2]; see [3].
1.1.1. Pro:

   It has the older stones. [2]

Sources:

[1] https://example.org/a A survey
[2] The manor roll
"""


def test_pros_cons_links_and_references() -> None:
    found = load_map(LINKS.encode(), "x.txt")
    assert found.title == "Mills"
    assert [(claim.id, claim.text) for claim in found.claims] == [
        ("1", "The mill was worth its price."),
        ("1.1", "It ground the corn of [three] parishes, says the deed."),
        ("1.1.1", "The parishes had\nmills of their own."),
        ("1.2", "The leat ran dry."),
    ]
    assert [(one.kind, one.premises, one.target) for one in found.relations] == [
        ("support", ("1.1",), "1"),
        ("attack", ("1.1.1",), "1.1"),
        ("attack", ("1.2",), "1"),
        ("support", ("1.1.1",), "1.2"),
    ]
    assert [source.URL for source in found.sources] == ["https://example.org/deed_(old)"]
    assert found.claims[1].citations == (Citation(source=found.sources[0].id),)


def test_numbered_notes_and_theses() -> None:
    found = load_map(NOTES.encode(), "x")
    assert found.title == "Mills and leats"
    assert [(claim.id, claim.text) for claim in found.claims] == [
        ("1", "Which mill was first?"),
        ("1.1", "The upper one. It is older; see [3]."),
        ("1.1.1", "It has the older stones."),
    ]
    assert [(one.premises, one.target) for one in found.relations] == [(("1.1.1",), "1.1")]
    assert [(source.id, source.title, source.URL) for source in found.sources] == [
        ("example-org-a", "A survey", "https://example.org/a"),
        ("the-manor-roll", "The manor roll", None),
    ]
    assert [loss.what for loss in found.losses] == [KEPT]


@pytest.mark.parametrize("text", [LINKS, NOTES])
def test_an_export_comes_back(text: str) -> None:
    found = load_map(text.encode(), "x.txt")
    written, losses = dump_map(found, "kialo")
    assert not losses
    again = load_map(written.encode(), "x.txt")
    for field in ("title", "sources", "data"):
        assert getattr(again, field) == getattr(found, field)
    assert [(c.id, c.text, c.citations) for c in again.claims] == [(c.id, c.text, c.citations) for c in found.claims]
    assert [(r.kind, r.premises, r.target) for r in again.relations] == [
        (r.kind, r.premises, r.target) for r in found.relations
    ]
    if text is LINKS:
        assert written == text


OWN = ArgumentMap(
    title="Mills",
    claims=(
        MapClaim(id="Sale", text="The mill was sold."),
        MapClaim(id="Deed", text="A deed says so.", citations=(Citation(source="d", locator=Locator(label="page", value="3")),)),
        MapClaim(id="Seal"),
        MapClaim(id="Forged", text="The seal is [forged]."),
    ),
    relations=(
        Relation(id="r1", kind="support", premises=("Deed", "Seal"), target="Sale"),
        Relation(id="r2", kind="undercut", premises=("Forged",), target="r1"),
    ),
    sources=(Source(id="d", type="book", title="Deeds", URL="https://example.org/d"),),
)  # fmt: skip


def test_an_own_map_is_an_outline_and_says_what_it_cost() -> None:
    text, losses = dump_map(OWN, "kialo")
    assert text == (
        "Discussion Title: Mills\n\n1. The mill was sold.\n1.1. Pro: A deed says so. [1]\n"
        "1.1.1. Con: The seal is \\[forged].\n1.2. Pro: Seal\n\nSources:\n[1] Deeds https://example.org/d\n"
    )
    told = {loss.what: loss.detail for loss in losses}
    assert told["undercut"] == "relation 'r2': written as a con of the premise 'Deed'"
    assert told["premises"].startswith("relation 'r1': 'Deed', 'Seal' hold together")
    assert told["citations"] == "claim 'Deed': @d [3]: without the locator"
    assert told["text"].startswith("claim 'Seal'")
    assert told["sources"].startswith("source 'd'")
    assert sum(loss.what == "title" for loss in losses) == 4


def test_a_stale_text_is_not_written() -> None:
    found = load_map(LINKS.encode(), "x.txt")
    claims = tuple(claim.model_copy(update={"text": "New."} if claim.id == "1.1" else {}) for claim in found.claims)
    text, _ = dump_map(found.model_copy(update={"claims": claims}), "kialo")
    assert "1.1. Pro: New. [1]\n" in text
    assert "parishes, says" not in text


def test_a_chain_too_deep_for_numbers_is_cut_and_told() -> None:
    claims = tuple(MapClaim(id=f"c{n}", text=f"x{n}") for n in range(1_000))
    relations = tuple(
        Relation(id=f"r{n}", kind="support", premises=(f"c{n}",), target=f"c{n - 1}") for n in range(1, 1_000)
    )
    text, losses = dump_map(ArgumentMap(claims=claims, relations=relations), "kialo")
    assert len(text) < 400_000
    assert sum(loss.what == "depth" for loss in losses) == 9
    assert len(load_map(text.encode(), "x").relations) == 999


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1. a\n1.1. Pro: b\n1.1. Con: c\n", "x:3: not a readable map (a second claim '1.1.'"),
        ("1. a\n1.2.1. Pro: b\n", "x:2: not a readable map ('1.2.1.' stands under '1.2.', which is not there"),
        ("2. a\n2.1. Pro: b\n", "x:1: not a readable map (the first claim is '2.'"),
        ("1. a\n1.1. Pro: -> See 1.7.\n", "'-> See 1.7.' leads to no claim"),
        ("1. a\n1.1. Pro: -> See 1.1.\n", "leads to no claim"),
        ("1. a\n1.1. Pro: -> See 1.2.\n1.2. Con: -> See 1.1.\n", "leads to no claim"),
        ("Discussion Title: a\n\nwords\n", "no claim '1.'"),
    ],
)
def test_a_broken_outline_is_an_error_with_its_line(text: str, hint: str) -> None:
    with pytest.raises(NotAMapError) as caught:
        load_map(text.encode(), "x", format="kialo")
    assert hint in str(caught.value)
