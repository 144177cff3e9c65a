"""One stand-alone page: no script, no network, everything from the texts escaped."""

import html
import re
from collections.abc import Callable, Iterator

from argmap.check.report.page import STYLE
from argmap.check.report.words import no_need, severities, tally, tame
from argmap.check.rule import Rule
from argmap.check.rules import RULES
from argmap.check.wording import count
from argmap.model import Finding, Report, Severity, Summary

_SEVERITIES: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "for information"}
_SENTENCE = re.compile(r"p(\d+)\.s(\d+)")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(report: Report, version: str) -> str:
    """The report as an HTML page: the numbers in words, then the findings rule by rule."""
    paths = list(dict.fromkeys(finding.path for finding in report.findings))
    title = f"What argmap found in {_name(paths[0])}" if len(paths) == 1 else "What argmap found"
    body = "\n".join([*_head(report, title, paths), *_numbers(report.summary), *_findings(report, paths)])
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{_text(title)}</title>
<style>{STYLE}</style>
</head>
<body>
{body}
<footer>Made by argmap {_text(version)}. A finding is a question to the author, not a verdict.</footer>
</body>
</html>
"""


def _text(text: str) -> str:
    return html.escape(tame(text), quote=True)


def _name(path: str) -> str:
    return "standard input" if path == "-" else path.replace("\\", "/").rpartition("/")[2] or path


def _head(report: Report, title: str, paths: list[str]) -> Iterator[str]:
    yield f"<header><h1>{_text(title)}</h1>"
    where = f" In {count(len(paths), 'file')}." if len(paths) > 1 else ""
    yield f'<p class="lead">{_text(tally(report))}{where}</p></header>'


def _numbers(summary: Summary) -> Iterator[str]:
    if not any(summary.model_dump().values()):
        return
    numbers = [
        (summary.claims, "claims in the text" if summary.claims != 1 else "claim in the text"),
        (summary.needing_citation, "of them need a citation" if summary.needing_citation != 1 else "of them needs one"),
        (summary.uncited, "need one and have none" if summary.uncited != 1 else "needs one and has none"),
        (summary.notes, "notes" if summary.notes != 1 else "note"),
        (summary.sources, "sources cited" if summary.sources != 1 else "source cited"),
    ]
    cells = "".join(f"<div><dt>{words}</dt><dd>{number:,}</dd></div>" for number, words in numbers)
    yield f'<h2 class="sr">The numbers</h2><dl class="numbers">{cells}</dl>'
    yield from _bar(summary)


def _bar(summary: Summary) -> Iterator[str]:
    """The claims by support as one bar; the words under it say the same."""
    parts = [
        ("direct", summary.cited_direct, "cited by a note of their own"),
        ("passage", summary.cited_passage, "covered by a later note of their passage"),
        ("uncited", summary.uncited, "without the citation they need"),
        ("unsure", summary.unsure, "not checked: without a citation, and perhaps in need of one"),
        ("none", no_need(summary), "without a citation, and in need of none"),
    ]
    shares = "".join(f'<span class="{kind}" style="flex:{number}"></span>' for kind, number, _ in parts if number)
    keys = "".join(f'<li><i class="{kind}"></i>{number:,} {words}</li>' for kind, number, words in parts)
    if shares:
        yield f'<div class="bar" aria-hidden="true">{shares}</div><ul class="key">{keys}</ul>'


def _findings(report: Report, paths: list[str]) -> Iterator[str]:
    if not report.findings:
        yield '<p class="clean">Nothing was found that needs your attention.</p>'
        return
    groups: dict[str, list[Finding]] = {}
    for finding in sorted(report.findings, key=_gravity(report)):
        groups.setdefault(finding.code, []).append(finding)
    rules = {rule.code: rule for rule in RULES}
    if len(groups) > 1:
        yield "<nav><h2>Findings by rule</h2><ol>"
        yield from (_entry(code, group, rules.get(code)) for code, group in groups.items())
        yield "</ol></nav>"
    for code, group in groups.items():
        yield from _section(code, group, rules.get(code), many=len(paths) > 1)


def _gravity(report: Report) -> Callable[[Finding], tuple[int, int]]:
    """The gravest rules first, then in the order of their documentation."""
    rank = {severity: index for index, severity in enumerate(severities(report))}
    order = {rule.code: index for index, rule in enumerate(RULES)}
    return lambda finding: (rank[finding.severity], order.get(finding.code, len(order)))


def _entry(code: str, group: list[Finding], rule: Rule | None) -> str:
    severity = group[0].severity
    chip = f'<span class="chip {severity}">{_text(code)}</span>'
    return (
        f'<li><a href="#{_text(code)}"><b>{len(group)}</b><span>{_text(_heading(group[0], rule))}</span>{chip}</a></li>'
    )


def _heading(finding: Finding, rule: Rule | None) -> str:
    return rule.summary.rstrip(".") if rule else finding.name.replace("-", " ").capitalize()


def _section(code: str, group: list[Finding], rule: Rule | None, *, many: bool) -> Iterator[str]:
    severity = group[0].severity
    chips = f'<span class="chip {severity}">{_text(code)} · {_SEVERITIES[severity]}</span>'
    yield f'<section id="{_text(code)}"><div class="head"><h2>{_text(_heading(group[0], rule))}</h2>{chips}</div>'
    if rule:
        does, why = rule.sections["What it does"], rule.sections["Why"]
        yield f"<details><summary>What this rule does, and why</summary><p>{_text(does)}</p><p>{_text(why)}</p></details>"
    yield '<ol class="findings">'
    yield from (_finding(finding, many=many) for finding in group)
    yield "</ol></section>"


def _finding(finding: Finding, *, many: bool) -> str:
    message = finding.message[:1].upper() + finding.message[1:]
    parts = [
        f'<li class="{finding.severity}"><p class="place">{_text(_place(finding, many=many))}</p>',
        f'<p class="message">{_text(message)}</p>',
    ]
    if finding.evidence:
        evidence = "".join(f"<li>{_text(item)}</li>" for item in finding.evidence)
        parts.append(f'<ul class="evidence">{evidence}</ul>')
    if finding.suggestion:
        parts.append(f'<p class="suggestion">{_text(finding.suggestion)}</p>')
    return "".join([*parts, "</li>"])


def _place(finding: Finding, *, many: bool) -> str:
    """Where it is, as a reader of the essay would look for it: paragraph and sentence, note, line."""
    match = _SENTENCE.fullmatch(finding.sentence or "")
    where = [
        finding.path if many else "",
        f"paragraph {match[1]}, sentence {match[2]}" if match else "",
        f"note {finding.note}" if finding.note else "",
        f"line {finding.line}" if finding.line is not None else "",
    ]
    return " · ".join(part for part in where if part) or finding.path
