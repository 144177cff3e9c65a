"""`argmap render` and `argmap diff -o` as a user calls them."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.cli import main
from argmap.convert import dump_map
from argmap.render.views import WHOLE
from tests.render.maps import tree

MAP = """===
title: Harbour
===

# Silt

[The harbour failed]: Silt closed it. {kind: thesis}
  + [Dredging stopped]

[Dredging stopped]: No dredger worked after 1899.

# War

[War did it]: The war closed it in 1904. {kind: reported}
  - [Dredging stopped]
"""


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in this process: its libraries take seconds to load."""

    def called(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["argmap", *arguments])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return called


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "harbour.argdown"
    file.write_text(MAP, "utf-8")
    return file


@pytest.mark.parametrize(
    ("options", "there", "not_there"),
    [
        (("--section", "Silt"), "Dredging stopped", "War did it"),
        (("--focus", "War did it", "--depth", "1"), "Dredging stopped", "The harbour failed"),
        (("--view", "timeline"), ">1904<", None),
        (("--view", "sources"), "0 of 3 claims cite 0 sources", "War did it"),
    ],
)
def test_a_part_or_view_is_drawn_without_graphviz_as_dot(
    run: Run, path: Path, options: tuple[str, ...], there: str, not_there: str | None
) -> None:
    code, out, err = run("render", str(path), "-o", "-", "--format", "dot", *options)
    assert (code, err) == (0, "")
    assert there in out
    assert not_there is None or f">{not_there}<" not in out


def test_the_source_map_says_what_falls_with_a_source(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "harbour.argdown"
    path.write_text(MAP.replace("after 1899.", 'after 1899. {cite: "@ledger"}'), "utf-8")
    _, out, _ = run("render", str(path), "-o", "-", "--format", "dot", "--view", "sources")
    assert "without it 2 claims no longer stand" in out


def test_unknown_names_offer_the_nearest(run: Run, path: Path) -> None:
    code, _, err = run("render", str(path), "-o", "-", "-f", "dot", "--focus", "War didit")
    assert code == 2
    assert "Did you mean War did it?" in err
    code, _, err = run("render", str(path), "-o", "-", "-f", "dot", "--section", "Wra")
    assert code == 2
    assert "Did you mean War?" in err


@pytest.mark.parametrize(
    "options",
    [
        ("--focus", "x", "--collapse"),
        ("--view", "timeline", "--collapse"),
        ("--collapse", "--whole"),
        ("--view", "sources", "--whole"),
        ("--handout",),
    ],
)
def test_options_that_exclude_one_another_are_refused(run: Run, path: Path, options: tuple[str, ...]) -> None:
    code, _, err = run("render", str(path), "-o", "map.svg", *options)
    assert code == 2
    assert "Invalid value" in err


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A map that Graphviz would not draw whole in reasonable time, or hardly."""
    file = tmp_path / "large.json"
    file.write_text(dump_map(tree(WHOLE + 1), "json")[0], "utf-8")
    return file


@pytest.mark.usefixtures("graphviz")
def test_of_a_map_too_large_for_one_picture_the_overview_is_drawn_at_once(run: Run, large: Path) -> None:
    code, out, err = run("render", str(large), "-o", "-", "-f", "svg")
    assert code == 0
    assert "this is the overview" in err
    assert 'id="group-0"' in out
    assert 'id="claim-0"' not in out


def test_the_dot_of_a_map_too_large_for_one_picture_is_whole(run: Run, large: Path) -> None:
    code, out, err = run("render", str(large), "-o", "-", "-f", "dot")
    assert (code, err) == (0, "")
    assert f'"claim-{WHOLE}"' in out


@pytest.mark.parametrize("view", ["timeline", "sources"])
def test_another_view_of_a_map_too_large_for_one_picture_is_refused_at_once(run: Run, large: Path, view: str) -> None:
    code, out, err = run("render", str(large), "-o", "-", "-f", "svg", "--view", view)
    assert (code, out) == (2, "")
    assert "3,001 claims takes minutes" in err
    assert run("render", str(large), "-o", "-", "-f", "dot", "--view", view)[0] == 0


@pytest.mark.slow
@pytest.mark.usefixtures("graphviz")
def test_a_map_too_large_for_one_picture_is_drawn_whole_if_that_is_asked_for(run: Run, large: Path) -> None:
    code, out, _ = run("render", str(large), "-o", "-", "-f", "svg", "--whole")
    assert code == 0
    assert f'id="claim-{WHOLE}"' in out


@pytest.mark.usefixtures("graphviz")
def test_a_handout_is_written(run: Run, path: Path, tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="the extra 'pdf' is not installed")
    out = tmp_path / "handout.pdf"
    assert run("render", str(path), "-o", str(out), "--handout") == (0, "", "")
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("graphviz")
def test_a_difference_is_drawn_and_printed(run: Run, path: Path, tmp_path: Path) -> None:
    second, out = tmp_path / "second.argdown", tmp_path / "changes.svg"
    second.write_text(MAP.replace("[War did it]", "[Trade did it]").replace("The war closed it in 1904", "Trade moved"))
    code, printed, err = run("diff", str(path), str(second), "-o", str(out), "--format", "json")
    assert (code, err) == (1, "")
    assert json.loads(printed)["of"] == "maps"
    drawn = out.read_text("utf-8")
    assert "DROPPED" in drawn
    assert "ADDED" in drawn
    code, printed, _ = run("diff", str(path), str(second), "-o", str(out).replace("svg", "gif"))
    assert (code, printed) == (2, "")
