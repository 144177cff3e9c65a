"""Workflow commands, which GitHub shows as annotations beside the lines.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from argmap.model import Finding, Report

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def as_github(report: Report, _version: str) -> str:
    """One command a line; nothing where there is no finding."""
    commands = "".join(f"{_command(finding)}\n" for finding in report.findings)
    return commands.encode(errors="replace").decode()


def _command(finding: Finding) -> str:
    properties = {"file": finding.path, "title": f"{finding.code} {finding.name}"}
    if finding.line is not None:
        properties |= {"line": str(finding.line), "col": str(finding.column or 1)}
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(_words(finding))}"


def _words(finding: Finding) -> str:
    where = finding.sentence if finding.line is None else None
    message = f"{where}: {finding.message}" if where else finding.message
    return "\n".join([message, *finding.evidence, *([finding.suggestion] if finding.suggestion else [])])


def _data(text: str) -> str:
    """Escaped for the part behind the last `::`."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escaped for a property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
