"""Intruders put before the Ibids of a text of our own: what the generator records, and what is found."""

import time

import pytest

from argmap.cite import cite
from argmap.model import Document
from tests.bench.mutations import mutations, opening_ibids, same
from tests.cite.making import document

TOWNS = "Elm Oak Ash Yew Fir Box Bay May Lime Plum".split()  # noqa: SIM905 - a list of words
NAMES = "Marsh Reed Holm Falk Orlov Dahl Berg Moe Holt Wick".split()  # noqa: SIM905 - a list of words


def runs() -> list[str]:
    """Ten works, each cited in full and by three Ibids on pages close by; the works' pages lie far apart."""
    notes = []
    for index, (town, name) in enumerate(zip(TOWNS, NAMES, strict=True)):
        page = 40 + 97 * index
        notes.append(f"Ada {name}, The Mills of {town} (Dover: Reed Press, {1950 + index}), p. {page}.")
        notes += [f"Ibid., p. {page + step}." for step in (1, 3, 6)]
    return notes


@pytest.fixture(scope="module")
def text() -> Document:
    return document(*runs())


def test_untouched_ibids_are_left_alone(text: Document) -> None:
    found = cite(text)
    assert len(opening_ibids(found)) == 30
    for mention in opening_ibids(found).values():
        assert mention.state == "resolved"
        assert mention.literal == mention.best


def test_intruders_are_found_and_what_is_meant_is_named(text: Document) -> None:
    hits = total = 0
    for mutation in mutations(text, 6, seed=3, body=False):
        found = cite(mutation.document)
        for ibid in mutation.interrupted:
            mention = found.notes[ibid.note].mentions[0]
            assert mutation.document.notes[ibid.note].text.startswith("Ibid.")
            assert mention.literal is not None
            literal = found.source_of.get(mention.literal.source or "")
            assert same(literal, ibid.literal)  # the rule's reading is never replaced in silence
            assert not same(ibid.literal, ibid.meant)
            total += 1
            hits += mention.state != "resolved" and same(found.source_of.get(mention.source or ""), ibid.meant)
    assert total > 30
    assert hits > 0.9 * total


def test_the_generator_moves_and_adds_notes_and_loses_none(text: Document) -> None:
    words = [note.text for note in text.notes]
    for mutation in mutations(text, 3, seed=5, body=False):
        assert [note.n for note in mutation.document.notes] == [str(n + 1) for n in range(len(mutation.document.notes))]
        assert not set(words) - {note.text for note in mutation.document.notes}
        assert len(mutation.document.notes) >= len(words)


def test_back_references_cost_time_in_proportion_to_the_notes() -> None:
    def cost(times: int) -> float:
        made = document(*(runs() * times))
        start = time.process_time()
        cite(made)
        return time.process_time() - start

    cost(1)
    small, large = cost(3), cost(30)
    assert large < 16 * small + 0.3, (small, large)
