"""What holds of every rule, and rules on values made by hand."""

import re
import time
from pathlib import Path

import pytest

from argmap.check import (
    ANCHOR_RULES,
    MAP_RULES,
    READING_RULES,
    RULES,
    Rule,
    TextUnderCheck,
    check_map,
    check_text,
    explain,
    summarise,
)
from argmap.check.rule import SECTIONS
from argmap.check.wording import complete
from argmap.errors import UnknownNameError
from argmap.model import (
    ArgumentMap,
    BackReferenceState,
    Citations,
    Claim,
    Extraction,
    Finding,
    Locator,
    MapClaim,
    Mention,
    MentionKind,
    Reading,
    Relation,
    Support,
)
from tests.check.making import citations, document, under_check, verdict

FAMILIES = {"FN", "IB", "LO", "SR", "AR", "CL", "DA", "MP"}


def findings(text: TextUnderCheck, code: str) -> list[Finding]:
    found = check_text("essay.txt", text.document, text.citations, text.extraction)
    return [finding for finding in found if finding.code == code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_code_and_name(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{2}\d{3}", rule.code)
    assert rule.code[:2] in FAMILIES
    assert (rule.code[:2] == "MP") == (rule in (*READING_RULES, *MAP_RULES, *ANCHOR_RULES))
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_module_is_named_after_it(rule: Rule, root: Path) -> None:
    module = f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert (root / "argmap" / "check" / "rules" / f"{module}.py").is_file()
    assert (root / "tests" / "essays" / f"{module}.md").is_file()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_doc_has_all_sections(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert tuple(rule.sections) == SECTIONS
    assert all(rule.sections.values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_explained_by_code_and_name(rule: Rule) -> None:
    assert explain(rule.code) == explain(rule.name) == explain(rule.code.lower())
    assert explain(rule.code).startswith(f"# {rule.code} {rule.name} ({rule.severity})\n")
    assert rule.sections["Why"] in explain(rule.code)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_no_error_before_it_was_measured(rule: Rule) -> None:
    if rule in READING_RULES:  # measured in tests/convert/test_conformance.py against the official parser
        assert rule.severity == "error"
    else:
        assert rule.severity in ("warning", "info")


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_every_module_is_in_the_tuple(root: Path) -> None:
    modules = {path.stem for path in (root / "argmap" / "check" / "rules").glob("[a-z]*.py")}
    assert modules == {f"{rule.code.lower()}_{rule.name.replace('-', '_')}" for rule in RULES}


def test_unknown_rule_offers_near_ones() -> None:
    with pytest.raises(UnknownNameError, match="CL001"):
        explain("CL01")


def test_findings_are_placed_and_ordered() -> None:
    made = document([[("He went home.", ("1",)), ("She stayed.", ("7",))]], {"1": "A note.", "2": "Another."})
    found = check_text("essay.txt", made, Citations(), Extraction())
    assert [(finding.code, finding.line, finding.column, finding.note) for finding in found] == [
        ("FN002", 1, 29, "7"),
        ("FN001", 3, 5, "2"),
    ]
    assert all(made.text[finding.start : finding.end] for finding in found)
    assert found == check_text("essay.txt", made, Citations(), Extraction())


def test_docx_has_no_lines() -> None:
    made = document([[("He went home.", ("1",))]], {}, "docx")
    (finding,) = check_text("essay.docx", made, Citations(), Extraction())
    assert (finding.line, finding.column, finding.sentence) == (None, None, "p1.s1")


def test_claim_is_not_reported_beside_its_quotation() -> None:
    made = document([[("He said “we shall all be home by Easter”.", ()), ("It was 1911.", ())]])
    text = under_check(made)
    assert [finding.sentence for finding in findings(text, "CL002")] == ["p1.s1"]
    assert [finding.sentence for finding in findings(text, "CL001")] == ["p1.s2"]


def test_a_cited_quotation_may_be_repeated() -> None:
    words = "He said “we shall all be home by Easter”."
    text = under_check(document([[(words, ("1",)), (words, ())]], {"1": "Berg."}), supports={"p1.s1": "direct"})
    assert findings(text, "CL002") == []


def test_evidence_names_the_sourceless_note() -> None:
    text = under_check(document([[("He lost 412 men.", ("1",))]], {"1": "So it seems."}))
    (finding,) = findings(text, "CL001")
    assert finding.evidence == ("note 1, called here, names no source",)


def test_suggestion_points_to_the_note_before() -> None:
    made = document([[("He lost 412 men.", ("1",)), ("She lost 90.", ())]], {"1": "Berg."})
    (finding,) = findings(under_check(made, supports={"p1.s1": "direct"}), "CL001")
    assert finding.suggestion is not None
    assert "note 1" in finding.suggestion


def ibid(
    state: BackReferenceState, literal: str | None, kind: MentionKind = "ibid", page: str | None = None
) -> Mention:
    read = Reading(note="1", source=literal)
    locator = Locator(label="page", value=page) if page else None
    return Mention(
        kind=kind, text="Ibid.", start=5, end=10, source=literal, locator=locator, literal=read, best=read, state=state
    )


def two_books() -> list[Mention]:
    """Dahl without a page, then Berg, p. 12."""
    page = Locator(label="page", value="12-14")
    return [
        Mention(kind="full", text="Dahl", start=0, end=4, source="dahl"),
        Mention(kind="full", text="Berg", start=5, end=9, source="berg", locator=page),
    ]


@pytest.mark.parametrize(
    ("mention", "codes"),
    [
        (ibid("ambiguous", "berg"), ["IB001"]),
        (ibid("ambiguous", "berg", page="14"), ["IB001"]),
        (ibid("ambiguous", "berg", page="80"), ["IB001"]),
        (ibid("ambiguous", None), ["IB003"]),
        (ibid("resolved", "berg"), []),
        (ibid("contradicted", "berg"), ["IB002"]),
        (ibid("contradicted", "berg", kind="opcit"), ["IB002"]),
        (ibid("unresolved", None), ["IB003"]),
        (ibid("unresolved", None, kind="opcit"), ["IB005"]),
    ],
)
def test_ibid(mention: Mention, codes: list[str]) -> None:
    made = document([[("He went home.", ("1",)), ("She stayed.", ("2",))]], {"1": "So it seems.", "2": "Ibid."})
    text = under_check(
        made, citations({"1": two_books(), "2": [mention]}, "berg", "dahl"), {"p1.s1": "direct", "p1.s2": "direct"}
    )
    found = check_text("essay.txt", text.document, text.citations, text.extraction)
    assert [finding.code for finding in found] == codes
    assert all((finding.note, finding.sentence) == ("2", "p1.s2") for finding in found)


def test_ambiguous_ibid_names_its_candidates() -> None:
    made = document([[("She stayed.", ("2",))]], {"2": "Ibid."})
    text = under_check(made, citations({"1": two_books(), "2": [ibid("ambiguous", "berg")]}, "berg", "dahl"))
    (finding,) = findings(text, "IB001")
    assert "follows note 1, which cites 2 sources" in finding.message
    assert finding.evidence[0] == "candidates: Dahl or Berg"


def test_a_document_and_the_work_that_prints_it_are_one_citation() -> None:
    printed = [
        Mention(kind="archival", text="Telegram", start=0, end=4, source="dahl"),
        Mention(kind="container", text="cited in Berg", start=5, end=9, source="berg"),
    ]
    made = document([[("She stayed.", ("2",))]], {"2": "Ibid."})
    assert findings(under_check(made, citations({"1": printed, "2": [ibid("ambiguous", "berg")]})), "IB001") == []


def test_a_chain_of_ibids_points_to_the_first() -> None:
    made = document([[("She stayed.", ("2",)), ("He left.", ("3",))]], {"2": "Ibid.", "3": "Ibid."})
    wrong = ibid("contradicted", "berg")
    text = under_check(made, citations({"1": two_books(), "2": [wrong], "3": [wrong]}, "berg", "dahl"))
    first, second = findings(text, "IB002")
    assert "repeats note 2" not in first.evidence[0]
    assert "repeats note 2" in second.evidence[0]
    assert second.suggestion is not None
    assert "Mend note 2 first" in second.suggestion


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        ("9-12", False),
        ("351-2", False),
        ("136–38", False),
        ("12, 14-15, 92-61", True),
        ("92–61", True),
        ("352-351", True),
        ("7", False),
        ("1911-12-03", False),
        ("3.12-4.1", False),
        ("xii-ix", False),
    ],
)
def test_reversed_range(value: str, *, wrong: bool) -> None:
    mention = Mention(
        kind="full", text=f"pp. {value}", start=0, end=3, source="berg", locator=Locator(label="page", value=value)
    )
    made = document([[("She stayed.", ("1",))]], {"1": "Berg."})
    text = under_check(made, citations({"1": [mention]}, "berg"), {"p1.s1": "direct"})
    assert bool(findings(text, "LO001")) is wrong


def test_years_and_single_pages_of_parts_are_no_ranges() -> None:
    made = document([[("She stayed.", ("1",))]], {"1": "Berg."})
    for label, value, printed in (("other", "1911-05", "1911-05"), ("page", "5-2", "p. 5-2")):
        locator = Locator.model_validate({"label": label, "value": value})
        mention = Mention(kind="full", text=printed, start=0, end=3, source="berg", locator=locator)
        assert findings(under_check(made, citations({"1": [mention]}, "berg")), "LO001") == []


@pytest.mark.parametrize(("first", "last", "whole"), [("351", "2", 352), ("351", "49", 349), ("9", "12", 12)])
def test_complete(first: str, last: str, whole: int) -> None:
    assert complete(first, last) == whole


def test_summary_counts_claims_by_support() -> None:
    made = document(
        [[("One.", ("1",)), ("Two.", ()), ("Three.", ()), ("Four.", ()), ("Five (Berg 1999).", ())]], {"1": "Berg."}
    )
    supports: tuple[Support, ...] = ("direct", "passage", "none", "none", "none")
    verdicts = tuple(
        verdict(sentence, support, need=sentence.text != "Four.")
        for sentence, support in zip(made.sentences, supports, strict=True)
    )
    claims = tuple(
        Claim(id=f"c{i}", sentence=v.id, start=0, end=1, text=v.text, kind=v.kind, support=v.support, confidence=1)
        for i, v in enumerate(verdicts)
    )
    summary = summarise(made, citations({}, "berg"), Extraction(sentences=verdicts, claims=claims))
    assert summary.model_dump() == {
        "claims": 5,
        "needing_citation": 4,
        "cited_direct": 1,
        "cited_passage": 1,
        "cited_in_text": 1,
        "uncited": 1,
        "unsure": 0,
        "notes": 1,
        "sources": 1,
    }


def test_what_only_perhaps_needs_a_citation_is_not_counted_as_uncited() -> None:
    made = document([[("One.", ())]], {})
    told = verdict(made.sentences[0], "none").model_copy(update={"unsure": True})
    claim = Claim(id="c", sentence=told.id, start=0, end=1, text="One.", kind=told.kind, support="none", confidence=1)
    summary = summarise(made, citations({}, "berg"), Extraction(sentences=(told,), claims=(claim,)))
    assert (summary.uncited, summary.unsure) == (0, 1)


def test_long_chains_of_support_need_no_recursion() -> None:
    number = 20_000
    claims = tuple(MapClaim(id=f"c{i}", text="It is so.") for i in range(number))
    ring = tuple(
        Relation(id=f"r{i}", kind="support", premises=(f"c{(i + 1) % number}",), target=f"c{i}") for i in range(number)
    )
    began = time.perf_counter()
    found = check_map("map.argdown", ArgumentMap(claims=claims, relations=ring))
    assert [finding.code for finding in found] == ["MP004"]
    assert "more support one another" in found[0].message
    assert time.perf_counter() - began < 5


def test_a_long_text_costs_little() -> None:
    words = [(f"In 1911 he lost {i} men and said “we shall all be home by Easter”.", ("1",)) for i in range(4_000)]
    text = under_check(document([words], {"1": "So it seems."}))
    began = time.perf_counter()
    assert len(findings(text, "CL002")) == 1
    assert time.perf_counter() - began < 10


def test_a_paragraph_full_of_days_costs_linear_time() -> None:
    def cost(many: int) -> float:
        text = under_check(document([[("It fell on 3 May 1950.", ())] * many]))
        began = time.process_time()
        assert [day.sentence for day in text.days] == [f"p1.s{number}" for number in range(1, many + 1)]
        return time.process_time() - began

    cost(100)
    small, large = (min(cost(many) for _ in range(3)) for many in (400, 4_000))
    assert large < 30 * max(small, 0.01)
