"""The share of interrupted Ibids, learnt from a text, and what it does to the probabilities of the readings."""

import pytest

from argmap.cite import cite
from argmap.cite.prevalence import FEWEST, FITTED, learnt, shift
from argmap.model import Document
from tests.cite.making import back, document

TOWNS = "Elm Oak Ash Yew Fir Box Bay May Lime Plum".split()  # noqa: SIM905 - a list of words


def runs(*, interrupted: bool) -> Document:
    """Ten works, each cited in full and by an Ibid.; in all but the first, a strange note stands before that if wanted."""
    notes = []
    for index, town in enumerate(TOWNS):
        notes.append(f"Ada Marsh, The Mills of {town} (Dover: Reed Press, {1950 + index}), p. {100 + 97 * index}.")
        if index and interrupted:
            notes.append(f"Bo Holm, Weirs of {town} (Lund: Falk, {1960 + index}), p. {3 + index}.")
        notes.append(f"Ibid., p. {101 + 97 * index}.")
    return document(*notes)


def literally(text: Document, place: int) -> float:
    """The probability of the rule's reading in this note."""
    reading = cite(text).notes[place].mentions[0].literal
    assert reading is not None
    assert reading.probability is not None
    return reading.probability


def test_a_text_without_ibids_is_taken_as_expected() -> None:
    assert learnt([]) == pytest.approx(FEWEST)


def test_the_share_follows_what_is_found() -> None:
    assert learnt([0.05] * 30) < 0.1 < FEWEST
    assert learnt([0.95] * 30) > 0.8
    assert learnt([0.05] * 15 + [0.95] * 15) == pytest.approx(0.5, abs=0.1)


def test_the_more_is_interrupted_the_less_the_note_before_counts() -> None:
    assert shift(FITTED) == pytest.approx(0)
    assert shift(0.1) > 0 > shift(0.7)


def test_the_rule_is_surer_in_a_text_that_nobody_has_touched() -> None:
    assert literally(runs(interrupted=False), 1) > literally(runs(interrupted=True), 1)


def test_a_clean_text_gives_probabilities_near_one() -> None:
    text = runs(interrupted=False)
    assert min(literally(text, place) for place in range(3, len(text.notes), 2)) > 0.9


def test_one_intruder_is_found_in_a_text_that_is_else_clean() -> None:
    notes = [note.text for note in runs(interrupted=False).notes]
    mention = back(*notes, "Bo Holm, Weirs (Lund: Falk, 1960), p. 3.", "Ibid., p. 975.")
    assert mention.literal is not None
    assert (mention.state, mention.literal.source, mention.source) == ("contradicted", "holm1960", "marsh1959")
