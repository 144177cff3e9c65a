"""Text that tries to break out of DOT, SVG or HTML, or to be changed by Graphviz on its way."""

import shutil
import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from argmap.model import ArgumentMap, Citation, MapClaim, Relation, Source
from argmap.render import draw, to_dot
from argmap.render.text import clean

pytestmark = pytest.mark.usefixtures("graphviz")

SVG = "{http://www.w3.org/2000/svg}"
TRICKS = [
    r"\N \G \E \T \H \L \l \r \n \\N \\\G \"",
    'quote " and \\" and \\',
    '</TD></TR></TABLE>> ]; x [label="in" URL="javascript:alert(1)"',
    '<script>alert(1)</script><IMG SRC="/etc/passwd"/>',
    "&amp; &lt; &#92;N &#x5c;G &nbsp; &bogus; &",
    "<!-- --> <![CDATA[ ]]> ]]>",
    "]",
    "}\n} // # /* */ -> -- ; { [ ] , = |",
    "nul \x00 escape \x1b[31m bell \x07 delete \x7f lone \ud800 no \uffff",
    "line\u2028paragraph\u2029end \u202e reversed",
    "漢字かな 한국어 العربية עברית עִבְרִית 👩‍👩‍👧 e\u0301",
    "javascript:alert(1) https://example.org/?a=1&b=2",
    "%s %d {0} {{title}} ${x} `x`",
    "x" * 120,
    " ",
    "",
]
ALPHABET = st.sampled_from([*"\\\"<>&;{}[]|NGLnlr#=-/'", "\x00", "\n", " ", "é", "漢", "\u0301", "a", "&amp;", "\\N"])
TEXTS = st.one_of(st.sampled_from(TRICKS), st.lists(ALPHABET, max_size=40).map("".join), st.text(max_size=60))


def _packed(text: str) -> str:
    return "".join(text.split())


def _group(root: etree._Element, name: str) -> etree._Element:
    return next(group for group in root.iter(SVG + "g") if group.get("id") == name)


def _drawn(group: etree._Element) -> str:
    return _packed("".join(text.text or "" for text in group.iter(SVG + "text")))


def _hostile_map(texts: list[str]) -> ArgumentMap:
    claims = tuple(
        MapClaim(
            id=f"{text}#{index}",
            text=text,
            section=(text,),
            citations=(Citation(source=f"s{index}"), Citation(source=text)),
        )
        for index, text in enumerate(texts)
    )
    relations = tuple(
        Relation(id=f"{claim.id}", kind="attack", premises=(claim.id, text), target=claims[0].id)
        for claim, text in zip(claims, texts, strict=True)
    )
    sources = tuple(Source(id=f"s{index}", type="book", title=text) for index, text in enumerate(texts))
    return ArgumentMap(title=texts[0], claims=claims, relations=relations, sources=sources)


def _check(texts: list[str]) -> None:
    root = etree.fromstring(draw(to_dot(_hostile_map(texts)), "svg"))
    for element in root.iter():
        assert etree.QName(element).localname in {
            "svg",
            "g",
            "title",
            "desc",
            "text",
            "path",
            "polygon",
            "polyline",
            "ellipse",
        }
        assert not [name for name in element.attrib if str(name).startswith("on") or "href" in str(name)]
    for index, text in enumerate(texts):
        claim = _group(root, f"claim-{index}")
        shown = _packed(clean(text))
        if len(clean(text)) < 100:
            assert _packed(clean(f"{text}#{index}")) in _drawn(claim)
            assert shown in _drawn(_group(root, f"source-{index}"))
        title = claim.find(SVG + "title")
        assert title is not None
        assert clean(text) in (title.text or "").split("\n") or not clean(text)
        assert clean(f"{text}#{index}") in (claim.get("aria-label") or "")


@pytest.mark.parametrize("text", TRICKS)
def test_tricks_are_shown_as_they_are(text: str) -> None:
    _check([text])


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text_is_shown_as_it_is(texts: list[str]) -> None:
    _check(texts)


@settings(max_examples=25, deadline=None)
@example(["]"])
@example(["a]", "]]", "]>"])
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_graphviz_reads_all_dot_without_a_warning(texts: list[str]) -> None:
    dot = shutil.which("dot") or "dot"
    run = subprocess.run([dot, "-Tcanon"], input=to_dot(_hostile_map(texts)).encode(), capture_output=True, check=True)
    assert run.stderr == b""


@pytest.mark.parametrize("text", ["x" * 1_000_000, "\\N" * 300_000, "&" * 200_000])
def test_a_very_long_claim_is_drawn(text: str) -> None:
    root = etree.fromstring(draw(to_dot(ArgumentMap(claims=(MapClaim(id="long", text=text),))), "svg"))
    title = _group(root, "claim-0").find(SVG + "title")
    assert title is not None
    assert text in (title.text or "")
