"""The only I/O of this stage: Graphviz turns DOT into a picture."""

import os
import signal
import subprocess
from typing import Literal

from graphviz.backend import dot_command

from argmap.errors import GraphvizFailedError, GraphvizMissingError
from argmap.render.svg import tidy

PictureFormat = Literal["svg", "pdf", "png"]

TIME_LIMIT = 60.0
# Pictures of dots are made for a projector: 144 to the inch, and never more than 60 inches (8,640 dots) a side,
# because Graphviz keeps every dot in memory.
_OPTIONS = {"svg": (), "pdf": (), "png": ("-Gdpi=144", "-Gsize=60,60")}
_LONGEST_REASON = 200


def draw(dot: str, format: PictureFormat, *, time_limit: float = TIME_LIMIT) -> bytes:  # noqa: A002 - the shared name
    """Run Graphviz on DOT made by `to_dot`.

    Args:
        dot: One `digraph`.
        format: `svg` (UTF-8, tidied for inlining and for screen readers), `pdf` (one page) or `png`.
        time_limit: Seconds after which Graphviz and whatever it started are ended.

    Raises:
        GraphvizMissingError: There is no `dot` on the PATH.
        GraphvizFailedError: It failed, or took too long.
    """
    picture = _run([*dot_command.command("dot", format), *_OPTIONS[format]], dot, time_limit)
    return tidy(picture) if format == "svg" else picture


def _run(command: list[str], dot: str, time_limit: float) -> bytes:
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            start_new_session=True,
            # Where this is set, Graphviz reads no image or other file that DOT names.
            env={**os.environ, "SERVER_NAME": "argmap"},
        )
    except OSError as error:
        raise GraphvizMissingError from error
    with process:
        try:
            picture, errors = process.communicate(dot.encode("utf-8", "replace"), timeout=time_limit)
        except subprocess.TimeoutExpired as error:
            reason = f"it took more than {time_limit:g} seconds"
            raise GraphvizFailedError(reason) from error
        finally:
            _end(process)
    if process.returncode or not picture:
        raise GraphvizFailedError(_reason(process.returncode, errors))
    return picture


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it started; a process that ended by itself has nothing left to end."""
    if process.returncode is None:
        os.killpg(process.pid, signal.SIGKILL)


def _reason(code: int, errors: bytes) -> str:
    lines = errors.decode("utf-8", "replace").split("\n")
    said = next((line.strip() for line in lines if line.strip()), "")
    return said[:_LONGEST_REASON] or f"exit code {code}"
