"""The command line, run as users run it."""

import contextlib
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.terminal import shown

ESSAY = """---
title: The Mill at Orbe
---

The mill at Orbe was sold in 1712 for ninety florins.[^1] The miller, Jean Perrin, said that “the water had gone
from the race and would not come back.”[^2] It follows that the drought began before the war.

Perrin left for Geneva in 1714 with forty sacks of flour.

[^1]: Anna Keller, *Mills of the Vaud* (Lausanne: Payot, 1931), p. 44.
[^2]: Ibid., p. 46.
"""

MAP = """# The mill

[Drought]: The drought began before the war. {kind: thesis}
  + [Sale]: The mill was sold in 1712. {cite: "@keller1931 [44]"}
  - [Flood]: The race was full in 1713. {cite: "@ledger"}
"""

SOURCES = json.dumps(
    [
        {"id": "keller1931", "type": "book", "title": "Mills of the Vaud", "author": [{"family": "Keller"}]},
        {"id": "ledger", "type": "manuscript", "title": "Ledger of the bailiff"},
    ]
)


def run(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        timeout=120,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def essay(tmp_path: Path) -> str:
    path = tmp_path / "mill.md"
    path.write_text(ESSAY, encoding="utf-8")
    return str(path)


@pytest.fixture
def map_path(tmp_path: Path) -> str:
    (tmp_path / "sources.json").write_text(SOURCES, encoding="utf-8")
    path = tmp_path / "mill.argdown"
    path.write_text(MAP, encoding="utf-8")
    return str(path)


def test_version_starts_without_the_heavy_libraries() -> None:
    code = (
        "import sys; sys.argv = ['argmap', '--version']\n"
        "from argmap.cli import main\n"
        "try:\n    main()\nexcept SystemExit as done:\n    assert not done.code\n"
        "print(sorted({'spacy', 'fastapi', 'pydantic', 'lxml', 'graphviz'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    version, heavy = done.stdout.splitlines()
    assert version.startswith("argmap ")
    assert heavy == "[]"


def test_read_gives_the_fixed_fields(essay: str) -> None:
    code, out, err = run("read", essay)
    assert (code, err) == (0, "")
    read = json.loads(out)
    assert read["document"]["format"] == "markdown"
    assert read["document"]["title"] == "The Mill at Orbe"
    assert [paragraph["id"] for paragraph in read["paragraphs"]] == ["p1", "p2"]
    assert [sentence["markers"] for sentence in read["sentences"]] == [["1"], ["2"], [], []]
    assert set(read["sentences"][0]) >= {"id", "paragraph", "start", "end", "text", "markers"}
    first = read["sentences"][0]
    assert ESSAY[first["start"] : first["end"]].startswith("The mill at Orbe was sold")
    assert [note["n"] for note in read["notes"]] == ["1", "2"]
    assert ESSAY[read["notes"][1]["start"] : read["notes"][1]["end"]] == "Ibid., p. 46."


def test_standard_input_and_text(essay: str) -> None:
    code, out, _ = run("read", "-", "--format", "text", stdin=Path(essay).read_bytes())
    assert code == 0
    assert "2 paragraphs, 4 sentences, 2 notes, 2 markers" in out


def test_extract_gives_the_fixed_fields(essay: str) -> None:
    code, out, _ = run("extract", essay)
    assert code == 0
    extraction = json.loads(out)
    verdict = extraction["sentences"][0]
    assert set(verdict) >= {"id", "text", "claim", "kind", "needs_citation", "support", "notes", "attributed_to"}
    assert (verdict["claim"], verdict["support"], verdict["notes"]) == (True, "direct", ["1"])
    assert set(extraction["claims"][0]) >= {
        "id", "sentence", "start", "end", "text", "kind", "support", "notes", "confidence",
    }  # fmt: skip


@pytest.mark.parametrize("command", ["extract", "check", "diff"])
def test_another_pipeline_is_named_by_an_option(essay: str, tmp_path: Path, command: str) -> None:
    essays = [essay] * (1 + (command == "diff"))
    code, _, told = run(command, *essays, "--pipeline", str(tmp_path / "none"))
    assert code == 2
    assert "no spaCy pipeline of this name" in told


def test_a_drafted_map_can_be_read_again(essay: str, tmp_path: Path) -> None:
    code, out, _ = run("extract", essay, "--format", "argdown")
    assert code == 0
    draft = tmp_path / "draft.argdown"
    draft.write_text(out, encoding="utf-8")
    code, out, _ = run("evaluate", str(draft), "--format", "json")
    assert code == 0
    assert json.loads(out)["claims"]


def test_cite_in_all_formats(essay: str) -> None:
    code, out, _ = run("cite", essay)
    assert code == 0
    cited = json.loads(out)
    ibid = cited["notes"][1]["mentions"][0]
    assert ibid["kind"] == "ibid"
    assert ibid["literal"]["note"] == "1"
    assert ibid["source"] == cited["sources"][0]["id"]
    assert ibid["locator"]["value"] == "46"
    assert json.loads(run("cite", essay, "--format", "csl")[1])[0]["title"] == "Mills of the Vaud"
    assert "@book{" in run("cite", essay, "--format", "bibtex")[1]
    assert "note 2" in run("cite", essay, "--format", "text")[1]


def test_check_exits_one_on_findings_and_zero_without(essay: str, tmp_path: Path) -> None:
    code, out, _ = run("check", essay, "--format", "json")
    report = json.loads(out)
    assert code == 1
    assert [(finding["code"], finding["sentence"]) for finding in report["findings"]] == [("CL001", "p2.s1")]
    assert report["findings"][0]["line"] == 8
    assert set(report["summary"]) == {
        "claims", "needing_citation", "cited_direct", "cited_passage", "cited_in_text", "uncited", "unsure", "notes", "sources",
    }  # fmt: skip
    clean = tmp_path / "clean.md"
    clean.write_text(ESSAY.replace("Perrin left for Geneva in 1714 with forty sacks of flour.", ""), encoding="utf-8")
    assert run("check", str(clean))[0] == 0


@pytest.mark.parametrize("output", ["text", "json", "sarif", "github", "html"])
def test_every_report_names_the_finding(essay: str, output: str) -> None:
    code, out, err = run("check", essay, "--format", output)
    assert (code, err) == (1, "")
    assert "CL001" in out


def test_one_bad_path_does_not_stop_the_others(essay: str) -> None:
    code, out, err = run("check", "missing.md", essay)
    assert code == 2
    assert "CL001" in out
    assert err.count("\n") == 1
    assert "missing.md: there is no such file" in err


def _all_of(terminal: io.FileIO) -> bytes:
    """What was written to a terminal whose other end is closed: one read gives some 4 kB of it at most."""
    shown = b""
    with contextlib.suppress(OSError):  # so Linux tells the end
        while some := terminal.read(100_000):
            shown += some
    return shown


def test_progress_is_shown_on_a_terminal_and_not_in_a_pipe(essay: str) -> None:
    outside, inside = pty.openpty()
    command = [sys.executable, "-m", "argmap", "check", essay]
    with os.fdopen(outside, "rb", buffering=0) as terminal:
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=inside,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "200"},
            check=False,
            timeout=120,
        )
        os.close(inside)
        shown = _all_of(terminal).decode()
    assert done.returncode == 1
    assert "checking" in shown
    assert b"checking" not in done.stdout
    assert run("check", essay)[2] == ""


def test_nothing_checked_is_no_clean_report() -> None:
    code, out, err = run("check", "missing.md")
    assert (code, out) == (2, "")
    assert "there is no such file" in err


def test_a_folder_stands_for_its_essays(essay: str) -> None:
    installed = Path(essay).parent / "node_modules" / "README.md"
    installed.parent.mkdir()
    installed.write_text("The mill was burnt in 1812 by forty men.", encoding="utf-8")
    code, out, _ = run("check", str(Path(essay).parent), "--format", "json")
    assert code == 1
    assert {finding["path"] for finding in json.loads(out)["findings"]} == {essay}


def test_evaluate_and_what_if(map_path: str) -> None:
    code, out, _ = run("evaluate", map_path, "--format", "json")
    assert code == 0
    before = json.loads(out)
    assert {claim["id"]: claim["label"] for claim in before["claims"]} == {
        "Drought": "refuted", "Sale": "stands", "Flood": "stands",
    }  # fmt: skip
    after = json.loads(run("evaluate", map_path, "--reject", "ledger", "--format", "json")[1])
    assert {claim["id"]: claim["status"] for claim in after["claims"]} == {
        "Drought": "in",
        "Sale": "in",
        "Flood": "out",
    }
    assert {source["id"]: source["topples"] for source in after["sources"]}["keller1931"] == ["Drought", "Sale"]


def test_an_unknown_source_is_an_error_with_a_hint(map_path: str) -> None:
    code, out, err = run("evaluate", map_path, "--reject", "keler1931")
    assert (code, out) == (2, "")
    assert "Did you mean keller1931?" in err


@pytest.mark.parametrize(("suffix", "magic"), [("svg", b"<"), ("pdf", b"%PDF"), ("png", b"\x89PNG"), ("html", b"<!")])
def test_render_writes_every_format(map_path: str, tmp_path: Path, suffix: str, magic: bytes) -> None:
    out = tmp_path / f"map.{suffix}"
    code, _, err = run("render", map_path, "-o", str(out))
    assert (code, err) == (0, "")
    assert out.read_bytes().startswith(magic)


def test_without_graphviz_html_and_dot_are_written_and_svg_is_an_error(
    map_path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run("render", map_path, "-o", str(tmp_path / "map.html"))[0] == 0
    assert "The mill was sold in 1712." in (tmp_path / "map.html").read_text(encoding="utf-8")
    assert run("render", map_path, "-o", str(tmp_path / "map.dot"))[0] == 0
    code, _, err = run("render", map_path, "-o", str(tmp_path / "map.svg"))
    assert code == 2
    assert "Install the package 'graphviz'" in err


def test_render_an_essay_and_write_to_standard_output(essay: str) -> None:
    code, out, err = run("render", essay, "-o", "-", "--format", "dot")
    assert (code, err) == (0, "")
    assert out.startswith("digraph")


def test_convert_there_and_back(map_path: str, tmp_path: Path) -> None:
    assert run("convert", map_path, str(tmp_path / "map.json"))[0] == 0
    code, out, _ = run("convert", str(tmp_path / "map.json"), "-", "--to", "argdown")
    assert code == 0
    assert "[Sale]: The mill was sold in 1712." in out
    assert run("convert", map_path, str(tmp_path / "map.dot"))[0] == 0
    assert (tmp_path / "map.dot").read_text(encoding="utf-8").startswith("digraph")


def test_schema_describes_what_is_printed(essay: str) -> None:
    schema = json.loads(run("schema")[1])
    assert set(schema["properties"]) == {"read", "extract", "cite", "check", "evaluate", "diff", "map"}
    read = json.loads(run("schema", "read")[1])
    printed = json.loads(run("read", essay)[1])
    assert set(printed) == set(read["properties"])
    code, _, err = run("schema", "reed")
    assert code == 2
    assert "Did you mean read?" in err


def test_an_essay_goes_beside_a_case_only(essay: str, map_path: str) -> None:
    code, _, err = run("serve", map_path, "--essay", essay, "--port", "0")
    assert code == 2
    assert "beside a case folder only" in err


def test_rules_are_listed_and_explained() -> None:
    assert "CL001" in run("rules")[1]
    assert "Why" in run("explain", "CL001")[1]
    code, _, err = run("explain", "CL999")
    assert code == 2
    assert "Traceback" not in err


def test_anchors_are_renewed_and_lost_ones_told(tmp_path: Path) -> None:
    case = tmp_path / "case"
    case.mkdir()
    (case / "map.argdown").write_text("[A]: The mill was sold.\n[B]: Perrin left.\n", encoding="utf-8")
    (case / "brief.md").write_text("The mill was sold in 1712. Perrin left.\n", encoding="utf-8")
    anchors = [{"claim": "A", "text": "brief", "sentence": "p1.s1", "digest": ""},
               {"claim": "B", "text": "brief", "sentence": "p1.s1", "digest": "0" * 16}]  # fmt: skip
    (case / "anchors.json").write_text(json.dumps({"anchors": anchors}), encoding="utf-8")
    code, out, err = run("anchor", str(case))
    assert (code, out) == (0, "2 anchors, 1 lost (kept as they were)\n")
    assert "lost: B" in err
    renewed = json.loads((case / "anchors.json").read_text(encoding="utf-8"))["anchors"]
    assert len(renewed[0]["digest"]) == 16
    assert renewed[1] == anchors[1]


HOSTILE = {
    "missing.md": None,
    "empty.md": b"",
    "blank.txt": b" \n\n ",
    "picture.docx": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "truncated.docx": b"PK\x03\x04\x14\x00\x06\x00" + b"\x00" * 400,
    "latin1.txt": "La guerre de Corée a été décidée à Moscou.".encode("latin-1"),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("command", ["read", "extract", "cite", "check"])
def test_bad_input_is_one_line_and_exit_two(tmp_path: Path, command: str, name: str) -> None:
    path = tmp_path / name
    content = HOSTILE[name]
    if content is not None:
        path.write_bytes(content)
    code, _, err = run(command, str(path))
    assert code == 2
    assert err.startswith("argmap: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_folder_without_essays_is_an_error(tmp_path: Path) -> None:
    code, _, err = run("check", str(tmp_path))
    assert code == 2
    assert "map.argdown" in err


def test_the_essay_in_four_formats(data: Path, tmp_path: Path) -> None:
    folder = data / "essay"
    plain = tmp_path / "plain.txt"
    read_plain = json.loads(run("read", str(folder / "seed.md"))[1])
    body = [_with_markers(read_plain, paragraph["id"]) for paragraph in read_plain["paragraphs"]]
    notes = [f"[{note['n']}] {note['text']}" for note in read_plain["notes"]]
    plain.write_text("\n\n".join(body + notes), encoding="utf-8")
    for path in [*folder.glob("0*.txt"), folder / "seed.md", folder / "seed.docx", plain]:
        read = json.loads(run("read", str(path))[1])
        assert (len(read["paragraphs"]), len(read["notes"]), len(read["markers"])) == (29, 26, 26), path.name
        assert [note["n"] for note in read["notes"]] == [str(n) for n in range(1, 27)]


def _with_markers(read: dict[str, list[dict[str, str]]], paragraph: str) -> str:
    sentences = [sentence for sentence in read["sentences"] if sentence["paragraph"] == paragraph]
    return " ".join(sentence["text"] + "".join(f"[{n}]" for n in sentence["markers"]) for sentence in sentences)


def test_a_terminal_gets_no_commands_from_a_title() -> None:
    title = "a\x1b[2J\u202eb\tc\n"
    assert shown(title, on_terminal=True) == "a\ufffd[2J\ufffdb\tc\n"
    assert shown(title, on_terminal=False) == title
