"""From paths to values: included files, maps told by their names, faults of Argdown as findings."""

from contextlib import nullcontext
from pathlib import Path

import pytest

from argmap.errors import ArgdownError
from argmap.workspace import check_all, open_map, open_seminar


def step(_stage: str) -> None:
    """Nothing to show."""


def test_a_map_includes_files_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "camp.argdown").write_text("[Camp]: The camp was hungry too.\n", encoding="utf-8")
    main = tmp_path / "main.argdown"
    main.write_text("[Siege]: It was long.\n\n@include(parts/camp.argdown)\n", encoding="utf-8")
    found = open_map(str(main))
    assert [(claim.id, claim.line, claim.file) for claim in found.claims] == [
        ("Siege", 1, None),
        ("Camp", 1, "parts/camp.argdown"),
    ]


@pytest.mark.parametrize("path", ["../secret.argdown", "link.argdown", "missing.argdown"])
def test_nothing_outside_the_folder_is_included(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.argdown").write_text("[Secret]: words\n", encoding="utf-8")
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / "link.argdown").symlink_to(tmp_path / "secret.argdown")
    main = folder / "main.argdown"
    main.write_text(f"[Siege]: It was long.\n\n@include({path})\n", encoding="utf-8")
    with pytest.raises(ArgdownError):
        open_map(str(main))


def test_a_case_may_include_too(tmp_path: Path) -> None:
    (tmp_path / "map.argdown").write_text("[Siege]: It was long.\n\n@include(camp.argdown)\n", encoding="utf-8")
    (tmp_path / "camp.argdown").write_text("[Camp]: The camp was hungry too.\n", encoding="utf-8")
    assert [claim.id for claim in open_seminar(str(tmp_path), step).map.claims] == ["Siege", "Camp"]


def test_faults_of_argdown_are_findings_each_with_its_line(tmp_path: Path) -> None:
    broken = tmp_path / "map.argdown"
    broken.write_text("[A]: one\n[B]: two\n\n[C]: three\n[D]: four\n", encoding="utf-8")
    checked = check_all([str(broken)], lambda _path: nullcontext(step))
    assert [(finding.code, finding.line) for finding in checked.report.findings] == [("MP000", 2), ("MP000", 5)]
    assert not checked.failures


def test_maps_are_told_by_the_end_of_their_name(tmp_path: Path) -> None:
    table = tmp_path / "attacks.tgf"
    table.write_text("a\nb\n#\na b\n", encoding="utf-8")
    assert not open_seminar(str(table), step).draft
