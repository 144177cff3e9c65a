"""Plain text, a finding in a few lines, as linters write it."""

from collections.abc import Iterator

from argmap.check.report.words import counts, place, tally, tame
from argmap.model import Finding, Report


def as_text(report: Report, _version: str) -> str:
    """`place: CODE message [name]`, then evidence and suggestion indented; the counts last."""
    blocks = ["\n".join(_lines(finding)) for finding in report.findings]
    closing = "\n".join(line for line in (tally(report), counts(report.summary)) if line)
    return "\n".join([*blocks, "", closing] if blocks else [closing]) + "\n"


def _lines(finding: Finding) -> Iterator[str]:
    severity = "" if finding.severity == "warning" else f"{finding.severity}: "
    yield f"{place(finding)}: {finding.code} {severity}{tame(finding.message)} [{finding.name}]"
    yield from (f"    - {tame(evidence)}" for evidence in finding.evidence)
    if finding.suggestion:
        yield f"    = {tame(finding.suggestion)}"
