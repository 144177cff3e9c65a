"""The package as a user gets it: sdist and wheel built from a clean copy, installed in an empty environment."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tarfile
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.packaging, pytest.mark.xdist_group("packaging")]

ESSAY = "The mill at Orbe was sold in 1712 for ninety florins to a man from Berne called Tillier.\n"


NODE = {"node", "nodejs", "npm", "npx", "corepack"}
Environment = dict[str, str]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """The environment of a machine without Node, and without this checkout on its paths."""
    folders = [
        _without_node(Path(folder), tmp_path_factory.mktemp("path")) for folder in os.environ["PATH"].split(os.pathsep)
    ]
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV", "UV_"))}
    return {**kept, "PATH": os.pathsep.join(map(str, folders))}


def _without_node(folder: Path, copy: Path) -> Path:
    """The folder, or a copy of it by links that lacks Node."""
    if not any((folder / name).exists() for name in NODE):
        return folder
    for program in folder.iterdir():
        if program.name not in NODE:
            (copy / program.name).symlink_to(program)
    return copy


def _run(clean: Environment, *command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd, env=clean, capture_output=True, text=True, check=False, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, f"{command}: {done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def dist(root: Path, clean: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from that sdist."""
    checkout = tmp_path_factory.mktemp("checkout") / "argmap"
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    for name in filter(None, tracked.split("\0")):
        if (root / name).is_file():
            (checkout / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, checkout / name)
    _run(clean, sys.executable, "-m", "build", "--outdir", checkout.parent / "dist", checkout, cwd=checkout.parent)
    return checkout.parent / "dist"


@pytest.fixture(scope="module")
def installed(dist: Path, clean: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `argmap` command of an environment that holds the wheel and nothing of this checkout."""
    folder = tmp_path_factory.mktemp("installed")
    _run(clean, sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    _run(clean, folder / "venv/bin/python", "-m", "pip", "install", "--quiet", next(dist.glob("*.whl")), cwd=folder)
    return folder / "venv/bin/argmap"


def test_sdist_holds_sources_and_no_build_products(dist: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"web/hatch_build.py", "web/package-lock.json", "claims/korea-1950/map.argdown", "LICENSE"} <= names
    assert not [name for name in names if "node_modules" in name]


def test_wheel_holds_the_cases_and_the_built_page(dist: Path) -> None:
    names = set(zipfile.ZipFile(next(dist.glob("*.whl"))).namelist())
    assert {"argmap/claims/korea-1950/map.argdown", "argmap/serve/static/index.html", "argmap/py.typed"} <= names
    assert any(name.startswith("argmap/serve/static/assets/") and name.endswith(".js") for name in names)
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"argmap"}


def test_the_installed_command_checks(installed: Path, clean: Environment, tmp_path: Path) -> None:
    assert _run(clean, installed, "--version", cwd=tmp_path).startswith("argmap ")
    (tmp_path / "essay.md").write_text(ESSAY, encoding="utf-8")
    done = subprocess.run(
        [installed, "check", "essay.md", "--format", "json"],
        cwd=tmp_path, env=clean, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["CL001"]


def test_the_installed_command_serves_the_page(installed: Path, clean: Environment, tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [installed, "serve", "--port", str(port)], cwd=tmp_path, env=clean, stdout=subprocess.PIPE
    )
    try:
        assert server.stdout is not None
        announced = server.stdout.readline().decode()
        assert f"http://127.0.0.1:{port}" in announced
        page = _get(f"http://127.0.0.1:{port}/")
        assert b"<script" in page
        assert json.loads(_get(f"http://127.0.0.1:{port}/api/map"))
    finally:
        server.terminate()
        server.communicate(timeout=30)


def _get(url: str) -> bytes:
    for _ in range(100):
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - loopback
                body: bytes = answer.read()
                return body
        except OSError:  # not listening yet
            time.sleep(0.2)
    pytest.fail(f"nothing answers at {url}")
