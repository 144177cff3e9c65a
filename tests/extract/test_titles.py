"""Titles for the claims of a draft."""

import pytest

from argmap.extract.titles import title


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("But the assize had ended on 2 July.", "The assize had ended on 2 July"),
        ("According to Holm, the troops were sent to guard the assize.", "The troops were sent to guard the assize"),
        ("This essay argues that the guild was poor.", "The guild was poor"),
        ("In this paper I shall argue that the guild was poor.", "The guild was poor"),
        ("We contend, therefore, that the guild was poor.", "We contend therefore that the guild was poor"),
        ("The guild was a poor one, and that its heirs knew.", "The guild was a poor one"),
        ("It has long been held that the guild was poor.", "The guild was poor"),
        ("It was never claimed that Reed lied.", "It was never claimed that Reed lied"),
        ("Claims that the king fled are false.", "Claims that the king fled are false"),
        ("This study shows little that is new.", "This study shows little that is new"),
        ("In conclusion, the guild was poor.", "The guild was poor"),
        ("Therefore, then, it cannot stand.", "It cannot stand"),
        (
            "In May 1872 the guild bought forty barges from a bankrupt firm.",
            "In May 1872 the guild bought forty barges",
        ),
        ("", "Claim"),
        ("And.", "And"),
    ],
)
def test_a_title_is_the_claims_own_beginning(text: str, wanted: str) -> None:
    assert title(text, set()) == wanted


def test_titles_are_short_and_unique() -> None:
    taken: set[str] = set()
    text = "The guild bought the barges of the firm " + "very " * 40 + "cheaply."
    made = [title(text, taken) for _ in range(20)]
    assert len({one.casefold() for one in made}) == len(made)
    assert max(map(len, made)) < 60
