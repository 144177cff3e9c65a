"""Reading sources.json."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.convert import load_sources
from argmap.errors import BrokenCaseError
from argmap.model import Date, Name


def load(items: object) -> tuple[object, ...]:
    return load_sources(json.dumps(items).encode(), "sources.json")


def test_csl_items_as_reference_managers_write_them() -> None:
    (found,) = load_sources(
        json.dumps(
            [
                {
                    "id": "b",
                    "type": "book",
                    "title": "T",
                    "volume": 3,
                    "author": [{"family": "Smith", "given": "J.", "parse-names": True}, {"literal": "A body"}],
                    "issued": {"date-parts": [["1950", 6, 25]], "circa": 1},
                    "accessed": {"raw": "spring 1951"},
                    "publisher-place": "Here",
                    "call-number": "X 1",
                    "number-of-pages": 12,
                    "custom": {"fond": "059a", "derived-from": ["c"]},
                }
            ]
        ).encode(),
        "sources.json",
    )
    assert found.author == (Name(family="Smith", given="J."), Name(literal="A body"))
    assert found.issued == Date(date_parts=((1950, 6, 25),), circa=True)
    assert found.accessed == Date(literal="spring 1951")
    assert (found.volume, found.publisher_place) == ("3", "Here")
    assert found.custom == {"fond": "059a", "derived-from": ("c",), "call-number": "X 1", "number-of-pages": "12"}


@pytest.mark.parametrize(
    ("items", "hint"),
    [
        ({"id": "b"}, "a JSON list"),
        (["b"], "item 1"),
        ([{"type": "book"}], "without id"),
        ([{"id": "b"}], "type"),
        ([{"id": "b", "type": "scroll"}], "'b'"),
        ([{"id": "b", "type": "book"}, {"id": "b", "type": "book"}], "two items"),
        ([{"id": "b", "type": "book", "author": "Smith"}], "author"),
        ([{"id": "b", "type": "book", "author": [{"family": "Smith", "rank": "Dr"}]}], "rank"),
        ([{"id": "b", "type": "book", "relations": [{"x": 1}]}], "relations"),
        ([{"id": "b", "type": "book", "custom": "x"}], "custom"),
    ],
)
def test_broken_items_are_named(items: object, hint: str) -> None:
    with pytest.raises(BrokenCaseError) as caught:
        load(items)
    assert hint in str(caught.value)
    assert "sources.json" in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'[{"id": ' + b"9" * 10_000 + b"}]"])
def test_what_is_no_json(data: bytes) -> None:
    with pytest.raises(BrokenCaseError):
        load_sources(data, "sources.json")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(["id", "type", "author", "issued", "volume", "custom", "call-number", "title", "DOI", "x"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.dictionaries(FIELDS, JSON | st.just("book"), max_size=5), max_size=3))
def test_nothing_but_a_broken_case_error_comes_out(items: list[dict[str, object]]) -> None:
    try:
        load(items)
    except BrokenCaseError as error:
        assert "sources.json" in str(error)  # noqa: PT017 - either outcome is right, a crash is not
