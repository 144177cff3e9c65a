"""Runs rules over a subject and turns their faults into findings, in the order of the file."""

from collections.abc import Iterable

from argmap.check.rule import Anchoring, Fault, Rule, TextUnderCheck
from argmap.check.rules import ANCHOR_RULES, MAP_RULES, TEXT_RULES
from argmap.model import AnchoredClaim, ArgumentMap, Citations, Document, Extraction, Finding


def check_text(path: str, document: Document, citations: Citations, extraction: Extraction) -> tuple[Finding, ...]:
    """Findings about a text, ordered by place. `path` is the file as the user named it."""
    text = TextUnderCheck(document, citations, extraction)
    return _ordered(_finding(rule, fault, path, document) for rule in TEXT_RULES for fault in rule.check(text))


def check_map(path: str, argument_map: ArgumentMap) -> tuple[Finding, ...]:
    """Findings about a map, ordered by line. `path` is the map's file as the user named it."""
    return _ordered(_finding(rule, fault, path) for rule in MAP_RULES for fault in rule.check(argument_map))


def check_anchors(path: str, argument_map: ArgumentMap, anchored: tuple[AnchoredClaim, ...]) -> tuple[Finding, ...]:
    """Findings about anchors that were looked for in a text. `path` is the anchors' file as the user named it."""
    anchoring = Anchoring(argument_map, anchored)
    return _ordered(_finding(rule, fault, path) for rule in ANCHOR_RULES for fault in rule.check(anchoring))


def _finding(rule: Rule, fault: Fault, path: str, document: Document | None = None) -> Finding:
    position = document.position(fault.start) if document and fault.start is not None else None
    line, column = (position.line, position.column) if position else (fault.line, 1 if fault.line else None)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=fault.severity or rule.severity,
        message=fault.message,
        path=path,
        start=fault.start,
        end=fault.end,
        line=line,
        column=column,
        sentence=fault.sentence,
        note=fault.note,
        evidence=fault.evidence,
        suggestion=fault.suggestion,
    )


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By place, what has no place last; then by code and words, so that two runs give one order."""

    def key(finding: Finding) -> tuple[bool, int, int, str, str]:
        placed = finding.start is not None or finding.line is not None
        return (not placed, finding.start or 0, finding.line or 0, finding.code, finding.message)

    return tuple(sorted(findings, key=key))
