"""The values' own behaviour: places of clean text, lines, digests and anchors."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from argmap.model import (
    Anchor,
    ArgumentMap,
    Citation,
    Date,
    Document,
    DocumentInfo,
    MapClaim,
    Name,
    Position,
    Prose,
    Relation,
    Run,
    Sentence,
    Source,
    Span,
    digest,
    locate,
)

PROSE = Prose(
    text="ab & c",
    runs=(
        Run(at=0, length=3, start=10, end=13),
        Run(at=3, length=1, start=13, end=18),  # "&amp;"
        Run(at=4, length=2, start=20, end=22),
    ),
)


@pytest.mark.parametrize(
    ("stretch", "place"),
    [((0, 1), (10, 11)), ((1, 3), (11, 13)), ((3, 4), (13, 18)), ((2, 6), (12, 22)), ((4, 5), (20, 21))],
)
def test_clean_text_knows_its_place(stretch: tuple[int, int], place: tuple[int, int]) -> None:
    assert PROSE.span(*stretch) == Span(start=place[0], end=place[1])


@pytest.mark.parametrize("stretch", [(0, 0), (-1, 2), (3, 7)])
def test_a_stretch_outside_of_the_text_is_refused(stretch: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        PROSE.span(*stretch)


@given(st.text(alphabet="ab\n\r\u2028é", max_size=40), st.data())
def test_positions_are_what_an_editor_shows(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    position = Document(info=DocumentInfo(format="text", text=text)).position(offset)
    before = text[:offset]
    assert position == Position(line=before.count("\n") + 1, column=offset - (before.rfind("\n") + 1) + 1)


def test_a_packed_format_has_no_lines() -> None:
    assert Document(info=DocumentInfo(format="docx", text="a\nb")).position(2) is None


def test_digests_ignore_what_formats_change() -> None:
    assert digest("The “mill” —  at Orbe’s race.") == digest('the "mill" - at Orbe\'s race')
    assert digest("The mill at Orbe.") != digest("The mill at Orbes.")


def _document(*texts: str) -> Document:
    sentences = tuple(
        Sentence(id=f"p1.s{number}", paragraph="p1", start=0, end=1, text=text, at=0)
        for number, text in enumerate(texts, start=1)
    )
    return Document(info=DocumentInfo(format="text"), sentences=sentences)


def test_anchors_are_found_again_or_reported_lost() -> None:
    anchors = tuple(
        Anchor(claim=claim, text="essay", sentence=place, digest=digest(words))
        for claim, place, words in [("A", "p1.s1", "One."), ("B", "p1.s2", "Two."), ("C", "p1.s3", "Gone.")]
    )
    found = locate(anchors, _document("New.", "Two!", "one"))
    assert [(place.claim, place.sentence, place.moved) for place in found] == [
        ("A", "p1.s3", True),
        ("B", "p1.s2", False),
        ("C", None, False),
    ]


def test_of_equal_sentences_the_nearest_is_meant() -> None:
    anchor = Anchor(claim="A", text="essay", sentence="p1.s3", digest=digest("Again."))
    assert locate((anchor,), _document("Again.", "x", "y", "Again."))[0].sentence == "p1.s4"


def test_sources_are_written_as_csl_json() -> None:
    source = Source(
        id="x", type="book", publisher_place="Orbe", author=(Name(family="A"),), issued=Date(date_parts=((1931,),))
    )
    written = json.loads(source.model_dump_json())
    assert written == {
        "id": "x",
        "type": "book",
        "publisher-place": "Orbe",
        "author": [{"family": "A"}],
        "issued": {"date-parts": [[1931]]},
    }
    assert Source.model_validate(written) == source


def test_values_are_frozen_and_closed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(MapClaim(id="A"), "id", "B")  # noqa: B010 - the point is what happens at run time
    with pytest.raises(ValidationError, match="Extra inputs"):
        MapClaim.model_validate({"id": "A", "colour": "red"})


def test_evidence_cites_and_nothing_supports_it() -> None:
    cited = MapClaim(id="A", citations=(Citation(source="s"),))
    other = MapClaim(id="B", citations=(Citation(source="s"),))
    bare = MapClaim(id="C")
    support = Relation(id="r1", kind="support", premises=("B",), target="A")
    made = ArgumentMap(claims=(cited, other, bare), relations=(support,))
    assert [made.role(claim) for claim in made.claims] == ["claim", "evidence", "claim"]


def test_a_copy_with_other_claims_knows_these_and_not_the_old_ones() -> None:
    first = ArgumentMap(claims=(MapClaim(id="Tide"), MapClaim(id="Silt")))
    assert set(first.claim_of) == {"Tide", "Silt"}
    assert set(first.model_copy(update={"claims": first.claims[:1]}).claim_of) == {"Tide"}
