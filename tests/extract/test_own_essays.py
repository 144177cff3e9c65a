"""What an historian meets: twelve short essays of several fields and manners, from the file to the verdicts."""

from functools import cache

import pytest

from argmap.model import SentenceVerdict
from tests.extract.gold import Label, f1, macro, voice
from tests.extract.own_essays import Essay, own_essays

FILES = ("six", "three", "last")


@cache
def essays(name: str) -> tuple[Essay, ...]:
    return tuple(own_essays(name))


def pairs(name: str) -> list[tuple[Label, SentenceVerdict]]:
    return [(essay.labels[v.id], v) for essay in essays(name) for v in essay.extraction.sentences]


@pytest.mark.parametrize("name", FILES)
def test_voices(name: str) -> None:
    told = [(voice(a.kind, a.attributed_to), voice(b.kind, b.attributed_to)) for a, b in pairs(name)]
    assert macro(told) >= 0.9


@pytest.mark.parametrize("name", FILES)
def test_the_speaker_is_the_one_meant(name: str) -> None:
    both = [(a.attributed_to, b.attributed_to) for a, b in pairs(name) if a.attributed_to and b.attributed_to]
    right = sum(gold.split()[-1].casefold() in said.casefold() for gold, said in both)
    assert right / len(both) >= 0.85


@pytest.mark.parametrize(("name", "least"), [("six", 0.82), ("three", 0.88), ("last", 0.88)])
def test_support_and_notes_of_claims(name: str, least: float) -> None:
    claims = [(a, b) for a, b in pairs(name) if a.claim]
    assert sum((a.support, a.notes) == (b.support, b.notes) for a, b in claims) / len(claims) >= least


@pytest.mark.parametrize("name", FILES)
def test_what_claims_nothing(name: str) -> None:
    assert f1((not a.claim, not b.claim) for a, b in pairs(name)) >= 0.8


@pytest.mark.parametrize("name", FILES)
def test_a_citation_surely_missed_is_mostly_missing(name: str) -> None:
    said = [a for a, b in pairs(name) if b.claim and b.needs_citation and b.support == "none" and not b.unsure]
    wrong = [a for a in said if not _uncited(a)]
    assert len(wrong) <= 3


def _uncited(label: Label) -> bool:
    return label.claim and label.needs and label.support == "none"


@pytest.mark.parametrize(("name", "least"), [("six", 0.75), ("three", 0.75), ("last", 0.65)])
def test_kinds(name: str, least: float) -> None:
    assert sum(a.kind == b.kind for a, b in pairs(name)) / len(pairs(name)) >= least
