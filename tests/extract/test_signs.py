"""Learnt signs of a need for a citation."""

import json
import time

import pytest

from argmap.extract.place import Place
from argmap.extract.signs import WEIGHTS, Weights, levelled, shipped, signs, strongest, weighed
from tests.extract.conftest import Judge

WEIGHED = Weights({"word acres": 1.0, "word spirit": -1.5, "mark £": 0.5, "place first": -0.5}, -0.25)


def test_words_marks_and_place_are_signs_and_names_are_none() -> None:
    found = signs("“The rents of Thorne fell by £30; nobody wept.", Place(first=True))
    assert {"word the", "opens the", "word fell", "mark £", "mark ;", "mark “", "place first"} <= found.keys()
    assert not {"word thorne", "opens thorne", "word Thorne"} & found.keys()


def test_odds_are_the_sum_of_what_the_signs_weigh() -> None:
    assert weighed({"word acres": 1.0, "place first": 1.0, "word unknown": 1.0}, WEIGHED) == pytest.approx(0.25)


def test_the_strongest_signs_are_told_in_words() -> None:
    found = dict.fromkeys(WEIGHED.signs, 1.0)
    assert strongest(found, WEIGHED, speaking_for=True) == "“acres”, money"
    assert strongest(found, WEIGHED, speaking_for=False) == "“spirit”, the first sentence of its paragraph"
    assert strongest({"word in": 1.0}, Weights({"word in": 2.0}, 0.0), speaking_for=True) == ""
    assert strongest({}, WEIGHED, speaking_for=True) == ""


def test_the_level_of_a_text_is_mostly_taken_away() -> None:
    low, high = [-2.0, 0.0] * 100, [1.0, 3.0] * 100
    assert levelled([]) == []
    shifted = [one - other for one, other in zip(levelled(high), levelled(low), strict=True)]
    assert all(0 < shift < 1.0 for shift in shifted)
    alone = levelled([2.0])[0]
    assert alone > 1.5, "one sentence says little of the manner of a text"


def test_a_need_in_doubt_says_what_speaks_for_and_against(judge: Judge) -> None:
    rows = judge(
        "The tenants of Thorne had long looked for help to the stewards of the neighbouring parishes."
        " / And yet, of course, such a spirit can never be altogether lost, however dark the age may seem to be."
        " / In the towns, wages were paid weekly, and the men of the mills of Thorne were hired by the day."
    )
    assert all("for it: " in row.reason or "against it: " in row.reason for row in rows)
    assert not rows[1].needs_citation


@pytest.mark.parametrize("name", ["need", "fact", "thesis"])
def test_the_shipped_weights_are_small_and_hold_no_names(name: str) -> None:
    path = WEIGHTS / f"{name}.json"
    assert path.stat().st_size < 120_000
    assert json.loads(path.read_text("utf-8"))["signs"] == shipped(name).signs
    assert all(sign == sign.lower() for sign in shipped(name).signs if sign.startswith(("word ", "opens ")))


@pytest.mark.parametrize("piece", ["The Lord ", "“", "a’", "'( "])
def test_signs_are_found_in_linear_time(piece: str) -> None:
    def cost(size: int) -> float:
        started = time.process_time()
        signs(piece * (size // len(piece)), Place())
        return time.process_time() - started

    assert cost(1_000_000) < 30 * max(cost(100_000), 0.01)


@pytest.mark.parametrize(("one", "other"), [("“free”", '"free"'), ("a — b", "a – b"), ("£5", "$5")])
def test_other_forms_of_a_mark_are_the_same_sign(one: str, other: str) -> None:
    place = Place()
    assert signs(f"The mill was {one}.", place) == signs(f"The mill was {other}.", place)
