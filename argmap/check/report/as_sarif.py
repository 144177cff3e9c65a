"""SARIF 2.1.0, the exchange format of checkers: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html ."""

import hashlib
import json
from collections import Counter
from pathlib import PurePath, PurePosixPath
from typing import Any
from urllib.parse import quote

from argmap.check.rule import Rule
from argmap.check.rules import RULES
from argmap.model import Finding, Report

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Json = dict[str, Any]


def as_sarif(report: Report, version: str) -> str:
    """One run with all rules and a result a finding.

    Columns count Unicode characters. Where a format has no lines (.docx) the result names the sentence as a logical
    location, for an offset into the text that was taken out is none into the file.
    """
    index = {rule.code: position for position, rule in enumerate(RULES)}
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "argmap", "version": version, "rules": [_rule(rule) for rule in RULES]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index, seen) for finding in report.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2).encode(errors="replace").decode() + "\n"


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(rule.sections["What it does"].split())},
        "help": {"text": rule.doc.strip(), "markdown": rule.doc.strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: dict[str, int], seen: Counter[str]) -> Json:
    words = [f"{finding.message[:1].upper()}{finding.message[1:]}", *finding.evidence]
    result: Json = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join([*words, *([finding.suggestion] if finding.suggestion else [])])},
        "locations": [_location(finding)],
        "partialFingerprints": {"finding/v1": _fingerprint(finding, seen)},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    return result


def _location(finding: Finding) -> Json:
    physical: Json = {"artifactLocation": {"uri": _uri(finding.path)}}
    if finding.line is not None:
        physical["region"] = {"startLine": finding.line, "startColumn": finding.column or 1}
    location: Json = {"physicalLocation": physical}
    logical = []
    if finding.sentence is not None:
        logical.append({"name": finding.sentence, "fullyQualifiedName": finding.sentence, "kind": "sentence"})
    if finding.note is not None:
        logical.append({"name": finding.note, "fullyQualifiedName": f"note {finding.note}", "kind": "note"})
    return location | ({"logicalLocations": logical} if logical else {})


def _uri(path: str) -> str:
    """A relative path as a relative reference, an absolute one as a file URI, standard input by name."""
    if path == "-":
        return "stdin"
    pure = PurePath(path)
    written = pure.as_posix()
    encoded = quote(written, safe="/", errors="replace")
    return f"file://{encoded}" if PurePosixPath(written).is_absolute() else encoded


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """Stays the same when lines are put in above; the same words a second time are numbered."""
    words = f"{finding.code}\0{finding.path}\0{finding.message}"
    seen[words] += 1
    return hashlib.sha256(f"{words}\0{seen[words]}".encode(errors="replace")).hexdigest()[:32]
