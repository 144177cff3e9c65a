"""From what a user names (an essay, a map, a case, a folder of essays) to values: files and stages together."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from argmap import files
from argmap.convert import MAP_FORMATS, load_map, load_sources
from argmap.errors import ArgdownError, ArgmapError, EssayWithoutCaseError, NotACaseError
from argmap.model import ArgumentMap, Finding, Loss, Report, Summary
from argmap.pipeline import (
    Seminar,
    Step,
    TextAnalysis,
    analyse,
    bare_seminar,
    map_of_case,
    seminar_of_case,
    seminar_of_map,
    seminar_of_text,
)

MAP_SUFFIXES = frozenset(
    suffix
    for one in MAP_FORMATS
    for suffix in one.suffixes
    if suffix not in {".txt", ".xml"}  # these may be essays
)

Progress = Callable[[str], AbstractContextManager[Step]]


def open_text(path: str, step: Step) -> TextAnalysis:
    """Read and analyse one essay."""
    return analyse(files.read_bytes(path), path, step)


def open_map(path: str, source_format: str | None = None) -> ArgumentMap:
    """The map of a case folder or of a map file, with the sources.json beside it."""
    if Path(path).is_dir():
        return map_of_case(files.read_case(path), files.included(path))
    data, beside = files.read_bytes(path), files.sources_beside(path)
    sources = load_sources(beside[1], beside[0]) if beside else ()
    load = files.included(str(Path(path).parent)) if path != "-" else None
    return load_map(data, path, sources, source_format, load=load)


def open_seminar(path: str, step: Step, essay: str | None = None) -> Seminar:
    """A case folder (beside its brief, or an essay), a map, or an essay with a drafted map.

    Raises:
        EssayWithoutCaseError: If an essay is given beside anything but a case.
        ArgmapError: If a file cannot be opened or read.
    """
    if Path(path).is_dir():
        case = files.read_case(path)
        return seminar_of_case(case, open_text(essay, step) if essay else None, step, files.included(path))
    if essay:
        raise EssayWithoutCaseError(path)
    if _is_map(path):
        return seminar_of_map(open_map(path), path)
    return seminar_of_text(open_text(path, step))


def open_argument(path: str, step: Step) -> Seminar:
    """What is drawn or compared of a path: the map of a case or of a file, unchecked and without a text; or an essay.

    Raises:
        ArgmapError: If a file cannot be opened or read.
    """
    if Path(path).is_dir() or _is_map(path):
        step("reading the map")
        return bare_seminar(open_map(path), path)
    return open_seminar(path, step)


class Checked(NamedTuple):
    """A report, and what it could not cover.

    Attributes:
        failures: Why paths could not be opened.
        unread: Every path that was checked, with the parts of it that were not read.
    """

    report: Report
    failures: list[ArgmapError]
    unread: list[tuple[str, tuple[Loss, ...]]]


def check_all(paths: list[str], progress: Progress) -> Checked:
    """Check every path; one that cannot be opened does not stop the rest."""
    findings: list[Finding] = []
    summary = Summary()
    failures: list[ArgmapError] = []
    unread = []
    for path in _expand(paths, failures):
        try:
            with progress(path) as step:
                seminar = open_seminar(path, step)
        except ArgdownError as error:  # what is wrong with it is what was asked
            findings.extend(fault for fault in error.findings if isinstance(fault, Finding))
            continue
        except ArgmapError as error:
            failures.append(error)
            continue
        findings.extend(seminar.findings)
        summary = _add(summary, seminar.text.summary if seminar.text else Summary())
        unread.append((path, unread_parts(seminar)))
    return Checked(Report(findings=tuple(findings), summary=summary), failures, unread)


def unread_parts(seminar: Seminar) -> tuple[Loss, ...]:
    """What the readers of a seminar's map and text could not carry; what a draft leaves out is no such loss."""
    of_map = () if seminar.draft else seminar.map.losses
    return of_map + (seminar.text.document.losses if seminar.text else ())


def _is_map(path: str) -> bool:
    return Path(path).name.lower().endswith(tuple(MAP_SUFFIXES))


def _expand(paths: list[str], failures: list[ArgmapError]) -> Iterator[str]:
    """A folder that is no case stands for the essays in it."""
    for path in paths:
        if not Path(path).is_dir() or files.is_case(path):
            yield path
            continue
        essays = files.essays_in(path)
        if not essays:
            failures.append(NotACaseError(path))
        yield from essays


def _add(first: Summary, second: Summary) -> Summary:
    return Summary(**{name: getattr(first, name) + getattr(second, name) for name in Summary.model_fields})
