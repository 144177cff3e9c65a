"""What several report formats say alike."""

import re

from argmap.check.wording import count
from argmap.model import Finding, Report, Severity, Summary

# Control characters could drive a terminal, and are invalid in XML; the text as read may hold any.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def tame(text: str) -> str:
    """On one line, with control, direction and surrogate characters replaced by U+FFFD."""
    return _CONTROL.sub("\ufffd", re.sub(r"[\r\n\t]+", " ", text))


def place(finding: Finding) -> str:
    """`path:line:column`, or `path p3.s2`, or `path note 7`, or the bare path."""
    path = tame(finding.path)
    if finding.line is not None:
        return f"{path}:{finding.line}:{finding.column or 1}"
    if finding.sentence is not None and not _in_note(finding):
        return f"{path} {tame(finding.sentence)}"
    if finding.note is not None:
        return f"{path} note {tame(finding.note)}"
    return path


def _in_note(finding: Finding) -> bool:
    """Whether the finding is about the note's own words, not about the sentence that calls it."""
    return finding.note is not None and not finding.code.startswith("FN")


def severities(report: Report) -> dict[Severity, int]:
    """How many findings of each severity, gravest first."""
    order: tuple[Severity, ...] = ("error", "warning", "info")
    return {severity: sum(finding.severity == severity for finding in report.findings) for severity in order}


def tally(report: Report) -> str:
    """`3 findings: 2 warnings, 1 for information`."""
    if not report.findings:
        return "No findings."
    number = severities(report)
    parts = [
        count(number["error"], "error") if number["error"] else "",
        count(number["warning"], "warning") if number["warning"] else "",
        f"{number['info']} for information" if number["info"] else "",
    ]
    return f"{count(len(report.findings), 'finding')}: {', '.join(part for part in parts if part)}."


def counts(summary: Summary) -> str:
    """The summary in one line; empty where nothing was counted, as for a map."""
    if not any(summary.model_dump().values()):
        return ""
    rest = no_need(summary)
    cited = [f"{summary.cited_direct} cited directly", f"{summary.cited_passage} by a later note of their passage"]
    if summary.cited_in_text:
        cited.append(f"{summary.cited_in_text} only in parentheses, which were not followed")
    cited.append(f"{summary.uncited} without the citation they need")
    if summary.unsure:
        cited.append(f"{summary.unsure} not checked, for they may need one or not")
    if rest:
        cited.append(f"{rest} that {'needs' if rest == 1 else 'need'} none")
    things = [count(summary.notes, "note"), count(summary.sources, "source"), count(summary.claims, "claim")]
    return f"{', '.join(things)}: {', '.join(cited)}."


def no_need(summary: Summary) -> int:
    """Claims that have no citation and need none."""
    told = summary.cited_direct + summary.cited_passage + summary.cited_in_text + summary.uncited + summary.unsure
    return max(0, summary.claims - told)
