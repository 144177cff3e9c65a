"""What falls with a source: the quick answer, the proof, the minimal sets; and that all ways to ask agree."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import pytest
from typer.testing import CliRunner

from argmap.cli import app
from argmap.convert import load_map, load_sources
from argmap.evaluate import WhatIf, evaluate
from argmap.model import ArgumentMap, Citation, MapClaim, Relation, RelationKind, Source
from argmap.pipeline import Seminar
from argmap.serve import create_app
from argmap.serve.desk import Desk
from argmap.serve.trials import Trials
from tests.serve import hand
from tests.serve.client import Client


def random_map(size: int, seed: int = 1) -> ArgumentMap:
    """Claims that cite, support and attack as it falls out; conflicts and circles among them."""
    draw = Random(seed)  # noqa: S311 - no secret
    kinds: tuple[RelationKind, ...] = ("support", "support", "support", "attack")
    claims = tuple(
        MapClaim(
            id=f"C{number}",
            citations=tuple(Citation(source=f"s{draw.randrange(size // 3)}") for _ in range(draw.choice((0, 1, 1, 2)))),
        )
        for number in range(size)
    )
    relations = tuple(
        Relation(
            id=f"r{number}",
            kind=draw.choice(kinds),
            premises=(f"C{draw.randrange(size)}",),
            target=f"C{draw.randrange(size)}",
        )
        for number in range(1, size)
    )
    sources = tuple(Source(id=f"s{number}", type="book") for number in range(size // 3))
    return ArgumentMap(claims=claims, relations=relations, sources=sources)


def statuses(client: Client, query: str) -> dict[str, str]:
    """As the page puts them together: those without rejections, and over them the changes."""
    found = {claim["id"]: claim["label"] for claim in client.get("/api/evaluation").json()["claims"]}
    changes = client.get(f"/api/what-if{query}").json()
    return found | {claim["id"]: claim["label"] for claim in changes["claims"]}


def test_only_what_changes_is_told(client: Client) -> None:
    changes = client.get("/api/what-if?reject=odo1913").json()
    assert changes["rejected"] == ["odo1913"]
    assert changes["exact"] is True
    assert {claim["id"]: claim["label"] for claim in changes["claims"]} == {
        "Neglect": "refuted",
        "Flood": "stands",
        "Ordinary flood": "unsupported",
    }
    assert client.get("/api/what-if").json()["claims"] == []


@pytest.mark.parametrize("seed", range(6))
def test_quick_and_whole_answers_agree(seed: int) -> None:
    argument_map = random_map(36, seed)
    client = Client(create_app(Seminar(title="t", path="t", map=argument_map)))
    draw = Random(seed)  # noqa: S311 - no secret
    known = list(WhatIf(argument_map).known)
    for _ in range(12):
        rejected = draw.sample(known, draw.randrange(4))
        query = "?" + "&".join(f"reject={source}" for source in rejected)
        whole = evaluate(argument_map, rejected)
        assert statuses(client, query) == {claim.id: claim.label for claim in whole.claims}


def test_a_crowd_may_toggle_at_once() -> None:
    argument_map = random_map(40)
    desk = Desk(Seminar(title="t", path="t", map=argument_map))
    known = list(WhatIf(argument_map).known)
    draw = Random(7)  # noqa: S311 - no secret
    wanted = [sorted(draw.sample(known, 3)) for _ in range(60)]

    def ask(rejected: list[str]) -> tuple[Any, ...]:
        changes = {claim.id: claim.label for claim in desk.changes(rejected).claims}
        grounds = desk.grounds("C3", rejected)
        return changes, grounds.status.label, desk.robustness("C3", rejected).robustness

    with ThreadPoolExecutor(12) as threads:
        answers = list(threads.map(ask, wanted))
    usual = {claim.id: claim.label for claim in evaluate(argument_map).claims}
    for rejected, (changes, label, robustness) in zip(wanted, answers, strict=True):
        whole = {claim.id: claim.label for claim in evaluate(argument_map, rejected).claims}
        assert changes == {name: now for name, now in whole.items() if now != usual[name]}
        assert label == whole["C3"]
        assert robustness == WhatIf(argument_map, rejected).minimal_sets(("C3",))[0].robustness


def test_a_name_that_does_not_exist_costs_no_what_if() -> None:
    trials = Trials(hand.argument_map(), 1)
    for _ in range(3):
        with pytest.raises(Exception, match="marsh1902"), trials.without(["marsh1903"]):
            pass
    with pytest.raises(ZeroDivisionError), trials.without(["odo1913"]):
        raise ZeroDivisionError
    with trials.without([]) as what_if:
        assert what_if.statuses["Neglect"] == "in"


def test_a_toggle_costs_a_small_part_of_an_evaluation() -> None:
    argument_map = random_map(3000)
    desk = Desk(Seminar(title="t", path="t", map=argument_map))
    start = perf_counter()
    desk.evaluation([])
    whole = perf_counter() - start
    quick = []
    for number in range(15):
        start = perf_counter()
        desk.changes([f"s{number}", f"s{number + 40}"])
        quick.append(perf_counter() - start)
    assert sorted(quick)[7] < whole / 4


def test_grounds_are_a_proof(client: Client) -> None:
    found = client.get("/api/grounds?claim=Neglect").json()
    assert found["status"]["label"] == "stands"
    assert found["status"]["why"].startswith("stands: ")
    proof = found["proof"]
    assert {"Neglect", "Warnings", "Rotten timber", "Flood", "Ordinary flood"} == set(proof["claims"])
    assert set(proof["relations"]) == {"r1", "r2", "r3"}
    assert set(proof["sources"]) == {"marsh1902", "odo1913", "cro-bridges-3"}
    # the part alone gives the same status
    drawn = hand.argument_map()
    part = drawn.model_copy(
        update={
            "claims": tuple(claim for claim in drawn.claims if claim.id in proof["claims"]),
            "relations": tuple(relation for relation in drawn.relations if relation.id in proof["relations"]),
        }
    )
    assert evaluate(part).status_of["Neglect"].label == "stands"


def test_minimal_sets_say_what_brings_a_claim_back(client: Client) -> None:
    found = client.get("/api/robustness?claim=Neglect").json()
    assert (found["robustness"], found["exact"]) == (1, True)
    sets = {tuple(one["sources"]): one["brought_back_by"] for one in found["toppled_by"]}
    assert sets == {("marsh1902",): None, ("cro-bridges-3",): None, ("odo1913",): ["tarn1911"]}
    assert client.get("/api/robustness?claim=Neglect&reject=odo1913").json()["robustness"] == 0


def test_a_spent_budget_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.serve.desk.BUDGET", 0.0)
    found = Client(create_app(hand.seminar())).get("/api/robustness?claim=Neglect").json()
    assert found["exact"] is False
    assert found["why"]


@pytest.mark.parametrize("path", ["/api/grounds?claim=Neglet", "/api/robustness?claim=Neglet"])
def test_an_unknown_claim_is_answered_with_the_nearest(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Neglect" in answer.json()["message"]


def test_dot_is_given_without_graphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(create_app(hand.seminar()))
    monkeypatch.setenv("PATH", "/nowhere")
    answer = client.get("/api/map.dot?reject=odo1913&theme=dark")
    assert answer.headers["content-type"].startswith("text/vnd.graphviz")
    assert answer.text.startswith("digraph")
    assert answer.text != client.get("/api/map.dot").text
    assert client.get("/api/map.dot?reject=marsh1903").status_code == 404


def test_page_command_and_evaluation_agree_on_the_case(root: Path) -> None:
    """For every source of the Korean War map: what the page shows as lost, gained and contested."""
    case = root / "claims" / "korea-1950"
    sources = load_sources((case / "sources.json").read_bytes(), "sources.json")
    argument_map = load_map((case / "map.argdown").read_bytes(), "map.argdown", sources)
    desk = Desk(Seminar(title="t", path=str(case), map=argument_map))
    usual = desk.evaluation([])
    heaviest = max(usual.sources, key=lambda effect: len(effect.topples))
    assert len(heaviest.topples) > 5
    for effect in usual.sources:
        changes = {claim.id: claim.status for claim in desk.changes([effect.id]).claims}
        was = usual.status_of
        assert {name for name, now in changes.items() if was[name].status == "in" != now} == set(effect.topples)
        assert {name for name, now in changes.items() if now == "in" != was[name].status} == set(effect.gains)
        newly = {name for name, now in changes.items() if now == "undecided" != was[name].status}
        assert newly == set(effect.contests)
    done = CliRunner().invoke(app, ["evaluate", str(case), "--reject", heaviest.id, "--format", "json"])
    assert done.exit_code == 0, done.output
    told = {claim["id"]: claim["label"] for claim in json.loads(done.stdout)["claims"]}
    shown = {claim.id: claim.label for claim in usual.claims}
    shown |= {claim.id: claim.label for claim in desk.changes([heaviest.id]).claims}
    assert shown == told
    assert {name for name, label in told.items() if label != "stands"} >= set(heaviest.topples)
