"""Every case that is shipped: its files agree with one another."""

from contextlib import nullcontext
from pathlib import Path

import pytest

from argmap.convert import load_map, load_sources
from argmap.evaluate import evaluate
from argmap.files import read_case
from argmap.model import AnchorFile, ArgumentMap, locate
from argmap.pipeline import map_of_case
from argmap.read import read
from argmap.workspace import check_all

ROOT = Path(__file__).parents[1]
CASES = sorted(path.name for path in (ROOT / "claims").iterdir() if path.is_dir())


def map_of(name: str) -> ArgumentMap:
    return map_of_case(read_case(str(ROOT / "claims" / name)))


def labels(name: str, *reject: str) -> dict[str, str]:
    return {claim.id: claim.label for claim in evaluate(map_of(name), reject).claims}


def test_there_are_three_cases() -> None:
    assert CASES == ["korea-1950", "martyrs-303", "monasteries-1536"]


@pytest.mark.parametrize("name", CASES)
def test_the_map_loads_whole_and_cites_known_sources(name: str) -> None:
    argument_map = map_of(name)
    assert argument_map.title
    assert not argument_map.losses
    cited = {citation.source for claim in argument_map.claims for citation in claim.citations}
    assert cited <= {source.id for source in argument_map.sources}
    assert all(claim.text and (claim.kind or claim.form == "argument") for claim in argument_map.claims)


@pytest.mark.parametrize("name", CASES)
def test_every_anchor_of_the_brief_is_found_where_it_was(name: str) -> None:
    case = ROOT / "claims" / name
    brief = read((case / "brief.md").read_bytes(), "brief.md")
    anchors = AnchorFile.model_validate_json((case / "anchors.json").read_bytes()).anchors
    found = locate(tuple(anchor for anchor in anchors if anchor.text == "brief"), brief)
    assert len(found) > len(map_of(name).claims) / 2
    assert [place.claim for place in found if place.sentence is None or place.moved] == []


@pytest.mark.parametrize("name", CASES)
def test_what_is_found_is_about_citations_only(name: str) -> None:
    """Each case's README tells its findings; none is a broken note, a broken map or a lost anchor."""
    checked = check_all([str(ROOT / "claims" / name)], lambda _path: nullcontext(lambda _stage: None))
    assert not checked.failures
    assert not [losses for _path, losses in checked.unread if losses]
    assert {finding.code for finding in checked.report.findings} <= {"CL001", "CL002", "SR001", "SR003", "MP002"}


def test_one_report_undercuts_the_sum_of_martyrs() -> None:
    label = labels("martyrs-303")
    assert label["Ninety-two in Palestine"] == label["The Thebaid was worse"] == "stands"
    assert label["Fewer than two thousand"] == label["Worse from their own"] == "unsupported"
    assert labels("martyrs-303", "eusebius-he")["Fewer than two thousand"] == "stands"
    assert labels("martyrs-303", "eusebius-mp")["Fewer than two thousand"] == "unsupported"
    assert labels("martyrs-303")["A hundred thousand in the Netherlands"] != "stands"


def test_the_answers_to_the_defence_of_the_monks_rest_on_one_book() -> None:
    assert labels("monasteries-1536")["Distress made worse"] == "stands"
    assert labels("monasteries-1536", "tawney1926")["Distress made worse"] != "stands"


@pytest.mark.parametrize("name", CASES)
def test_sources_are_csl(name: str) -> None:
    data = (ROOT / "claims" / name / "sources.json").read_bytes()
    sources = load_sources(data, "sources.json")
    assert len({source.id for source in sources}) == len(sources)
    assert load_map((ROOT / "claims" / name / "map.argdown").read_bytes(), "map.argdown", sources).sources == sources
