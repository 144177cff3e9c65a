"""The case that ships: what its map says is what one gets by trying."""

from pathlib import Path

import pytest

from argmap.convert import load_map, load_sources
from argmap.evaluate import evaluate
from argmap.model import ArgumentMap


@pytest.fixture(scope="module")
def korea(root: Path) -> ArgumentMap:
    """The map with its sources."""
    case = root / "claims" / "korea-1950"
    sources = load_sources((case / "sources.json").read_bytes(), "sources.json")
    return load_map((case / "map.argdown").read_bytes(), "map.argdown", sources)


def test_what_topples_with_each_source_is_what_a_second_run_shows(korea: ArgumentMap) -> None:
    standing = evaluate(korea)
    before = [claim.id for claim in standing.claims if claim.status == "in"]
    cited = {citation.source for claim in korea.claims for citation in claim.citations}
    assert {effect.id for effect in standing.sources} >= cited
    for effect in standing.sources:
        after = {claim.id for claim in evaluate(korea, [effect.id]).claims if claim.status == "in"}
        assert list(effect.topples) == [claim for claim in before if claim not in after], effect.id


def test_what_topples_further_is_what_a_third_run_shows(korea: ArgumentMap) -> None:
    (first, *_) = sorted(evaluate(korea).sources, key=lambda effect: -len(effect.topples))
    without = evaluate(korea, [first.id])
    before = [claim.id for claim in without.claims if claim.status == "in"]
    assert next(effect for effect in without.sources if effect.id == first.id).topples == ()
    for effect in without.sources:
        after = {claim.id for claim in evaluate(korea, [first.id, effect.id]).claims if claim.status == "in"}
        assert list(effect.topples) == [claim for claim in before if claim not in after], effect.id
