"""Dates in text."""

import datetime as dt
import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.extract import extract
from argmap.extract.dates import find
from argmap.extract.nlp import register
from argmap.model import Citations
from tests.extract.conftest import make

MONTHS = [dt.date(2000, month, 1).strftime("%B") for month in range(1, 13)]
DAYS = st.dates(dt.date(1100, 1, 1), dt.date(2090, 12, 31))


def told(*sentences: str) -> list[str | None]:
    return [date.edtf for row in find(sentences) for date in row]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The mill burnt on 3 June 1641.", "1641-06-03"),
        ("The mill burnt on June 3rd, 1641.", "1641-06-03"),
        ("The mill burnt on 1641-06-03.", "1641-06-03"),
        ("The mill burnt in Sept. 1641.", "1641-09"),
        ("The mill burnt in 1641.", "1641"),
        ("The mill burnt in the spring of 1641.", "1641-21"),
        ("The fair lasted from 1641 to 1650.", "1641/1650"),
        ("The fair lasted 1641–50.", "1641/1650"),
        ("The fair of 3–9 June 1641 was small.", "1641-06-03/1641-06-09"),
        ("Mills were rare in the 1640s.", "164X"),
        ("Mills were rare in the seventeenth century.", "16XX"),
        ("The mill was built about 1641.", "1641~"),
        ("The mill was built perhaps 1641.", "1641?"),
        ("The mill was built before 1641.", "../1641"),
        ("It stood empty after June 1641.", "1641-06/.."),
        ("It burnt on 31 June 1641.", None),
        ("About 1641 the mill was built.", "1641~"),
        ("The bridge fell in 44 B.C.", "-0043"),
        ("The bridge fell in 44 BCE.", "-0043"),
        ("The bridge was rebuilt in A.D. 69 by the town.", "0069"),
        ("The bridge was rebuilt in 69 CE by the town.", "0069"),
        ("The mill burnt on 3.6.1641.", "1641-06-03"),
        ("The mill burnt on the third of June, 1641.", "1641-06-03"),
        ("The mill burnt on the twenty-third of June, 1641.", "1641-06-23"),
    ],
)
def test_absolute_dates(text: str, edtf: str | None) -> None:
    assert told(text) == [edtf]


@pytest.mark.parametrize(
    "text",
    ["They may burn it.", "He lived on the 5th floor.", "It had 44 bricks and A. D. Dune as its master.", "It hangs on the 14th nail.", "He paid £1,641 to 1640 men.", "Room 1641/7 was shut.", "See 12-1641-3.", "May he rest.", "The march was long."],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The following day he left.", "1641-01-01"),
        ("The previous month had been dry.", "1640-11"),
        ("Two weeks later he left.", "1641-01-14~"),
        ("Three years earlier he had come.", "1637"),
        ("On the following Monday he left.", "1641-01-07"),
        ("That same year ended; in the same year he died.", "1640"),
        ("On January 12 he left.", "1640?-01-12"),
        ("In March he left.", "1640?-03"),
        ("The next morning he left.", "1641-01-01"),
        ("That same evening ended; the same night he died.", "1640-12-31"),
        ("That winter he died.", "1640?-24"),
        ("On the 14th he had been ill.", "1640-12?-14"),
        ("On the fourth of July he left.", "1640?-07-04"),
    ],
)
def test_relative_and_bare_dates_count_from_the_date_before(text: str, edtf: str) -> None:
    assert told("He came on 31 December 1640.", text)[1:] == [edtf]


def test_what_the_text_does_not_tell_stays_open_with_its_reason() -> None:
    ((date,),) = find(["The following day he left."])
    assert (date.edtf, date.reason) == (None, "no day stands before it")
    ((date,),) = find(["On January 12 he left."])
    assert (date.edtf, date.reason) == ("XXXX-01-12", "no year in the text")
    _, (date,) = find(["He came in 1640.", "The next day he left."])
    assert date.edtf is None


def test_a_day_does_not_outlast_its_paragraph_but_its_year_does() -> None:
    _, day, bare = find(["He came on 3 June 1641.", "The next day he left.", "On 5 July he died."], [True, True, False])
    assert day[0].edtf is None
    assert (bare[0].edtf, bare[0].reason) == ("1641?-07-05", "year taken from “3 June 1641” before it")


@given(DAYS)
@settings(max_examples=60, deadline=None)
def test_every_day_is_read_as_written_in_each_style(day: dt.date) -> None:
    month = MONTHS[day.month - 1]
    for style in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", f"{day.day}th {month} {day.year}"):
        assert told(f"He left on {style}.") == [day.isoformat()]
    if day.year < 2090:
        following = day + dt.timedelta(days=1)
        assert told(f"He came on {day.day} {month} {day.year}.", "The next day he left.")[1] == following.isoformat()


@given(st.lists(st.sampled_from(["1641", "June", "3", "the following", "day", "about", "before", "-", ",", "century", "later", "two", "0s"]), max_size=30))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_any_words_give_dates_in_order_that_stand_where_they_say(words: list[str]) -> None:
    text = " ".join(words)
    (row,) = find([text])
    end = 0
    for date in row:
        assert text[date.start : date.end] == date.text
        assert date.start >= end
        end = date.end
        assert date.reason


@pytest.mark.parametrize(
    "bad", ["1641 ", "about ", "before ", "1641-", "the following ", "June 3 ", "between 1641 and "]
)
def test_hostile_dates_cost_linear_time(bad: str) -> None:
    def cost(size: int) -> float:
        start = time.process_time()
        find([bad * (size // len(bad))])
        return time.process_time() - start

    cost(1000)
    small, large = (min(cost(size) for _ in range(3)) for size in (8_000, 80_000))
    assert large < 30 * max(small, 0.01)


def test_the_component_works_alone() -> None:
    register()
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("argmap_dates")
    rows = nlp("He came on 3 June 1641. The next day he left.").user_data["argmap_dates"]
    assert [date.edtf for row in rows for date in row] == ["1641-06-03", "1641-06-04"]


def test_a_claim_knows_its_dates_by_their_place() -> None:
    document = make("The mill burnt on 3 June 1641. / The next day the lord sold 30 acres.")
    claims = extract(document, Citations()).claims
    assert [[date.edtf for date in claim.dates] for claim in claims] == [["1641-06-03"], ["1641-06-04"]]
    assert [document.text[date.start : date.end] for claim in claims for date in claim.dates] == [
        "3 June 1641",
        "The next day",
    ]
