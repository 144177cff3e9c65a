"""What a check reports."""

from typing import Literal

from argmap.model.base import Value

Severity = Literal["error", "warning", "info"]


class Finding(Value):
    """One fault, or one doubt, at one place.

    Attributes:
        code, name: The rule's ("CL001", "claim-without-citation").
        path: The file as the user named it.
        start, end: Offsets in the text as read; None where the finding is about no single place.
        line, column: 1-based place in the original file; None where the format has no lines.
        sentence: Id of the sentence concerned, if one is.
        note: Number, as printed, of the note concerned, if one is.
        evidence: What the verdict rests on, in words.
        suggestion: What to do about it.
    """

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    start: int | None = None
    end: int | None = None
    line: int | None = None
    column: int | None = None
    sentence: str | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    suggestion: str | None = None


class Summary(Value):
    """Counts over everything that was checked; `uncited` counts claims that need a citation and have none.

    `cited_in_text` counts those that only a parenthesis cites, which argmap does not follow.
    `unsure` counts those without a citation of which argmap cannot tell whether they need one: they were not checked.
    """

    claims: int = 0
    needing_citation: int = 0
    cited_direct: int = 0
    cited_passage: int = 0
    cited_in_text: int = 0
    uncited: int = 0
    unsure: int = 0
    notes: int = 0
    sources: int = 0


class Report(Value):
    """All findings, ordered by path and place, and the counts."""

    findings: tuple[Finding, ...] = ()
    summary: Summary = Summary()
