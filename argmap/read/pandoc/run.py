"""Calling Pandoc, which is a program of its own: it gets a text on standard input and gives back its syntax tree.

It runs in its sandbox (no file, no network), with a limit of time, of memory and of output.
"""

import json
import re
import subprocess
import tempfile
import threading
from typing import Any

from argmap.errors import BrokenFileError, ExtraMissingError, ReaderFailedError, TooLargeError
from argmap.pandoc import find_pandoc

_SECONDS = 60
_HEAP = "1500m"
_MAX_TREE = 400_000_000
"""The largest syntax tree, in bytes of JSON; a book of a million words makes some 40 MB."""

_LOG = re.compile(r"^\[(WARNING|INFO)\] (.{1,2000})$")

Tree = dict[str, Any]


def run_pandoc(data: bytes, reader: str, path: str, format_name: str) -> tuple[Tree, list[str]]:
    """The syntax tree of a text, and what Pandoc said about it, line by line.

    Args:
        data: The text.
        reader: Pandoc's name for the format, with extensions.
        path: For messages.
        format_name: For messages.

    Raises:
        ExtraMissingError: No Pandoc.
        ReaderFailedError: Pandoc failed, or took more time or memory than it may.
        TooLargeError: A tree larger than argmap takes.
        BrokenFileError: A tree nested too deeply.
    """
    program = find_pandoc(path, format_name)
    command = [program, "+RTS", f"-M{_HEAP}", "-RTS", "--sandbox", "--verbose", "-f", reader, "-t", "json"]
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
        given.write(data)
        given.seek(0)
        out, status, late = _run(command, given, said, path, format_name)
        said.seek(0)
        lines = said.read(5_000_000).decode("utf-8", "replace").splitlines()
    if len(out) > _MAX_TREE:
        raise TooLargeError(path, _MAX_TREE)
    if late:
        raise ReaderFailedError(path, "Pandoc", f"it took more than {_SECONDS} seconds")
    if status:
        raise ReaderFailedError(path, "Pandoc", _reason(lines, status))
    try:
        return json.loads(out), [line for line in lines if _LOG.match(line)]
    except (ValueError, RecursionError):
        why = "it is nested too deeply"
        raise BrokenFileError(path, format_name, why) from None


def _run(command: list[str], given: Any, said: Any, path: str, format_name: str) -> tuple[bytes, int, bool]:  # noqa: ANN401 - temporary files
    """Output (cut off one byte above the limit), exit status, and whether the time ran out."""
    late = threading.Event()
    try:
        process = subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, stderr=said)
    except OSError:
        raise ExtraMissingError(path, format_name, "pandoc", " (the Pandoc found does not start)") from None

    def stop() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(_SECONDS, stop)
    timer.start()
    try:
        with process:
            assert process.stdout is not None  # noqa: S101 - it is a pipe
            out = process.stdout.read(_MAX_TREE + 1)
            if len(out) > _MAX_TREE:
                process.kill()
    finally:
        timer.cancel()
    return out, process.returncode, late.is_set()


def _reason(lines: list[str], status: int) -> str:
    said = [line for line in lines if line.strip() and not _LOG.match(line)]
    return " ".join(" ".join(said[:3]).split())[:200] or f"exit status {status}"
