"""Sentences that give their own reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.extract.halves import halves, is_clause


@pytest.mark.parametrize(
    ("text", "claim", "reason"),
    [
        (
            "The mill stood idle, for the stream had been led away.",
            "The mill stood idle",
            "the stream had been led away.",
        ),
        ("He kept no cattle; for his pasture was sold.", "He kept no cattle", "his pasture was sold."),
        ("Dune left the parish, since he had no land there.", "Dune left the parish", "he had no land there."),
        (
            "The lease had ended; therefore the lord was free to sell.",
            "the lord was free to sell.",
            "The lease had ended",
        ),
        ("He was refused twice, and so the matter was dropped.", "the matter was dropped.", "He was refused twice"),
    ],
)
def test_a_reason_is_cut_off(text: str, claim: str, reason: str) -> None:
    found = halves(text)
    assert found is not None
    assert (found.claim, found.reason) == (claim, reason)


@pytest.mark.parametrize(
    "text",
    [
        "He saw the mill, for the first time in years, without smoke.",
        "The mill stood idle, for the lord to sell or to burn.",
        "The men of Thorne, and, for the greater part, the women left it.",
        "He wrote “the mill stood idle, for the stream had gone” and left.",
        "The tenants, since they had lost their rights, left the parish.",
        "The mill stood idle because the stream had been led away.",
        "The mill was idle since 1640.",
        "The lord may, for he was rich, have bought it; the mill was cheap.",
        "(1) The mill stood idle, for the stream had been led away.",
        "He built a house for the widow and her sons who had lost theirs.",
    ],
)
def test_what_is_no_reason_of_its_sentence(text: str) -> None:
    assert halves(text) is None


def test_a_clause_has_its_verb_before_its_first_comma() -> None:
    assert is_clause("the lord, who was rich, sold it") is False
    assert is_clause("if the lord was rich, he sold it") is True
    assert is_clause("sold it to the grazier of Ashby") is False


@given(st.text(alphabet="abc ,;—forthewas.", max_size=300))
def test_halves_are_words_of_the_sentence(text: str) -> None:
    found = halves(text)
    assert found is None or (found.claim in text and found.reason in text)


@pytest.mark.parametrize(
    "text",
    [
        "The lord sold the mill, for he was poor; the tenants left the village.",
        "The lord sold the mill and, for he was poor by now, left the village.",
        "The lord said that, for he was poor by now.",
    ],
)
def test_a_reason_in_the_middle_of_a_sentence_divides_nothing(text: str) -> None:
    assert halves(text) is None
