"""Findings with what the page needs to jump to their places."""

import re

from argmap.model import Finding
from argmap.pipeline import Seminar
from argmap.serve.schema import FindingView
from argmap.serve.text_view import NoteIds

_NAMED = re.compile(r"\[([^\[\]]+)\]")


def finding_views(seminar: Seminar) -> tuple[FindingView, ...]:
    """All findings in their order, each with its note's id and its claim in the map, where it has one."""
    notes = NoteIds(seminar.text.document) if seminar.text else None
    lines = _claims_by_line(seminar)
    views = []
    for finding in seminar.findings:
        in_text = seminar.text is not None and finding.path == seminar.text.path
        note = notes.nearest(finding.note, finding.start or 0) if notes and in_text and finding.note else None
        views.append(
            FindingView(finding=finding, note_id=note, claim=None if in_text else _claim(finding, lines, seminar))
        )
    return tuple(views)


def _claims_by_line(seminar: Seminar) -> dict[int, str]:
    lines = {claim.line: claim.id for claim in reversed(seminar.map.claims) if claim.line is not None}
    for relation in seminar.map.relations:
        if relation.line is not None:
            lines.setdefault(relation.line, relation.premises[0] if relation.premises else relation.target)
    return lines


def _claim(finding: Finding, lines: dict[int, str], seminar: Seminar) -> str | None:
    """By its line in the map's file; a finding without a line names its claim in brackets, or none."""
    if finding.line is not None:
        return lines.get(finding.line)
    named = (found.group(1) for found in _NAMED.finditer(finding.message))
    return next((name for name in named if name in seminar.map.claim_of), None)
