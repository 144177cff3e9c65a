"""Reading Argdown's basics, on maps of our own."""

import pytest

from argmap.convert import load_map
from argmap.convert.argdown.read import check_argdown
from argmap.errors import ArgdownError, EncodingError, NotAMapError
from argmap.model import ArgumentMap, Citation, Locator


def read(text: str) -> ArgumentMap:
    return load_map(text.encode(), "map.argdown")


def relations(found: ArgumentMap) -> list[str]:
    """Relations in a line each: `r1 support A + B -> C`."""
    return [f"{r.id} {r.kind} {' + '.join(r.premises)} -> {r.target}" for r in found.relations]


def test_statements_arguments_and_lines() -> None:
    found = read("[A]: First words\nthat go on.\n\n<B>: An argument.\n\nNo title here.\n\n[A]\n")
    assert [(claim.id, claim.form, claim.text, claim.line) for claim in found.claims] == [
        ("A", "statement", "First words that go on.", 1),
        ("B", "argument", "An argument.", 4),
        ("Untitled 1", "statement", "No title here.", 6),
    ]


def test_the_last_text_of_a_title_counts_and_its_data_join() -> None:
    found = read('[A] #x\n\n[A]: one {cite: "@a"}\n\n[A]: two #y {cite: "@b", kind: thesis}\n\n[A]\n')
    (claim,) = found.claims
    assert (claim.text, claim.tags, claim.kind) == ("two", ("x", "y"), "thesis")
    assert [citation.source for citation in claim.citations] == ["a", "b"]


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("+", "support B -> A"),
        ("<+", "support B -> A"),
        ("-", "attack B -> A"),
        ("<-", "attack B -> A"),
        ("+>", "support A -> B"),
        ("->", "attack A -> B"),
    ],
)
def test_relations_both_ways(mark: str, expected: str) -> None:
    assert relations(read(f"[A]\n  {mark} [B]\n")) == [f"r1 {expected}"]


def test_a_contradiction_is_two_attacks() -> None:
    assert relations(read("[A]\n\t>< [B]\n")) == ["r1 attack B -> A", "r2 attack A -> B"]


def test_nesting_and_dedenting() -> None:
    found = read("[A]\n  + [B]\n    - [C]\n      + [D]\n  - [E]\n    + [F]\n")
    assert relations(found) == [
        "r1 support B -> A",
        "r2 attack C -> B",
        "r3 support D -> C",
        "r4 attack E -> A",
        "r5 support F -> E",
    ]


def test_the_same_relation_twice_is_one() -> None:
    assert relations(read("[A]\n  + [B]\n\n[B]\n  +> [A]\n  - [C]\n")) == ["r1 support B -> A", "r2 attack C -> B"]


def test_an_undercut_of_an_argument_targets_its_inference() -> None:
    assert relations(read("[A]\n  + <B>\n    _ <C>\n")) == ["r1 support B -> A", "r2 undercut C -> r1"]
    assert relations(read("<C>\n  _> <B>\n\n[A]\n  + <B>\n")) == ["r1 undercut C -> r2", "r2 support B -> A"]


def test_an_undercut_of_an_argument_hits_all_its_inferences() -> None:
    found = read("[A]\n  + <B>\n\n[D]\n  - <B>\n\n<B>\n  <_ <C>\n")
    assert relations(found)[2:] == ["r3 undercut C -> r1", "r4 undercut C -> r2"]


def test_an_undercut_below_a_statement_targets_the_relation_above() -> None:
    found = read("[A]\n  + [B]\n    <_ [C]\n      <_ [D]\n\n[E]\n  + [B]\n")
    assert relations(found) == [
        "r1 support B -> A",
        "r2 undercut C -> r1",
        "r3 undercut D -> r2",
        "r4 support B -> E",
    ]


def test_an_undercut_without_a_target_is_listed() -> None:
    attacked = read("<A>\n  _ <B>\n")
    assert relations(attacked) == ["r1 attack B -> A"]
    assert [loss.what for loss in attacked.losses] == ["undercut"]
    dropped = read("[A]\n  _ [B]\n")
    assert not dropped.relations
    assert "line 2" in dropped.losses[0].detail


def test_premises_lead_through_their_argument() -> None:
    found = read(
        "<A>: words\n\n(1) [P]: one\n(2) two\n    - [X]\n----\n    <_ [U]\n(3) [C]\n    +> [D]\n\n<A>\n  -> [E]\n"
    )
    assert relations(found) == [
        "r1 attack X -> Untitled 1",
        "r2 support P + Untitled 1 -> A",
        "r3 support A -> C",
        "r4 undercut U -> r3",
        "r5 support C -> D",
        "r6 attack C -> E",
    ]
    assert not found.losses


def test_several_steps_and_no_argument() -> None:
    found = read("(1) p\n(2) q\n----\n(3) r\n(4) s\n-- Modus ponens {uses: [1, 4]} --\n(5) t\n")
    ids = {claim.text: claim.id for claim in found.claims}
    assert [(r.premises, r.target, r.scheme) for r in found.relations] == [
        ((ids["p"], ids["q"]), ids["r"], None),
        ((ids["p"], ids["s"]), ids["t"], "Modus ponens"),
    ]
    assert not found.losses


def test_a_premise_that_nothing_uses_is_listed() -> None:
    found = read("(1) p\n(2) q\n----\n(3) r {uses: [1]}\n")
    assert [(loss.what, loss.start) for loss in found.losses] == [("premise", 6)]


def test_citations_and_locators() -> None:
    words = "@a [9-12]; @b [pp. 3, 5]; @c [fol. 3]; @avprf-059a-5a-3-11 [listy 87-91]; @d [ch. 4]; @e [passim]; @f; @g [xiv]"
    found = read(f'[A]: x {{cite: "{words}"}}\n\n<B> {{cite: ["@a", "@b"]}}\n')
    assert found.claims[0].citations == (
        Citation(source="a", locator=Locator(label="page", value="9-12")),
        Citation(source="b", locator=Locator(label="page", value="3, 5")),
        Citation(source="c", locator=Locator(label="folio", value="3")),
        Citation(source="avprf-059a-5a-3-11", locator=Locator(label="folio", value="87-91")),
        Citation(source="d", locator=Locator(label="chapter", value="4")),
        Citation(source="e", locator=Locator(label="other", value="passim")),
        Citation(source="f"),
        Citation(source="g", locator=Locator(label="page", value="xiv")),
    )
    assert [citation.source for citation in found.claims[1].citations] == ["a", "b"]


def test_other_data_is_kept_and_what_is_not_understood_is_listed() -> None:
    found = read('[A]: x {cite: "weathersby", kind: hunch, rank: 3, anchor: p1.s2, weight: 7}\n\n[A] {rank: 4}\n')
    assert found.claims[0].kind is None
    assert found.claims[0].data == {"kind": "hunch", "rank": 4, "anchor": "p1.s2", "weight": 7}
    assert [loss.detail.partition(" not understood: ")[2][:6] for loss in found.losses] == [
        "cite: ",
        "kind: ",
        "weight",
    ]


def test_standards_and_weights() -> None:
    found = read('[A]: x {standard: "corroborated(2)", weight: 0.5}\n')
    assert (found.claims[0].standard, found.claims[0].weight, found.claims[0].data) == ("corroborated(2)", 0.5, {})


def test_what_a_file_says_of_a_relation() -> None:
    found = read(
        "[A]\n  - [B] {relation: {weight: 0.5, reason: seen before, confidence: 1, mark: x}}\n\n"
        '<C>\n\n(1) [D]\n-- Expert opinion {cite: "@a [3]", title: Step} --\n(2) [E]\n'
    )
    attack, step, _ = found.relations
    assert (attack.weight, attack.reason, attack.confidence, attack.data) == (0.5, "seen before", 1, {"mark": "x"})
    assert (step.scheme, step.title, step.citations[0].source) == ("Expert opinion", "Step", "a")
    assert not any(claim.data for claim in found.claims)


def test_strict_mode_makes_attacks_between_statements_mutual() -> None:
    found = read("===\nmodel: {mode: strict}\n===\n\n[A]\n  - [B]\n  + [C]\n  - <D>\n")
    assert relations(found) == ["r1 attack B -> A", "r2 attack A -> B", "r3 support C -> A", "r4 attack D -> A"]


def test_shortcodes() -> None:
    text = "===\nmodel: {shortcodes: {':ship:': {unicode: '#'}}}\n===\n\n[A]: p .^. q :->: r, a :ship: and :unknown: e.g. this\n"
    assert read(text).claims[0].text == "p ∧ q → r, a # and :unknown: e.g. this"


def test_sections_and_titles() -> None:
    found = read(
        "# One *bold* {color: 1}\n\n[A]: a\n\n### Deep\n\n[B]: b\n  + [A]\n\n## Two\nlines\n\n[C]: c\n\n# Last\n\n[D]: d\n"
    )
    assert found.title == "One bold"
    assert [claim.section for claim in found.claims] == [
        ("One bold",),
        ("One bold", "Deep"),
        ("One bold", "Two lines"),
        ("Last",),
    ]
    assert [loss.what for loss in found.losses] == ["data"]


def test_a_claim_belongs_to_the_section_that_defines_it() -> None:
    found = read("[A]\n  + <B>\n\n# Section\n\n<B>: defined here\n")
    assert [claim.section for claim in found.claims] == [(), ("Section",)]
    assert found.claims[1].line == 6


def test_front_matter() -> None:
    found = read("===\ntitle: A map\nauthor: Someone\ndate: 2018-06-29\nopen: yes\n===\n\n# Heading\n\n[A]: a\n")
    assert found.title == "A map"
    assert found.data == {"author": "Someone", "date": "2018-06-29T00:00:00.000Z", "open": "yes"}
    assert not found.losses


def test_inline_marks_become_words() -> None:
    found = read(
        "[A]: *One* __two__ ***three*** and _four *five*_, 2 * 3, snake\\_case, "
        "[a link](https://example.org/a_b) see @[B c] and @<D>, \\[not a title\\] \\#no \\* 1 < 2, https:\\//example.org/x\n"
    )
    assert found.claims[0].text == (
        "One two three and four five, 2 * 3, snake_case, a link see B c and D, "
        "[not a title] #no * 1 < 2, https://example.org/x"
    )
    assert not found.claims[0].tags


def test_tags() -> None:
    found = read("[A]: The #cold war #pro #(two words) {kind: factual}\n\n<B> #con\n")
    assert (found.claims[0].text, found.claims[0].tags) == ("The #cold war", ("cold", "pro", "two words"))
    assert found.claims[1].tags == ("con",)
    without = read("===\nmodel: {removeTagsFromText: true}\n===\n\n[A]: An #inner tag\n")
    assert without.claims[0].text == "An tag"


def test_comments() -> None:
    found = read(
        "// a line\n[A]: words /* of\n\n many lines */ go on // end\n/* alone */\n  + <B> <!-- x -->\n<!--\n[C]\n-->\n  - [D]\n"
    )
    assert [(claim.id, claim.text) for claim in found.claims] == [("A", "words go on"), ("B", ""), ("D", "")]
    assert [claim.line for claim in found.claims] == [2, 6, 10]


def test_line_ends_tabs_and_byte_order_mark() -> None:
    text = "[A]: a\n\t+ [B]: b\n\t\t- [C]: c\n\n[D]: d\n"
    plain = read(text)
    assert load_map(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), "map.argdown") == plain
    assert len(plain.relations) == 2


def test_an_argument_with_a_statements_title() -> None:
    found = read("<A>: argument\n\n[A]: statement\n  + <A>\n")
    assert [claim.id for claim in found.claims] == ["<A>", "A"]
    assert relations(found) == ["r1 support <A> -> A"]


def test_an_untitled_statement_never_takes_a_title_away() -> None:
    found = read("no title\n\n[Untitled 1]: a title\n")
    assert len({claim.id for claim in found.claims}) == 2


def test_lists_are_statements() -> None:
    found = read("# Theses\n\n* [A]: a\n  goes on\n* b\n    + <C>\n\n 1. first\n 2. second\n")
    assert [claim.text for claim in found.claims] == ["a goes on", "b", "", "first", "second"]
    assert len(found.relations) == 1


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("[A]: a\n\n  + [B]\n", 3, "blank line"),
        ("[A]: a\n+ [B]\n", 2, "indented"),
        ("[A] and more words\n", 1, "[A]: …"),
        ("[A]: a {cite: 1\n\n[B]: b\n", 1, "never closed"),
        ("[A]: a {cite: @key}\n", 1, "quote it"),
        ("[A]: a {just words}\n  +\n\n[B]", 2, "nothing stands after"),
        ("[A]:\n\n[B]", 1, "nothing stands after the colon"),
        ("[A]: one *two\n\n[B]", 1, "never closed"),
        ("[A]: snake_case\n", 1, "\\_"),
        ("[A]: he wrote [sic] here\n", 1, "\\["),
        ("[A]: a\n(1) b\n", 2, "no empty line"),
        ("[A]: a\n# b\n", 2, "no empty line"),
        ("[A]: a {b: 1, b: 2}\n", 1, "stands twice"),
        ("<A>\n\n(1) p\n--\nrule\nrule\n--\n(2) q\n", 6, "never closed"),
        ("[A]: a {b: c} more\n", 1, "data last"),
        ("[A]: a {b: c} {d: e}\n", 1, "one pair"),
        ("[A]: a\n/* never\n", 2, "never closed"),
        ("===\ntitle: x\n", 1, "never closed"),
        ("===\nmodel: [1\n===\n\n[A]\n", 2, "YAML"),
        ("(1) p\n(2) q\n", 2, "without a conclusion"),
        ("(1) p\n----\n", 2, "without a conclusion"),
        ("(1) p\n----\n----\n(2) q\n", 3, "without a conclusion"),
        ("----\n(1) q\n", 1, "premises above"),
        ("(1) p\n-- rule\n", 2, "never closed"),
        ("(1) p\n---- x\n(2) q\n", 2, "after the dashes"),
        ("(1) <A>\n----\n(2) q\n", 1, "statements only"),
        ("(1) p\n----\n  + [U]\n(2) q\n", 3, "undercuts"),
        ("#  \n\n[A]\n", 1, "without words"),
        ("+ [A]\n", 1, "above"),
    ],
)
def test_errors_say_where_and_what_to_do(text: str, line: int, hint: str) -> None:
    with pytest.raises(NotAMapError) as caught:
        read(text)
    assert f"map.argdown:{line}:" in str(caught.value)
    assert hint in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"  \n\n", b"PK\x03\x04\0\0", b"<?xml version='1.0'?><graphml/>"])
def test_what_is_no_map(data: bytes) -> None:
    with pytest.raises(NotAMapError):
        load_map(data, "map.argdown")


def test_what_is_no_utf8() -> None:
    with pytest.raises(EncodingError):
        load_map("[A]: Müller".encode("latin-1"), "map.argdown")


def test_only_comments_are_an_empty_map() -> None:
    assert read("// nothing yet\n") == ArgumentMap()


@pytest.mark.parametrize(
    ("text", "line", "title"),
    [
        ("[A]: a\n  + [B]: b\n[C]: c\n", 3, "[C]"),
        ("[A]: a\n[C]: c\n", 2, "[C]"),
        ("[A]: a\n  + [B]: b\n[C]\n  + [D]: d\n", 3, "[C]"),
        ('[A]: a {cite: "@x"}\n\n<B>: b {cite: "@y"}\n<C>: c', 4, "<C>"),
        ("(1) [A]: a\n[C]: c\n----\n(2) [D]\n", 2, "[C]"),
    ],
)
def test_a_claim_without_an_empty_line_before_it_is_not_swallowed(text: str, line: int, title: str) -> None:
    with pytest.raises(NotAMapError, match=r"no empty line before") as caught:
        read(text)
    assert f":{line}: " in str(caught.value)
    assert title in str(caught.value)


def test_escaped_brackets_are_words() -> None:
    found = read("[A]: he wrote\n\\[sic] that it fell, and\n\\[this]: too\n")
    assert found.claims[0].text == "he wrote [sic] that it fell, and [this]: too"


def test_what_is_doubtful_is_read_and_listed() -> None:
    found = read("[A\n\n[B]: see https://example.org/x\n\n[C]\n  + \n")
    assert [(claim.id, claim.text) for claim in found.claims] == [
        ("Untitled 1", "[A"),
        ("B", "see https:"),
        ("C", ""),
        ("Untitled 2", ""),
    ]
    assert sorted(loss.what for loss in found.losses) == ["doubt", "doubt", "statement"]


def test_all_faults_of_a_file_are_listed_in_one_run() -> None:
    with pytest.raises(ArgdownError) as caught:
        read("[A]: one *two\n\n[B]: fine\n\n[C] words\n\n[D]: {cite: @x}\n\n  + [E]\n")
    assert [(one.line, one.column) for one in caught.value.findings] == [(1, 14), (5, 5), (7, 6), (9, 1)]
    assert all(one.suggestion and one.severity == "error" for one in caught.value.findings)
    assert "line 9" in str(caught.value)


def test_what_is_not_faulty_is_read_all_the_same() -> None:
    text = "[A]: one *two\n\n[B]: fine\n  + [C] words\n  + [D]\n\n[E]: last\n"
    found, findings = check_argdown(text, "map.argdown")
    assert len(findings) == 2
    assert {"B", "E"} <= {claim.id for claim in found.claims}
    assert relations(found)[0] == "r1 support C -> B"
