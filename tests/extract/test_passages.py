"""Passages of our own in many manners: what was reached does not get lost."""

import pytest

from tests.extract.gold import f1, macro, voice
from tests.extract.passages import judged


@pytest.mark.parametrize(("part", "least"), [("looked at", 0.9), ("held out", 0.8)])
def test_voices_of_many_manners(part: str, least: float) -> None:
    rows = judged(part)
    pairs = [(voice(row.kind, row.speaker), voice(row.verdict.kind, row.verdict.attributed_to)) for row in rows]
    assert macro(pairs) >= least


@pytest.mark.parametrize("part", ["looked at", "held out"])
def test_what_claims_nothing_is_found(part: str) -> None:
    none = ("signpost", "question", "other")
    assert f1((row.kind in none, row.verdict.kind in none) for row in judged(part)) >= 0.85
