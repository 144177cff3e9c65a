"""The direction of imports, as .github/decisions and the design settle it: nobody imports a later stage."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

FOUNDATION = {"errors", "model"}
ALLOWED: dict[str, set[str]] = {
    "__init__": set(),
    "__main__": {"cli"},
    "errors": set(),
    "model": set(),
    "files": FOUNDATION,
    "pandoc": FOUNDATION,
    "read": FOUNDATION | {"pandoc"},
    "extract": FOUNDATION | {"read"},
    "cite": FOUNDATION | {"read", "pandoc"},
    "check": FOUNDATION | {"read", "extract", "cite"},
    "convert": FOUNDATION,
    "evaluate": FOUNDATION,
    "diff": FOUNDATION,
    "render": FOUNDATION | {"cite", "convert", "evaluate", "diff"},
    "schema": FOUNDATION,
    "pipeline": FOUNDATION | {"files", "read", "extract", "cite", "check", "convert", "evaluate", "diff", "render"},
    "compare": FOUNDATION | {"evaluate", "diff", "render", "pipeline"},
    "workspace": FOUNDATION | {"files", "convert", "pipeline"},
    "serve": FOUNDATION | {"cite", "check", "evaluate", "render", "pipeline"},
    "show": FOUNDATION | {"cite", "check"},
}
THIRD_PARTY_OF = {"spacy": {"extract"}, "fastapi": {"serve"}, "graphviz": {"render"}, "typer": {"cli"}}


def _modules(root: Path) -> list[tuple[str, Path]]:
    package = root / "argmap"
    return [(path.relative_to(package).parts[0].removesuffix(".py"), path) for path in sorted(package.rglob("*.py"))]


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def test_stages_import_only_what_comes_before_them(root: Path) -> None:
    faults = []
    for stage, path in _modules(root):
        if stage == "cli":  # the last of all: it may import everything
            continue
        known = {name for name, _ in _modules(root)}
        for name in _imports(path):
            parts = name.split(".")
            if parts[0] != "argmap" or len(parts) < 2 or parts[1] not in known:
                continue
            if parts[1] != stage and parts[1] not in ALLOWED[stage]:
                faults.append(f"{path.relative_to(root)} imports {name}")
    assert not faults


@pytest.mark.parametrize("library", THIRD_PARTY_OF)
def test_a_heavy_library_is_imported_by_one_stage_only(root: Path, library: str) -> None:
    users = {stage for stage, path in _modules(root) for name in _imports(path) if name.split(".")[0] == library}
    assert users == THIRD_PARTY_OF[library]


def test_files_stay_small(root: Path) -> None:
    long = [str(path) for _, path in _modules(root) if len(path.read_text(encoding="utf-8").splitlines()) >= 400]
    assert not long


def test_what_draws_a_case_does_not_wait_for_what_reads_texts(root: Path, tmp_path: Path) -> None:
    asked = "import sys, atexit, argmap.cli; atexit.register(lambda: print(*sys.modules)); argmap.cli.main()"
    command = ["render", str(root / "claims" / "korea-1950"), "-o", str(tmp_path / "map.dot")]
    run = subprocess.run([sys.executable, "-c", asked, *command], check=True, capture_output=True, text=True)
    loaded = set(run.stdout.split())
    assert "argmap.render" in loaded
    assert not loaded & {"spacy", "argmap.extract", "argmap.check", "argmap.read", "argmap.cite.stage"}
