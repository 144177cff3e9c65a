"""Writes a report for people and for programs. One file a format; all are pure strings, UTF-8 when written."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from argmap.check.report.as_github import as_github
from argmap.check.report.as_html import as_html
from argmap.check.report.as_json import as_json
from argmap.check.report.as_sarif import as_sarif
from argmap.check.report.as_text import as_text
from argmap.errors import UnknownNameError
from argmap.model import Report

_WRITERS: Mapping[str, Callable[[Report, str], str]] = MappingProxyType(
    {"text": as_text, "json": as_json, "sarif": as_sarif, "github": as_github, "html": as_html}
)

FORMATS = tuple(_WRITERS)


def write_report(report: Report, format: str, version: str) -> str:  # noqa: A002 - the word of the command line
    """The report in one of `FORMATS`. `version` is argmap's, named in SARIF and HTML.

    Raises:
        UnknownNameError: If there is no such format.
    """
    if format not in _WRITERS:
        raise UnknownNameError("report format", format, FORMATS)
    return _WRITERS[format](report, version)
