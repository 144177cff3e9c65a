"""Writing Argdown: what is written is read back equal, or its loss is listed."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.convert import dump_map, load_map
from argmap.evaluate import evaluate
from argmap.model import ArgumentMap, Citation, Locator, MapClaim, Relation, Source
from tests.convert.maps import CITATIONS, NASTY, WORDS, maps, without_lines


def read_back(argument_map: ArgumentMap) -> ArgumentMap:
    text, _ = dump_map(argument_map, "argdown")
    return without_lines(load_map(text.encode(), "map.argdown"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps())
def test_a_map_is_read_back_equal_or_its_losses_are_listed(argument_map: ArgumentMap) -> None:
    text, losses = dump_map(argument_map, "argdown")
    found = load_map(text.encode(), "map.argdown")
    if not losses:
        assert without_lines(found) == argument_map
    assert not found.losses
    again, _ = dump_map(without_lines(found), "argdown")
    assert without_lines(load_map(again.encode(), "map.argdown")).claims == without_lines(found).claims


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps())
def test_a_claim_between_joint_premises_and_target_changes_no_status(argument_map: ArgumentMap) -> None:
    text, losses = dump_map(argument_map, "argdown")
    if all(loss.what == "joint premises" and "left out" not in loss.detail for loss in losses):
        before, after = evaluate(argument_map), evaluate(load_map(text.encode(), "map.argdown"))
        assert {claim.id: after.status_of[claim.id].status for claim in before.claims} == {
            claim.id: claim.status for claim in before.claims
        }


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(0, 1, width=16) | NASTY | WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["a", "b c", "]:"]), inner, max_size=2),
    max_leaves=4,
)
DATA = st.dictionaries(st.sampled_from(["anchor", "rank", "x y", "===", "yes", "null"]), JSON, max_size=2)
SHARES = st.none() | st.sampled_from([0.0, 0.25, 1.0])


@st.composite
def full_maps(draw: st.DrawFn) -> ArgumentMap:
    """A map with something in every field."""
    plain = draw(maps(most=5))
    claims = tuple(
        claim.model_copy(
            update={
                "standard": draw(st.none() | st.sampled_from(["corroborated(2)", "preponderance", "a: b"])),
                "weight": draw(SHARES),
                "data": draw(DATA),
            }
        )
        for claim in plain.claims
    )
    relations = tuple(
        relation.model_copy(
            update={
                "title": draw(st.none() | NASTY),
                "scheme": draw(st.none() | st.sampled_from(["Modus ponens", "from: expert", "a, b", "null"])),
                "citations": draw(CITATIONS),
                "reason": draw(st.none() | WORDS),
                "confidence": draw(SHARES),
                "weight": draw(SHARES),
                "data": draw(DATA),
            }
        )
        for relation in plain.relations
    )
    return plain.model_copy(update={"claims": claims, "relations": relations, "data": draw(DATA)})


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(full_maps())
def test_every_field_is_read_back_or_its_loss_is_listed(argument_map: ArgumentMap) -> None:
    text, losses = dump_map(argument_map, "argdown")
    found = load_map(text.encode(), "map.argdown")
    assert not found.losses
    if not losses:
        assert without_lines(found) == argument_map


def test_every_field_of_a_plain_case_has_its_place() -> None:
    relations = (
        Relation(
            id="r1", kind="support", premises=("a", "b"), target="c", scheme="Modus ponens", title="Step", weight=1
        ),
        Relation(id="r2", kind="attack", premises=("d",), target="a", reason="seen", confidence=0.5, data={"k": ["}"]}),
        Relation(id="r3", kind="undercut", premises=("d",), target="r2", citations=(Citation(source="s"),), weight=0),
    )
    claims = tuple(
        MapClaim(id=title, text="x", standard="best", weight=0.5, data={"anchor": "p1.s1"})
        for title in ("a", "b", "c", "d")
    )
    argument_map = ArgumentMap(title="T", claims=claims, relations=relations, data={"author": "me", "===": "==="})
    text, losses = dump_map(argument_map, "argdown")
    assert not losses
    assert '-- Modus ponens {title: "Step", weight: 1.0} --' in text
    assert read_back(argument_map) == argument_map


CASE = """\
===
title: "A case"
===

[Thesis]: The decision was taken in spring. #main {kind: thesis}
  + [Cable]: A cable says so. {cite: "@doc-1 [fol. 3]; @book-2 [9-12]", kind: factual}
    - [Copy]: Only a copy is known. {cite: "@book-3"}
  - [Rival]: It grew by itself.
    - [Cable]

# Details

<Argument>: It follows. #pro

(1) [Cable]
(2) [Thesis]
----
  <_ [Doubt]
(3) [End]
"""


def test_the_layout_of_a_case_is_kept() -> None:
    """Nesting, order, data and structures come out as a person would write them."""
    first = load_map(CASE.encode(), "map.argdown")
    text, losses = dump_map(without_lines(first), "argdown")
    assert text.startswith(CASE.split("\n\n# Details", maxsplit=1)[0])
    assert "(1) [Cable]\n(2) [Thesis]\n----\n" in text
    assert not losses or {loss.what for loss in losses} == {"undercut"}
    assert dump_map(without_lines(load_map(text.encode(), "map.argdown")), "argdown")[0] == text


def test_a_deep_chain_is_not_indented_without_end() -> None:
    claims = tuple(MapClaim(id=f"c{number}") for number in range(300))
    relations = tuple(
        Relation(id=f"r{number}", kind="support", premises=(f"c{number}",), target=f"c{number - 1}")
        for number in range(1, 300)
    )
    chain = ArgumentMap(claims=claims, relations=relations)
    text, losses = dump_map(chain, "argdown")
    assert not losses
    assert max(len(line) - len(line.lstrip()) for line in text.splitlines()) <= 12
    assert read_back(chain) == chain


def test_claims_of_no_section_after_a_section_keep_their_place() -> None:
    argument_map = ArgumentMap(
        title="One",
        claims=(
            MapClaim(id="a", text="x", section=("One",)),
            MapClaim(id="b", text="y"),
            MapClaim(id="c", section=("Two",)),
        ),
    )
    assert read_back(argument_map) == argument_map


def test_titles_that_argdown_cannot_hold_are_listed() -> None:
    argument_map = ArgumentMap(claims=(MapClaim(id="a]b"), MapClaim(id="a)b"), MapClaim(id="-x", form="argument")))
    text, losses = dump_map(argument_map, "argdown")
    assert [loss.what for loss in losses].count("title") >= 2
    assert len(load_map(text.encode(), "map.argdown").claims) == 3


def test_what_argdown_cannot_carry_is_listed() -> None:
    place = Locator(label="page", value="3", inherited=True)
    argument_map = ArgumentMap(
        claims=(
            MapClaim(
                id="a", text="two  spaces", citations=(Citation(source="s", locator=place), Citation(source="a b"))
            ),
            MapClaim(id="b", tags=("no)good",)),
        ),
        relations=(
            Relation(id="r1", kind="support", premises=("b",), target="a"),
            Relation(id="r2", kind="support", premises=("b",), target="a"),
            Relation(id="r3", kind="support", premises=("gone",), target="a"),
        ),
        sources=(Source(id="s", type="book"),),
    )
    _, losses = dump_map(argument_map, "argdown")
    assert {loss.what for loss in losses} == {"white space", "locator", "citation", "tag", "relation", "sources"}


def test_an_empty_map_is_written_as_one() -> None:
    assert read_back(ArgumentMap()) == ArgumentMap()
