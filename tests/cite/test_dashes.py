"""Dashes typed with hyphens are read as those that they stand for, in any kind of note."""

import time

import pytest

from argmap.cite import cite
from tests.cite.making import document, mentions, read, source

BOOK = "Ada Marsh, *The Old Mills* (Dover: Reed Press, 1990)"


@pytest.mark.parametrize(
    ("note", "value"),
    [
        (f"{BOOK}, 610--623, https://elm.example/a--b.", "610–623"),
        (f"{BOOK}, 61---3.", "61—3"),
        (f"{BOOK}, xii--xv, 45--6.", "xii–xv, 45–6"),
        ("Ada Marsh, “The Weir,” *Elm Review* 12, no. 3 (1999): 61--92.", "61–92"),
        ("Ada Marsh, “The Weir,” in *Elm Essays*, ed. Jane Reed (Dover: Reed, 1990), 61 -- 92.", "61–92"),
        ("Ada Marsh, *I mulini dell'Elm*, Roma, Laterza, 1991, pp. 61--92.", "61–92"),
    ],
)
def test_a_typed_range_is_a_range(note: str, value: str) -> None:
    (mention,) = mentions(note)
    assert mention.locator is not None
    assert mention.locator.value == value


def test_a_back_reference_has_a_typed_range() -> None:
    found = mentions(f"{BOOK}, 3.", "Ibid., 75--76; Marsh, *Old Mills*, 248--49.")
    assert [(mention.kind, mention.locator and mention.locator.value) for mention in found] == [
        ("ibid", "75–76"),
        ("short", "248–49"),
    ]


def test_a_mention_shows_what_stands_in_the_note_and_where() -> None:
    first, second = f"{BOOK}, 61--63", "Jane Reed, *Mills--Owners---Heirs* (Dover: Reed, 1993), 5--6"
    note = f"{first}; {second}.".replace("*", "")
    found = mentions(f"{first}; {second}.")
    assert [mention.text.rstrip(".") for mention in found] == [first.replace("*", ""), second.replace("*", "")]
    assert [mention.start - 3 for mention in found] == [0, note.index("Jane")]
    assert read(f"{second}.").sources[0].title == "Mills–Owners—Heirs"


def test_a_title_in_quotation_marks_has_the_dash() -> None:
    assert source("Ada Marsh, “Mills--A History,” *Elm Review* 12 (1999): 6.").title == "Mills–A History"


def test_addresses_and_hyphens_in_words_stay() -> None:
    found = source("Ada Marsh, “The Well-Known Mill,” *Elm Review* 12 (1999): 6, https://elm.example/the--mill---x.")
    assert (found.title, found.URL) == ("The Well-Known Mill", "https://elm.example/the--mill---x")


def test_many_dashes_take_no_long_time() -> None:
    begin = time.perf_counter()
    cite(document("a--" * 100_000, "-" * 200_000, "--- " * 50_000))
    assert time.perf_counter() - begin < 20
