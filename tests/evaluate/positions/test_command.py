"""`argmap evaluate` with positions and strengths."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from argmap.cli import app
from argmap.errors import ArgmapError

NIXON = "arg(quaker).\narg(republican).\narg(pacifist).\natt(quaker,republican).\natt(republican,quaker).\natt(republican,pacifist).\n"
MAP = """[Drought]: The drought began before the war. {cite: "@keller"}
  >< [Flood]: The race was full in 1713. {cite: "@ledger"}
"""


def run(*arguments: str, text: str = "") -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["evaluate", *arguments], input=text.encode())
    if isinstance(done.exception, ArgmapError):
        return 2, done.stdout, str(done.exception)
    return done.exit_code, done.stdout, done.stderr


def answer(*arguments: str, text: str = "") -> dict[str, Any]:
    code, out, err = run(*arguments, "--format", "json", text=text)
    assert code == 0, err
    found: dict[str, Any] = json.loads(out)
    return found


@pytest.fixture
def conflict(tmp_path: Path) -> str:
    path = tmp_path / "conflict.apx"
    path.write_text(NIXON, encoding="utf-8")
    return str(path)


def test_a_framework(conflict: str) -> None:
    plain = answer(conflict)
    assert (plain["semantics"], plain["extensions"], plain["exact"]) == ("grounded", [[]], True)
    assert {claim["status"] for claim in plain["claims"]} == {"undecided"}
    every = answer(conflict, "--semantics", "preferred", "--enumerate")
    assert every["extensions"] == [["quaker", "pacifist"], ["republican"]]
    assert set(every["claims"][0]) == {"id", "status", "label", "why"}
    asked = answer(conflict, "--semantics", "preferred", "--accept", "pacifist", "--mode", "credulous")
    assert (asked["accepted"], asked["extensions"]) == (True, None)
    assert answer(conflict, "--semantics", "stable", "--accept", "pacifist")["accepted"] is False
    assert answer("-", "--semantics", "ideal", text=NIXON)["extensions"] == [[]]


def test_a_map(tmp_path: Path) -> None:
    path = tmp_path / "mill.argdown"
    path.write_text(MAP, encoding="utf-8")
    found = answer(str(path), "--semantics", "stable", "--enumerate")
    assert sorted(found["extensions"]) == [["Drought"], ["Flood"]]
    without = answer(str(path), "--semantics", "stable", "--enumerate", "--reject", "ledger")
    assert (without["extensions"], without["rejected"]) == ([["Drought"]], ["ledger"])
    strong = answer(str(path), "--strengths", "df-quad")
    assert strong["converged"] is True
    assert {claim["id"] for claim in strong["claims"]} == {"Drought", "Flood"}


def test_text_and_errors(conflict: str) -> None:
    code, out, _ = run(conflict, "--semantics", "preferred", "--enumerate")
    assert code == 0
    assert "preferred: 2 positions" in out
    assert "[quaker], [pacifist]" in out
    code, _, err = run(conflict, "--accept", "pacifst")
    assert code == 2
    assert "Did you mean pacifist?" in err
    code, _, err = run("-", "--semantics", "preferred", text="arg(a).\natt(a,b).\n")
    assert code == 2
    assert "-:2: not a readable framework" in err


def test_what_all_positions_hold_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "mill.argdown"
    path.write_text(MAP + '\n[Ledger kept]: The ledger was kept daily. {cite: "@ledger"}\n', encoding="utf-8")
    _, out, _ = run(str(path), "--semantics", "preferred", "--enumerate")
    assert out == "preferred: 2 positions\n   all  [Ledger kept]\n     1  and [Drought]\n     2  and [Flood]\n"
