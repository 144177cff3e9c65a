"""A map that a program changes is written into its own text: comments, order and layout stay."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.convert import dump_map, load_map
from argmap.model import ArgumentMap, Citation, Locator, MapClaim, Relation

TEXT = """\
===
title: A case   # with a remark
===

// Who decided?
[Thesis]: The decision was taken in *spring*.
It was final. {kind: thesis}   /* see the plan */
    + [Cable]: A cable says so. #main {cite: "@doc-1 [3]"}
        - [Copy]   // only a copy
    - <Rival>

<!-- the other side -->

<Rival>: It grew
  by itself.

# Details   // more

An untitled remark.
"""


def read(text: str = TEXT) -> ArgumentMap:
    return load_map(text.encode(), "map.argdown")


def change(found: ArgumentMap, title: str, **fields: Any) -> ArgumentMap:  # noqa: ANN401 - any field
    claims = tuple(one.model_copy(update=fields) if one.id == title else one for one in found.claims)
    return found.model_copy(update={"claims": claims})


def written(changed: ArgumentMap) -> str:
    """The text, which must read back as the map, without a loss."""
    text, losses = dump_map(changed, "argdown")
    assert not losses
    again = read(text)
    assert [(c.id, c.text, c.kind, c.citations, c.tags, c.data) for c in again.claims] == [
        (c.id, c.text, c.kind, c.citations, c.tags, c.data) for c in changed.claims
    ]
    assert [(r.kind, r.premises, r.target) for r in again.relations] == [
        (r.kind, r.premises, r.target) for r in changed.relations
    ]
    return text


def test_what_is_not_changed_is_written_as_it_was() -> None:
    assert written(read()) == TEXT
    crlf = TEXT.replace("\n", "\r\n")
    assert dump_map(read(crlf), "argdown")[0] == crlf


@pytest.mark.parametrize(
    ("title", "fields", "old", "new"),
    [
        ("Thesis", {"kind": "factual"}, "{kind: thesis}", "{kind: factual}"),
        ("Copy", {"kind": "factual"}, "[Copy]   //", "[Copy] {kind: factual}   //"),
        ("Copy", {"text": "It's_new"}, "[Copy]   //", "[Copy]: It's\\_new   //"),
        ("Cable", {"text": "None."}, "A cable says so.", "None."),
        ("Cable", {"tags": ()}, " #main", ""),
        ("Thesis", {"kind": None}, " {kind: thesis}", " "),
        ("Untitled 1", {"text": "Another."}, "An untitled remark.", "Another."),
    ],
)
def test_a_changed_claim_changes_its_own_words_only(title: str, fields: dict[str, Any], old: str, new: str) -> None:
    assert written(change(read(), title, **fields)) == TEXT.replace(old, new)


def test_a_citation_is_added_beside_the_words() -> None:
    cited = (Citation(source="doc-2", locator=Locator(label="page", value="9-12")),)
    text = written(change(read(), "Rival", citations=cited))
    assert text == TEXT.replace("by itself.", 'by itself. {cite: "@doc-2 [9-12]"}')


def test_new_claims_and_relations_come_last() -> None:
    found = read()
    claim = MapClaim(id="New", text="Found later.", section=("Details",))
    relation = Relation(id="r4", kind="attack", premises=("New",), target="Cable")
    changed = found.model_copy(update={"claims": (*found.claims, claim), "relations": (*found.relations, relation)})
    assert written(changed) == TEXT + "\n[New]: Found later.\n  -> [Cable]\n"


def test_a_relation_and_its_claim_are_taken_out() -> None:
    found = read()
    claims = tuple(claim for claim in found.claims if claim.id != "Copy")
    relations = tuple(one for one in found.relations if one.premises != ("Copy",))
    changed = found.model_copy(update={"claims": claims, "relations": relations})
    assert written(changed) == TEXT.replace("        - [Copy]   // only a copy\n", "")


def test_the_title_is_changed_in_the_front_matter() -> None:
    text = written(read().model_copy(update={"title": "Another case"}))
    assert text.startswith('===\ntitle: "Another case"\n===\n\n// Who decided?')


def test_what_cannot_be_changed_in_place_is_written_anew_and_listed() -> None:
    found = read()
    changed = found.model_copy(update={"claims": found.claims[::-1]})
    text, losses = dump_map(changed, "argdown")
    assert "comments" in [loss.what for loss in losses]
    assert [claim.id for claim in read(text).claims] == [claim.id for claim in changed.claims]


FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "text": st.sampled_from(["", "new words", "a [b] {c} *d* // e", "x: y. #z"]),
    "kind": st.sampled_from([None, "factual"]),
    "tags": st.sampled_from([(), ("one",), ("one", "two words")]),
    "weight": st.sampled_from([None, 0.25]),
    "data": st.sampled_from([{}, {"rank": 1}, {"deep": {"er": ["]: }"]}}]),
}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["Thesis", "Cable", "Copy", "Rival", "Untitled 1"]), st.data())
def test_any_change_is_read_back(title: str, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FIELDS)))
    changed = change(read(), title, **{name: data.draw(FIELDS[name])})
    text, _ = dump_map(changed, "argdown")
    again = read(text)
    assert again.claim_of[title].model_copy(update={"line": None}) == changed.claim_of[title].model_copy(
        update={"line": None}
    )
    assert "// Who decided?" in text or title == "Untitled 1"
