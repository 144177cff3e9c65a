"""The only I/O of this stage: Graphviz turns DOT into a picture, within limits of time."""

import os
import resource
import signal
import struct
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from graphviz.backend import dot_command

from argmap.errors import GraphvizFailedError, GraphvizMissingError
from argmap.render.svg import tidy

PictureFormat = Literal["svg", "pdf", "png"]
Say = Callable[[str], None]

TIME_LIMIT = 60.0
CPU_LIMIT = 20
# Pictures of dots are made for a projector: 144 to the inch, and never more than 60 inches a side, because Graphviz
# keeps every dot in memory.
_MOST_DOTS = 60 * 144
# A PDF has a margin of half an inch all around unless it is told otherwise; the drawing has its own.
_OPTIONS = {"svg": (), "pdf": ("-Gmargin=0",), "png": ("-Gdpi=144", "-Gsize=60,60")}
_LONGEST_REASON = 200


@dataclass(frozen=True)
class Attempt:
    """One way to lay a map out: a program of Graphviz, and graph attributes that overrule those of the map."""

    engine: Literal["dot", "sfdp"]
    attributes: str
    told: str


# What is slow in dot is ordering, ranking and curves, in this order; sfdp knows no ranks and draws anything.
ATTEMPTS = (
    Attempt("dot", "", ""),
    Attempt(
        "dot",
        'nslimit="1" nslimit1="1" mclimit="0.1" searchsize="5" splines="line"',
        "dot gave up on this map; its layout is a rougher one with straight lines",
    ),
    Attempt(
        "sfdp",
        'overlap="prism" splines="line"',
        "dot gave up on this map twice; it is laid out as a cloud (sfdp), without sections",
    ),
)


def _nothing(_told: str) -> None:
    """Nobody listens."""


def draw(
    dot: str,
    format: PictureFormat,  # noqa: A002 - the shared name
    *,
    time_limit: float = TIME_LIMIT,
    cpu_limit: int = CPU_LIMIT,
    say: Say = _nothing,
) -> bytes:
    """Run Graphviz on DOT made by `to_dot`; where `dot` takes too long, again with less care, then `sfdp`.

    Args:
        dot: One `digraph`.
        format: `svg` (UTF-8, tidied for inlining and for screen readers), `pdf` (one page) or `png`.
        time_limit: Seconds on the clock after which the present attempt is the last and is ended.
        cpu_limit: Seconds of computing that one attempt may take (where the system can limit it: Linux).
        say: Told, in a sentence, whenever the picture is not what was asked for.

    Raises:
        GraphvizMissingError: There is no `dot` on the PATH.
        GraphvizFailedError: It failed, or all attempts took too long.
    """
    end = time.monotonic() + time_limit
    for number, attempt in enumerate(ATTEMPTS, start=1):
        command = [attempt.engine, *dot_command.command("dot", format)[1:], *_OPTIONS[format]]
        try:
            picture = _run([str(part) for part in command], overruled(dot, attempt.attributes), end, cpu_limit)
        except _TooSlowError as slow:
            if number == len(ATTEMPTS) or time.monotonic() >= end:
                raise GraphvizFailedError(str(slow)) from slow
            continue
        if attempt.told:
            say(attempt.told + ". A part of it (--section, --focus, --collapse) draws better")
        if format == "png" and max(struct.unpack(">II", picture[16:24].ljust(8))) >= _MOST_DOTS - 1:
            say("the picture would be longer than 60 inches and was made smaller; SVG and PDF have no such limit")
        return tidy(picture) if format == "svg" else picture
    raise AssertionError


class _TooSlowError(Exception):
    """An attempt ran into a limit."""


def overruled(dot: str, attributes: str) -> str:
    """The graph with attributes that overrule its own: the last statement holds."""
    body, closing, rest = dot.rpartition("}")
    return f"{body}graph [{attributes}]\n{closing}{rest}" if attributes and closing else dot


def _run(command: list[str], dot: str, end: float, cpu_limit: int) -> bytes:
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(
            command,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            start_new_session=True,
            # Where this is set, Graphviz reads no image or other file that DOT names.
            env={**os.environ, "SERVER_NAME": "argmap"},
        )
    except OSError as error:
        raise GraphvizMissingError from error
    _limit(process.pid, cpu_limit)
    left = max(1.0, end - time.monotonic())
    with process:
        try:
            picture, errors = process.communicate(dot.encode("utf-8", "replace"), timeout=left)
        except subprocess.TimeoutExpired as error:
            reason = f"it took more than {left:.3g} seconds"
            raise _TooSlowError(reason) from error
        finally:
            _end(process)
    if process.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        reason = f"it took more than {cpu_limit} seconds of computing"
        raise _TooSlowError(reason)
    if process.returncode or not picture:
        raise GraphvizFailedError(_reason(process.returncode, errors))
    return picture


def _limit(pid: int, seconds: int) -> None:
    """Limit the computing time of a program that has just begun.

    From outside and not in the child before it begins, which may lock where the parent has threads (the server has).
    """
    if hasattr(resource, "prlimit"):
        try:
            resource.prlimit(pid, resource.RLIMIT_CPU, (seconds, seconds + 1))
        except (ProcessLookupError, PermissionError):
            return  # it has ended already; or it may not be limited, and the clock alone ends it


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it started; a process that ended by itself has nothing left to end."""
    if process.returncode is None:
        os.killpg(process.pid, signal.SIGKILL)


def _reason(code: int, errors: bytes) -> str:
    lines = errors.decode("utf-8", "replace").split("\n")
    said = next((line.strip() for line in lines if line.strip()), "")
    return said[:_LONGEST_REASON] or f"exit code {code}"
