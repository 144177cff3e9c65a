"""HTML: notes whose words stand where they are called, pages that name themselves by their whole address, old habits."""

import pytest

from tests.read.test_html_profiles import page

SELF = "https://example.org/mill"
INLINE = {
    "Tufte CSS": """<p>The mill closed.<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox"
        id="sn-1" class="margin-toggle"/><span class="sidenote">Smith, 12.</span> It reopened.<label for="sn-2"
        class="margin-toggle">&#8853;</label><input type="checkbox" id="sn-2"/><span class="marginnote">Ibid.</span></p>""",
    "Distill": "<p>The mill closed.<d-footnote>Smith, 12.</d-footnote> It reopened.<d-footnote>Ibid.</d-footnote></p>",
    "Modern Footnotes": """<p>The mill closed.<sup class="modern-footnotes-footnote"><a href="javascript:void(0)"
        aria-describedby="mfn-content-1">1</a></sup><span id="mfn-content-1" role="tooltip"
        class="modern-footnotes-footnote__note">Smith, 12.</span> It reopened.<sup class="modern-footnotes-footnote"><a
        href="javascript:void(0)" aria-describedby="mfn-content-2">2</a></sup><span id="mfn-content-2" role="tooltip"
        class="modern-footnotes-footnote__note">Ibid.</span></p>""",
    "LaTeXML": """<p>The mill closed.<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span
        class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag
        ltx_tag_note">1</span>Smith, 12.</span></span></span> It reopened.<span class="ltx_note ltx_role_footnote"><sup
        class="ltx_note_mark">2</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">2</sup>
        <span class="ltx_tag ltx_tag_note">2</span>Ibid.</span></span></span></p>""",
}  # fmt: skip
LINKED = {
    "its whole address": f"""<p>The mill closed.<a id="a1" href="{SELF}#n1">1</a> It reopened.<a id="a2" href="{SELF}#n2">2</a></p>
        <div><a id="n1" href="{SELF}#a1">1</a><p>Smith, 12.</p></div><div><a id="n2" href="{SELF}#a2">2</a><p>Ibid.</p></div>""",
    "Parsoid": """<p>The mill closed.<sup class="mw-ref reference" id="cite_ref-1"><a href="./Mill#cite_note-1"><span>[1]</span></a></sup>
        It reopened.<sup class="mw-ref reference" id="cite_ref-2"><a href="./Mill#cite_note-2"><span>[2]</span></a></sup></p>
        <ol class="mw-references references"><li id="cite_note-1"><a href="./Mill#cite_ref-1"><span>↑ </span></a> <span>Smith,
        12.</span></li><li id="cite_note-2"><a href="./Mill#cite_ref-2"><span>↑ </span></a> <span>Ibid.</span></li></ol>""",
    "words for those who listen": """<p>The mill closed.<a href="#fn1" class="xref"><span class="show-for-sr">Footnote </span><sup>1</sup></a>
        It reopened.<a href="#fn2" class="xref"><span class="show-for-sr">Footnote </span><sup>2</sup></a></p><h2>Footnotes</h2>
        <div id="fn1"><p class="label">1</p><p>Smith, 12.</p></div><div id="fn2"><p class="label">2</p><p>Ibid.</p></div>""",
    "a script's link": """<p>The mill closed.<a href="javascript:;" data-open="FN1" class="link"><sup>1</sup></a> It reopened.<a
        href="javascript:;" reveal-id="FN2" class="link"><sup>2</sup></a></p><div class="footnote" content-id="FN1"><p><sup>1</sup>
        Smith, 12.</p></div><div class="footnote" content-id="FN2"><p><sup>2</sup> Ibid.</p></div>""",
    "rows without links": """<p>The mill closed.<a role="button" onclick="x"><sup>[1]</sup></a><span class="footnote_tooltip">Smith,
        12.</span> It reopened.<a role="button"><sup>[2]</sup></a><span class="footnote_tooltip">Ibid.</span></p><table><tbody><tr><th><a
        class="footnote_backlink"><span class="footnote_index_arrow">&#8593;</span>1</a></th><td>Smith, 12.</td></tr><tr><th><a
        class="footnote_backlink"><span class="footnote_index_arrow">&#8593;</span>2</a></th><td>Ibid.</td></tr></tbody></table>""",
    "Gutenberg, words and bracket": """<p>The mill closed.<a name="A1"></a><a href="#Footnote1"><sup>[1]</sup></a> It reopened.<a
        name="A2"></a><a href="#Footnote2"><sup>[2]</sup></a></p><hr><a name="Footnote1"></a><p>[Footnote 1: Smith, 12.]</p><a
        name="Footnote2"></a><p>[Footnote 2: Ibid.]</p>""",
}  # fmt: skip


@pytest.mark.parametrize("name", [*INLINE, *LINKED])
def test_two_notes(name: str) -> None:
    document = page({**INLINE, **LINKED}[name])
    assert [(item.text, item.markers) for item in document.sentences] == [
        ("The mill closed.", ("1",)),
        ("It reopened.", ("2",)),
    ]
    assert [(note.id, note.text) for note in document.notes] == [("1", "Smith, 12."), ("2", "Ibid.")]
    assert [marker.note for marker in document.markers] == ["1", "2"]


def test_a_place_of_another_site_that_happens_to_be_here_too() -> None:
    document = page(f'<p>See <a href="{SELF}#top">1</a> there.</p><p id="top">1 mill.</p>')
    assert not document.notes
    assert [item.text for item in document.sentences] == ["See 1 there.", "1 mill."]


def test_a_note_that_begins_with_the_word_note() -> None:
    document = page(
        '<p>So.<a href="#fn1" id="r1" role="doc-noteref">1</a></p><aside id="fn1" role="doc-footnote">Note 1 of it.</aside>'
    )
    assert [note.text for note in document.notes] == ["Note 1 of it."]
