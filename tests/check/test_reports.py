"""The report in every format, with ordinary and with hostile words."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.check import FORMATS, RULES, write_report
from argmap.errors import UnknownNameError
from argmap.model import Finding, Report, Summary

SUMMARY = Summary(claims=120, needing_citation=110, cited_direct=80, cited_passage=25, uncited=5, notes=26, sources=1)
CLAIM = Finding(
    code="CL001",
    name="claim-without-citation",
    severity="warning",
    message="no citation for the claim “He went.”",
    path="my essays/one, two.md",
    start=10,
    end=18,
    line=3,
    column=7,
    sentence="p2.s1",
    evidence=("no note is called",),
    suggestion="Cite a source.",
)
COMMENT = Finding(
    code="SR001",
    name="note-without-source",
    severity="info",
    message="note 4 names no source",
    path="essay.docx",
    start=90,
    end=99,
    sentence="p3.s2",
    note="4",
)
REPORT = Report(findings=(CLAIM, COMMENT), summary=SUMMARY)

HOSTILE = st.text(alphabet=st.one_of(st.sampled_from("<>&\"'%:,\r\n\t;]-\x00\x1b\u202e"), st.characters()), max_size=40)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    made = st.builds(
        Finding,
        code=st.sampled_from([*(rule.code for rule in RULES), "XX999"]),
        name=st.just("some-fault"),
        severity=st.sampled_from(["error", "warning", "info"]),
        message=HOSTILE,
        path=HOSTILE,
        line=st.none() | st.integers(1, 9),
        column=st.none() | st.integers(1, 9),
        sentence=st.none() | HOSTILE,
        note=st.none() | HOSTILE,
        evidence=st.lists(HOSTILE, max_size=2).map(tuple),
        suggestion=st.none() | HOSTILE,
    )
    return Report(findings=tuple(draw(st.lists(made, max_size=3))), summary=SUMMARY)


def test_unknown_format() -> None:
    with pytest.raises(UnknownNameError, match="sarif"):
        write_report(REPORT, "sariff", "1.0")


@pytest.mark.parametrize("name", FORMATS)
def test_same_report_same_words(name: str) -> None:
    assert write_report(REPORT, name, "1.0") == write_report(REPORT, name, "1.0")


@given(reports())
@settings(deadline=None, max_examples=60)
def test_every_format_can_be_encoded(report: Report) -> None:
    for name in FORMATS:
        write_report(report, name, "1.0").encode()


def test_text_a_finding_and_the_counts() -> None:
    assert write_report(REPORT, "text", "1.0") == (
        "my essays/one, two.md:3:7: CL001 no citation for the claim “He went.” [claim-without-citation]\n"
        "    - no note is called\n"
        "    = Cite a source.\n"
        "essay.docx note 4: SR001 info: note 4 names no source [note-without-source]\n"
        "\n"
        "2 findings: 1 warning, 1 for information.\n"
        "26 notes, 1 source, 120 claims: 80 cited directly, 25 by a later note of their passage, "
        "5 without the citation they need, 10 that need none.\n"
    )


def test_text_sentence_where_there_is_no_line() -> None:
    bare = CLAIM.model_copy(update={"line": None, "column": None, "path": "essay.docx"})
    assert write_report(Report(findings=(bare,)), "text", "1.0").startswith("essay.docx p2.s1: CL001 ")


def test_text_clean() -> None:
    assert write_report(Report(), "text", "1.0") == "No findings.\n"


@given(HOSTILE)
@settings(deadline=None, max_examples=100)
def test_text_words_cannot_drive_the_terminal(words: str) -> None:
    report = Report(findings=(CLAIM.model_copy(update={"message": words, "path": words}),))
    written = write_report(report, "text", "1.0")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", written)
    assert written.count("\n") == 5


def test_json_is_the_model() -> None:
    assert Report.model_validate_json(write_report(REPORT, "json", "1.0")) == REPORT


def test_sarif_structure() -> None:
    log = json.loads(write_report(REPORT, "sarif", "1.2.3"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["version"] == "1.2.3"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def test_sarif_results() -> None:
    (run,) = json.loads(write_report(REPORT, "sarif", "1.0"))["runs"]
    claim, comment = run["results"]
    assert (claim["level"], comment["level"]) == ("warning", "note")
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
    (location,) = claim["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20essays/one%2C%20two.md"},
        "region": {"startLine": 3, "startColumn": 7},
    }
    (location,) = comment["locations"]
    assert "region" not in location["physicalLocation"]
    assert [logical["fullyQualifiedName"] for logical in location["logicalLocations"]] == ["p3.s2", "note 4"]


def test_sarif_absolute_paths_and_standard_input() -> None:
    for path, uri in (("/a b/c.md", "file:///a%20b/c.md"), ("-", "stdin"), ("C#/ä.md", "C%23/%C3%A4.md")):
        report = Report(findings=(CLAIM.model_copy(update={"path": path}),))
        (result,) = json.loads(write_report(report, "sarif", "1.0"))["runs"][0]["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@given(reports())
@settings(deadline=None, max_examples=60)
def test_sarif_fingerprints_are_unique_and_places_are_right(report: Report) -> None:
    (run,) = json.loads(write_report(report, "sarif", "1.0"))["runs"]
    prints = [result["partialFingerprints"]["finding/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints) == len(report.findings)
    for result in run["results"]:
        physical = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[A-Za-z0-9._~/%:-]*", physical["artifactLocation"]["uri"])
        region = physical.get("region", {"startLine": 1, "startColumn": 1})
        assert min(region.values()) >= 1


def test_github_a_command_a_line() -> None:
    assert write_report(REPORT, "github", "1.0") == (
        "::warning file=my essays/one%2C two.md,title=CL001 claim-without-citation,line=3,col=7::"
        "no citation for the claim “He went.”%0Ano note is called%0ACite a source.\n"
        "::notice file=essay.docx,title=SR001 note-without-source::p3.s2: note 4 names no source\n"
    )


@given(HOSTILE, HOSTILE)
@settings(deadline=None, max_examples=100)
def test_github_escapes(path: str, message: str) -> None:
    report = Report(findings=(CLAIM.model_copy(update={"path": path, "message": message, "evidence": ()}),))
    written = write_report(report, "github", "1.0")
    assert written.endswith("\n")
    assert "\r" not in written
    command = re.fullmatch(r"::warning file=([^:,]*),title=[^:,]*,line=3,col=7::(.*)\n", written, re.DOTALL)
    assert command
    assert "\n" not in command[0][:-1]
    back = [re.sub(r"%(25|0D|0A|3A|2C)", lambda code: unquote(code[0]), part) for part in command.groups()]
    clean = [text.encode(errors="replace").decode() for text in (path, f"{message}\nCite a source.")]
    assert back == clean


class _Page(HTMLParser):
    """Every tag and the text between; fails on a tag closed out of order."""

    VOID = ("meta", "link", "br", "img", "input")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def page(report: Report) -> _Page:
    parsed = _Page()
    parsed.feed(write_report(report, "html", "1.0"))
    parsed.close()
    assert parsed.open == []
    return parsed


def test_html_says_it_all() -> None:
    words = page(REPORT).words
    for part in ("paragraph 2, sentence 1", "line 3", "He went.", "no note is called", "Cite a source.", "note 4"):
        assert part in words
    for part in ("120", "claims in the text", "source cited", "5 without the citation they need"):
        assert part in words


def test_html_clean() -> None:
    assert "Nothing was found" in page(Report()).words


def test_html_one_file_without_script_or_network() -> None:
    parsed = page(REPORT)
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in parsed.tags}
    for _, attributes in parsed.tags:
        assert not any(name.startswith("on") for name in attributes)
        assert not urlsplit(attributes.get("href") or "").scheme
    assert "@import" not in parsed.words
    assert "url(" not in parsed.words


def test_html_targets_exist() -> None:
    parsed = page(REPORT)
    ids = {attributes.get("id") for _, attributes in parsed.tags}
    links = [attributes["href"] for tag, attributes in parsed.tags if tag == "a"]
    assert links
    assert all(link and link[0] == "#" and link[1:] in ids for link in links)


@given(reports())
@settings(deadline=None, max_examples=100)
def test_html_hostile_words_stay_words(report: Report) -> None:
    plain = Report(
        findings=tuple(
            finding.model_copy(
                update={
                    "message": "m",
                    "suggestion": finding.suggestion and "s",
                    "evidence": tuple("e" for _ in finding.evidence),
                }
            )
            for finding in report.findings
        ),
        summary=report.summary,
    )
    assert [tag for tag, _ in page(report).tags] == [tag for tag, _ in page(plain).tags]
    assert all(set(attributes) <= ATTRIBUTES for _, attributes in page(report).tags)


ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "style", "aria-hidden"}
