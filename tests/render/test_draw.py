"""Graphviz run well and run badly, and the SVG that comes of it."""

import os
import resource
import shutil
import stat
import struct
import subprocess
import time
from pathlib import Path

import pytest
from lxml import etree

from argmap.errors import GraphvizFailedError, GraphvizMissingError
from argmap.render import PictureFormat, draw, to_dot
from argmap.render.draw import ATTEMPTS, Attempt, overruled
from argmap.render.svg import tidy
from tests.render.maps import HARBOUR, VERDICT

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def picture(graphviz: None) -> etree._Element:  # noqa: ARG001 - skips where there is none
    return etree.fromstring(draw(to_dot(HARBOUR, VERDICT), "svg"))


@pytest.mark.usefixtures("graphviz")
@pytest.mark.parametrize(("name", "start"), [("pdf", b"%PDF-"), ("png", b"\x89PNG"), ("svg", b"<svg ")])
def test_formats(name: PictureFormat, start: bytes) -> None:
    assert draw(to_dot(HARBOUR, VERDICT), name).startswith(start)


def test_every_id_and_class_is_in_the_svg(picture: etree._Element) -> None:
    classes = {group.get("id"): set((group.get("class") or "").split()) for group in picture.iter(SVG + "g")}
    for index in range(len(HARBOUR.claims)):
        assert classes[f"claim-{index}"] & {"claim", "evidence"}
        assert classes[f"claim-{index}"] & {"in", "out", "undecided"}
    assert "source" in classes["source-0"] & classes["source-1"]
    assert "source-2" not in classes
    for relation in HARBOUR.relations:
        assert relation.kind in classes[relation.id]
    assert "cites" in classes["cites-2-0"] & classes["cites-2-1"] & classes["cites-3-x-lost-key"]


def test_it_scales_and_speaks(picture: etree._Element) -> None:
    assert picture.get("viewBox")
    assert picture.get("width") is None
    assert [child.tag for child in picture][:2] == [SVG + "title", SVG + "desc"]
    assert picture.get("aria-label") == "Argument map: Why did the harbour close?"
    assert "7 claims" in (picture.findtext(SVG + "desc") or "")
    named = {
        group.get("id"): group.get("aria-label") for group in picture.iter(SVG + "g") if group.get("tabindex") == "0"
    }
    assert named["claim-0"] == "Thesis: The harbour failed – contested"
    assert named["claim-4"] == "Claim: Traffic had gone – unsupported, no source"
    assert named["source-0"] == "Source: Quay and Mole 1921"
    assert "point" not in " ".join(str(name) for name in named)


def test_tooltips_hold_the_whole_story(picture: etree._Element) -> None:
    groups = {group.get("id"): group.findtext(SVG + "title") for group in picture.iter(SVG + "g")}
    assert (groups["claim-2"] or "").split("\n")[1:] == [
        "The ledger of 1901 pays no dredger.",
        "stands for a reason",
        "Cites Ledger of the harbour master, 2 May 1901.",
        "Cites Quay and Mole 1921, 9-12.",
    ]
    assert groups["r4"] == "Traffic had gone – rebuts – War did it"


def test_tidying_twice_changes_nothing_more() -> None:
    raw = draw(to_dot(HARBOUR), "svg")
    assert tidy(raw) == raw


def test_tidying_removes_whatever_acts_or_loads() -> None:
    evil = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="x()" viewBox="0 0 9 9">
    <script>x()</script><style>@import url(http://e.org)</style><foreignObject><b/></foreignObject>
    <g id="claim-0" class="claim" onclick="x()"><a xlink:href="javascript:x()" href="http://e.org"><text>kept</text></a>
    <path fill="url(http://e.org/#x)" style="fill:url(http://e.org)" d="M0 0"/><image href="http://e.org/x.png"/></g></svg>"""
    clean = tidy(evil).decode()
    assert "kept" in clean
    for bad in ("script", "style", "foreignObject", "onload", "onclick", "href", "e.org", "image"):
        assert bad not in clean, bad


@pytest.mark.parametrize("value", ["url(http://e.org)", "&#117;rl(http://e.org)", "u&#x72;l(#x)", "x url(e.org)"])
def test_no_value_refers_to_anything_however_it_is_written(value: str) -> None:
    picture = f'<svg xmlns="http://www.w3.org/2000/svg"><g id="a&#45;b"><path fill="{value}" d="M0 0"/></g></svg>'
    clean = tidy(picture.encode())
    assert b"fill" not in clean
    assert b'd="M0 0"' in clean


@pytest.mark.parametrize(
    "evil",
    [
        '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY f SYSTEM "file:///etc/hostname">]><svg><text>x&a;&f;</text></svg>',
        "<svg><title><![CDATA[<script>x()</script>]]></title></svg>",
        "<svg><?php x() ?></svg>",
        "<html/>",
        "<svg><g></svg>",
    ],
    ids=["entities", "character data", "instruction", "no picture", "no XML"],
)
def test_what_graphviz_never_writes_is_refused(evil: str) -> None:
    with pytest.raises(GraphvizFailedError):
        tidy(evil.encode())


def test_a_comment_that_a_page_would_end_sooner_is_removed() -> None:
    """In HTML `<!-->` is a whole comment; in XML it only begins one."""
    clean = tidy(b"<svg><text>kept</text><!--><script>x()</script>--><g/><a/><a><text>too</text></a></svg>")
    assert clean.endswith(b"<text>kept</text><g/><text>too</text></svg>")


def test_an_element_that_is_removed_goes_with_all_that_it_holds() -> None:
    clean = tidy(b"<svg><x><g/><y/></x><text>kept</text><y/><g><svg><text>gone</text></svg></g><x a='>'/></svg>")
    assert clean.endswith(b"><text>kept</text><g></g></svg>")


def test_without_graphviz_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GraphvizMissingError, match="install graphviz"):
        draw(to_dot(HARBOUR), "svg")


def _fake(folder: Path, script: str, *names: str) -> None:
    for name in names or ("dot",):
        program = folder / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_a_dot_that_takes_too_long_is_ended_with_its_children(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _fake(tmp_path, f"sleep 60 & echo $! > '{tmp_path}/child'; wait", "dot", "sfdp")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    begin = time.monotonic()
    with pytest.raises(GraphvizFailedError, match="more than 1 second"):
        draw(to_dot(HARBOUR), "svg", time_limit=1)
    assert time.monotonic() - begin < 20
    child = int((tmp_path / "child").read_text())
    assert _ended(child)


_BUSY = "while :; do :; done"
_DRAWS = "cat >/dev/null; echo '<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>'"


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="this system cannot limit another program's computing")
def test_a_dot_that_computes_too_long_is_followed_by_sfdp_and_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _fake(tmp_path, f"echo x >> '{tmp_path}/runs'; {_BUSY}", "dot")
    _fake(tmp_path, _DRAWS, "sfdp")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    said: list[str] = []
    assert draw(to_dot(HARBOUR), "svg", cpu_limit=1, say=said.append).startswith(b"<svg")
    assert (tmp_path / "runs").read_text().split() == ["x", "x"]
    assert len(said) == 1
    assert "sfdp" in said[0]


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="this system cannot limit another program's computing")
def test_the_second_attempt_has_other_options(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _fake(tmp_path, f"if grep -q 'splines=\"line\"'; then {_DRAWS}; else {_BUSY}; fi")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    said: list[str] = []
    assert draw(to_dot(HARBOUR), "svg", cpu_limit=1, say=said.append)
    assert "straight lines" in said[0]


@pytest.mark.parametrize(("side", "count"), [(8640, 1), (700, 0)])
def test_that_a_picture_of_dots_was_made_smaller_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, side: int, count: int
) -> None:
    (tmp_path / "made.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 300, side))
    _fake(tmp_path, f"cat >/dev/null; cat '{tmp_path}/made.png'")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    said: list[str] = []
    draw("digraph {}", "png", say=said.append)
    assert len(said) == count


@pytest.mark.usefixtures("graphviz")
def test_nothing_is_said_of_a_picture_as_asked_for() -> None:
    said: list[str] = []
    draw(to_dot(HARBOUR), "svg", say=said.append)
    assert said == []


@pytest.mark.usefixtures("graphviz")
@pytest.mark.parametrize("attempt", ATTEMPTS[1:], ids=["rough", "cloud"])
def test_graphviz_takes_the_options_of_every_attempt(attempt: Attempt) -> None:
    program = shutil.which(attempt.engine)
    if program is None:
        pytest.skip(f"this Graphviz has no {attempt.engine}")
    dot = overruled(to_dot(HARBOUR, VERDICT), attempt.attributes)
    run = subprocess.run([program, "-Tsvg"], input=dot.encode(), capture_output=True, check=True)
    assert run.stderr == b""
    assert run.stdout.count(b'class="node claim') + run.stdout.count(b'class="node evidence') == len(HARBOUR.claims)


def _ended(process: int) -> bool:
    """Whether a process is gone, or waits only to be counted by its parent."""
    for _ in range(50):
        try:
            os.kill(process, 0)
            state = Path(f"/proc/{process}/stat")
            if state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize(
    "script", ["echo 'Error: no memory' >&2; exit 1", "exit 3", "cat >/dev/null; echo '<svg><'", "cat >/dev/null"]
)
def test_a_dot_that_fails_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str) -> None:
    _fake(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(GraphvizFailedError):
        draw(to_dot(HARBOUR), "svg")


@pytest.mark.usefixtures("graphviz")
def test_graphviz_says_what_was_wrong() -> None:
    with pytest.raises(GraphvizFailedError, match="syntax error"):
        draw("digraph {", "svg")


@pytest.mark.usefixtures("graphviz")
def test_graphviz_reads_no_file_that_dot_names(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    try:
        drawn = draw(f'digraph {{ a [image="{secret}" label=""] }}', "svg").decode()
    except GraphvizFailedError:
        return
    assert "secret" not in drawn
