"""The Markdown files of tests/essays, run through the real stages. Their README says how they are written."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from argmap.check import RULES, Rule, check_anchors, check_map, check_text
from argmap.cite import cite
from argmap.convert import check_argdown, load_map, load_sources
from argmap.extract import extract
from argmap.model import Anchor, ArgumentMap, Document, Finding, digest, locate
from argmap.model.anchor import sketch
from argmap.read import read

FOLDER = Path(__file__).resolve().parent.parent / "essays"
FENCE = re.compile(r"^```(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One example: its file blocks by name, and the lines of its `findings` block."""

    code: str
    title: str
    files: dict[str, str]
    expected: tuple[str, ...]


def document_of(example: Example) -> Document:
    name = next(name for name in example.files if name.startswith("essay."))
    return read(example.files[name].encode(), name)


def map_of(example: Example) -> ArgumentMap:
    sources = example.files.get("sources.json")
    known = load_sources(sources.encode(), "sources.json") if sources else ()
    return load_map(example.files["map.argdown"].encode(), "map.argdown", known)


def examples() -> list[Example]:
    found = []
    for path in sorted(FOLDER.glob("*.md")):
        if path.name == "README.md":
            continue
        code = path.name[:5].upper()
        for part in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title = part.partition("\n")[0]
            blocks = dict(FENCE.findall(part))
            expected = tuple(blocks.pop("findings").splitlines())
            found.append(Example(code, title, blocks, expected))
    return found


def run(example: Example) -> tuple[Finding, ...]:
    if example.code == "MP000":
        _, findings = check_argdown(example.files["map.argdown"], "map.argdown")
        return findings
    if "anchors.txt" in example.files:
        return check_anchors("anchors.json", map_of(example), locate(anchors(example), document_of(example)))
    if "map.argdown" in example.files:
        return check_map("map.argdown", map_of(example))
    document = document_of(example)
    citations = cite(document)
    return check_text("essay", document, citations, extract(document, citations))


def anchors(example: Example) -> tuple[Anchor, ...]:
    lines = [[part.strip() for part in line.split("|")] for line in example.files["anchors.txt"].splitlines()]
    return tuple(
        Anchor(claim=c, text="essay", sentence=s, digest=digest(words), sketch=sketch(words)) for c, s, words in lines
    )


@pytest.mark.parametrize("example", examples(), ids=lambda example: f"{example.code}: {example.title}")
def test_example(example: Example) -> None:
    findings = [finding for finding in run(example) if finding.code == example.code]
    told = [f"{finding.line or '-'} {finding.message}" for finding in findings]
    assert len(told) == len(example.expected), told
    for finding, expected in zip(findings, example.expected, strict=True):
        line, _, words = expected.partition(" ")
        assert str(finding.line or "-") == line, told
        assert words in finding.message


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_failing_and_passing_examples(rule: Rule) -> None:
    own = [example for example in examples() if example.code == rule.code]
    assert any(example.expected for example in own)
    assert any(not example.expected for example in own)
