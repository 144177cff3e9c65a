"""The rules on the real essay, in three of its formats."""

from pathlib import Path

import pytest

from argmap.check import check_text, write_report
from argmap.cite import cite
from argmap.extract import extract
from argmap.model import Finding, Report
from argmap.read import read

FORMATS = ("seed.md", "seed.docx", "000_7c7138262c288e0f.txt")
MARKUP = frozenset({"FN001", "FN002", "FN003", "LO001", "LO002", "AR001", "IB003", "IB005", "DA001", "DA002", "SR002"})


@pytest.fixture(scope="module", params=FORMATS)
def found(request: pytest.FixtureRequest, data: Path) -> tuple[Finding, ...]:
    name = str(request.param)
    document = read((data / "essay" / name).read_bytes(), name)
    citations = cite(document)
    return check_text(name, document, citations, extract(document, citations))


def test_sound_notes_are_left_alone(found: tuple[Finding, ...]) -> None:
    assert [finding.message for finding in found if finding.code in MARKUP] == []


def test_comments_are_told_from_citations(found: tuple[Finding, ...]) -> None:
    assert [finding.note for finding in found if finding.code == "SR001"] == ["1", "13"]


def test_an_ibid_after_several_works_is_told_even_where_the_page_decides(found: tuple[Finding, ...]) -> None:
    doubtful = [(finding.note, finding.severity) for finding in found if finding.code == "IB001"]
    assert doubtful == [("16", "info"), ("20", "info")]


def test_the_ibid_behind_a_foreign_note(found: tuple[Finding, ...]) -> None:
    wrong = [finding for finding in found if finding.code == "IB002"]
    assert [finding.note for finding in wrong] == ["23", "24", "25", "26"]
    assert wrong[0].suggestion is not None
    assert "Weathersby 2002" in wrong[0].suggestion


def test_the_quotation_in_a_paragraph_without_notes(found: tuple[Finding, ...]) -> None:
    assert [finding.sentence for finding in found if finding.code == "CL002"] == ["p12.s1"]


def test_claims_are_reported_once_and_placed(found: tuple[Finding, ...]) -> None:
    claims = [finding for finding in found if finding.code == "CL001" and finding.sentence]
    assert len({finding.sentence for finding in claims}) == len(claims)
    assert {"p12.s4", "p13.s2"} <= {finding.sentence for finding in claims}
    assert all(
        (finding.line is None) == finding.path.endswith(".docx") for finding in found if finding.start is not None
    )
    assert sum(finding.message.startswith("not checked") for finding in found if finding.code == "CL001") == 1


def test_page_holds_every_finding(found: tuple[Finding, ...]) -> None:
    assert write_report(Report(findings=found), "html", "1.0").count('<p class="place">') == len(found)
