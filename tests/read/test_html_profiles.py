"""Notes in the shapes in which programs write them."""

import pytest

from argmap.model import Document
from argmap.read import read
from tests.read.test_properties import holds

PAGES = {
    "pandoc": """<p>The mill closed.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>
        It reopened.<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a></p>
        <section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr /><ol>
        <li id="fn1"><p>Smith, 12.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li>
        <li id="fn2"><p>Ibid.<a href="#fnref2" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>""",
    "pandoc in an EPUB": """<p>The mill closed.<a href="#fn1" class="footnote-ref" id="fnref1" epub:type="noteref">1</a>
        It reopened.<a href="#fn2" class="footnote-ref" id="fnref2" epub:type="noteref">2</a></p>
        <section id="footnotes" class="footnotes" epub:type="footnotes"><hr/>
        <aside epub:type="footnote" id="fn1"><p>Smith, 12.</p></aside><aside epub:type="footnote" id="fn2"><p>Ibid.</p></aside>
        </section>""",
    "GitHub": """<p>The mill closed.<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref
        aria-describedby="footnote-label">1</a></sup> It reopened.<sup><a href="#user-content-fn-b" id="user-content-fnref-b"
        data-footnote-ref aria-describedby="footnote-label">2</a></sup></p>
        <section data-footnotes class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes</h2><ol>
        <li id="user-content-fn-1"><p>Smith, 12. <a href="#user-content-fnref-1" data-footnote-backref aria-label="Back to
        reference 1" class="data-footnote-backref"><g-emoji class="g-emoji" alias="leftwards_arrow_with_hook">↩</g-emoji></a></p></li>
        <li id="user-content-fn-b"><p>Ibid. <a href="#user-content-fnref-b" data-footnote-backref class="data-footnote-backref">↩</a>
        </p></li></ol></section>""",
    "kramdown": """<p>The mill closed.<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote" role="doc-noteref">1</a></sup>
        It reopened.<sup id="fnref:b"><a href="#fn:b" class="footnote" rel="footnote" role="doc-noteref">2</a></sup></p>
        <div class="footnotes" role="doc-endnotes"><ol><li id="fn:1"><p>Smith, 12.&nbsp;<a href="#fnref:1" class="reversefootnote"
        role="doc-backlink">&#8617;</a></p></li><li id="fn:b"><p>Ibid.&nbsp;<a href="#fnref:b" class="reversefootnote"
        role="doc-backlink">&#8617;</a></p></li></ol></div>""",
    "Python-Markdown": """<p>The mill closed.<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>
        It reopened.<sup id="fnref:2"><a class="footnote-ref" href="#fn:2">2</a></sup></p>
        <div class="footnote"><hr /><ol><li id="fn:1"><p>Smith, 12.&#160;<a class="footnote-backref" href="#fnref:1"
        title="Jump back to footnote 1 in the text">&#8617;</a></p></li><li id="fn:2"><p>Ibid.&#160;<a class="footnote-backref"
        href="#fnref:2" title="Jump back to footnote 2 in the text">&#8617;</a></p></li></ol></div>""",
    "markdown-it": """<p>The mill closed.<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup>
        It reopened.<sup class="footnote-ref"><a href="#fn2" id="fnref2">[2]</a></sup></p><hr class="footnotes-sep">
        <section class="footnotes"><ol class="footnotes-list"><li id="fn1" class="footnote-item"><p>Smith, 12.
        <a href="#fnref1" class="footnote-backref">↩︎</a></p></li><li id="fn2" class="footnote-item"><p>Ibid.
        <a href="#fnref2" class="footnote-backref">↩︎</a></p></li></ol></section>""",
    "Org": """<p>The mill closed.<sup><a id="fnr.1" class="footref" href="#fn.1" role="doc-backlink">1</a></sup>
        It reopened.<sup><a id="fnr.2" class="footref" href="#fn.2" role="doc-backlink">2</a></sup></p>
        <div id="footnotes"><h2 class="footnotes">Footnotes: </h2><div id="text-footnotes">
        <div class="footdef"><sup><a id="fn.1" class="footnum" href="#fnr.1" role="doc-backlink">1</a></sup>
        <div class="footpara" role="doc-footnote"><p class="footpara">Smith, 12.</p></div></div>
        <div class="footdef"><sup><a id="fn.2" class="footnum" href="#fnr.2" role="doc-backlink">2</a></sup>
        <div class="footpara" role="doc-footnote"><p class="footpara">Ibid.</p></div></div></div></div>""",
    "docutils": """<p>The mill closed.<a class="footnote-reference brackets" href="#footnote-1" id="footnote-reference-1"
        role="doc-noteref"><span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a>
        It reopened.<a class="footnote-reference brackets" href="#footnote-2" id="footnote-reference-2"
        role="doc-noteref"><span class="fn-bracket">[</span>2<span class="fn-bracket">]</span></a></p>
        <aside class="footnote-list brackets"><aside class="footnote brackets" id="footnote-1" role="doc-footnote">
        <span class="label"><span class="fn-bracket">[</span><a role="doc-backlink" href="#footnote-reference-1">1</a><span
        class="fn-bracket">]</span></span><p>Smith, 12.</p></aside><aside class="footnote brackets" id="footnote-2"
        role="doc-footnote"><span class="label"><span class="fn-bracket">[</span><a role="doc-backlink"
        href="#footnote-reference-2">2</a><span class="fn-bracket">]</span></span><p>Ibid.</p></aside></aside>""",
    "docutils in tables": """<p>The mill closed. <a class="footnote-reference" href="#id3" id="id1">[1]</a>
        It reopened. <a class="footnote-reference" href="#id4" id="id2">[2]</a></p>
        <table class="docutils footnote" frame="void" id="id3" rules="none"><colgroup><col class="label" /><col /></colgroup>
        <tbody valign="top"><tr><td class="label"><a class="fn-backref" href="#id1">[1]</a></td><td>Smith, 12.</td></tr></tbody>
        </table><table class="docutils footnote" id="id4"><tbody><tr><td class="label"><a class="fn-backref"
        href="#id2">[2]</a></td><td>Ibid.</td></tr></tbody></table>""",
    "AsciiDoctor": """<div class="paragraph"><p>The mill closed.<sup class="footnote">[<a id="_footnoteref_1" class="footnote"
        href="#_footnotedef_1" title="View footnote.">1</a>]</sup> It reopened.<sup class="footnote">[<a id="_footnoteref_2"
        class="footnote" href="#_footnotedef_2" title="View footnote.">2</a>]</sup></p></div><div id="footnotes"><hr>
        <div class="footnote" id="_footnotedef_1"><a href="#_footnoteref_1">1</a>. Smith, 12.</div>
        <div class="footnote" id="_footnotedef_2"><a href="#_footnoteref_2">2</a>. Ibid.</div></div>""",
    "LibreOffice": """<p>The mill closed.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>
        It reopened.<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a></p>
        <div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"
        href="#sdfootnote1anc">1</a>Smith, 12.</p></div><div id="sdfootnote2"><p class="sdfootnote"><a class="sdfootnotesym"
        name="sdfootnote2sym" href="#sdfootnote2anc">2</a>Ibid.</p></div>""",
    "Word, filtered": """<p class=MsoNormal>The mill closed.<a href="#_ftn1" name="_ftnref1" title=""><span
        class=MsoFootnoteReference><span class=MsoFootnoteReference><span style='font-size:11.0pt'>[1]</span></span></span></a>
        It reopened.<a href="#_ftn2" name="_ftnref2" title=""><span class=MsoFootnoteReference><span
        class=MsoFootnoteReference><span style='font-size:11.0pt'>[2]</span></span></span></a></p>
        <div><br clear=all><hr align=left size=1 width="33%"><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1"
        name="_ftn1" title=""><span class=MsoFootnoteReference><span class=MsoFootnoteReference><span
        style='font-size:10.0pt'>[1]</span></span></span></a> Smith, 12.</p></div><div id=ftn2><p class=MsoFootnoteText><a
        href="#_ftnref2" name="_ftn2" title=""><span class=MsoFootnoteReference>[2]</span></a> Ibid.</p></div></div>""",
    "Word": """<p class=MsoNormal>The mill closed.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
        class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
        class=MsoFootnoteReference><span style='font-size:12.0pt'>[1]</span></span><![endif]></span></span></a> It
        reopened.<a style='mso-footnote-id:ftn2' href="#_ftn2" name="_ftnref2" title=""><span class=MsoFootnoteReference><span
        style='mso-special-character:footnote'><![if !supportFootnotes]>[2]<![endif]></span></span></a><o:p></o:p></p>
        <div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
        <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1"
        name="_ftn1" title=""><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> Smith, 12.</p>
        </div><div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a style='mso-footnote-id:ftn2' href="#_ftnref2"
        name="_ftn2" title=""><span class=MsoFootnoteReference><![if !supportFootnotes]>[2]<![endif]></span></a> Ibid.</p></div>
        </div>""",
    "Google Docs": """<p><span>The mill closed.</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span> It
        reopened.</span><sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>
        &nbsp;Smith, 12.</span></p></div><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a><span>&nbsp;Ibid.</span></p></div>""",
    "Wikipedia": """<p>The mill closed.<sup id="cite_ref-Smith12_1-0" class="reference"><a href="#cite_note-Smith12-1"><span
        class="cite-bracket">&#91;</span>1<span class="cite-bracket">&#93;</span></a></sup> It reopened.<sup id="cite_ref-2"
        class="reference"><a href="#cite_note-2"><span class="cite-bracket">&#91;</span>2<span class="cite-bracket">&#93;</span></a>
        </sup></p><h2>References<span class="mw-editsection">[<a href="/w/index.php?action=edit">edit</a>]</span></h2>
        <div class="reflist"><div class="mw-references-wrap"><ol class="references"><li id="cite_note-Smith12-1"><span
        class="mw-cite-backlink"><b><a href="#cite_ref-Smith12_1-0">^</a></b></span> <span class="reference-text">Smith,
        12.</span></li><li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2" aria-label="Jump up"
        title="Jump up">^</a></b></span> <span class="reference-text">Ibid.</span></li></ol></div></div>""",
    "Project Gutenberg": """<p>The mill closed.<a name="FNanchor_1_1" id="FNanchor_1_1"></a><a href="#Footnote_1_1"
        class="fnanchor">[1]</a> It reopened.<a name="FNanchor_2_2" id="FNanchor_2_2"></a><a href="#Footnote_2_2"
        class="fnanchor">[2]</a></p><div class="footnotes"><h3>FOOTNOTES:</h3><div class="footnote"><p><a name="Footnote_1_1"
        id="Footnote_1_1"></a><a href="#FNanchor_1_1"><span class="label">[1]</span></a> Smith, 12.</p></div><div
        class="footnote"><p><a name="Footnote_2_2" id="Footnote_2_2"></a><a href="#FNanchor_2_2"><span class="label">[2]</span></a>
        Ibid.</p></div></div>""",
    "DPUB roles alone": """<p>The mill closed.<a href="#x" id="xr" role="doc-noteref">1</a> It reopened.<a href="#y" id="yr"
        role="doc-noteref">2</a></p><aside role="doc-footnote" id="x">Smith, 12. <a role="doc-backlink" href="#xr">Back</a></aside>
        <aside role="doc-footnote" id="y">Ibid. <a role="doc-backlink" href="#yr">Back</a></aside>""",
    "by hand, with mutual links": """<p>The mill closed.<a href="#n1" name="r1"><sup>1</sup></a> It reopened.<a href="#n2"
        name="r2"><sup>2</sup></a></p><hr><p><a name="n1" href="#r1">1</a>. Smith, 12.</p><p><a name="n2" href="#r2">2</a>. Ibid.</p>""",
    "by hand, linked back at the end": """<p>The mill closed.<a href="#a" id="u">[1]</a> It reopened.<a href="#b" id="v">[2]</a></p>
        <h2>Notes</h2><ol><li id="a">Smith, 12. [<a href="#u">back</a>]</li><li id="b">Ibid. (<a href="#v">return</a>)</li></ol>""",
    "by hand, never linked back": """<p>The mill closed.<sup><a href="#n1">1</a></sup> It reopened.<sup><a href="#n2">2</a></sup></p>
        <h3>Notes</h3><p id="n1">1. Smith, 12.</p><p id="n2">2. Ibid.</p>""",
    "by hand, in a numbered list": """<p>The mill closed.<sup><a href="#n1">1</a></sup> It reopened.<sup><a href="#n2">2</a></sup></p>
        <h3>Notes</h3><ol><li><a name="n1"></a>Smith, 12.</li><li><a name="n2"></a>Ibid.</li></ol>""",
    "by hand, in a table": """<p>The mill closed.<a href="#n1" name="r1"><sup>1</sup></a> It reopened.<a href="#n2"
        name="r2"><sup>2</sup></a></p><table><tr><td><a href="#r1" name="n1">1</a></td><td>Smith, 12.</td></tr>
        <tr><td><a href="#r2" name="n2">2</a></td><td>Ibid.</td></tr></table>""",
    "by hand, in a list of definitions": """<p>The mill closed.<a href="#n1" name="r1">[1]</a> It reopened.<a href="#n2"
        name="r2">[2]</a></p><dl><dt><a href="#r1" name="n1">[1]</a></dt><dd>Smith, 12.</dd><dt><a href="#r2" name="n2">[2]</a>
        </dt><dd>Ibid.</dd></dl>""",
    "by hand, anchors between blocks": """<p>The mill closed.<a name="r1"></a><a href="#n1">(1)</a> It reopened.<a
        name="r2"></a><a href="#n2">(2)</a></p><a name="n1"></a><p><a href="#r1">(1)</a> Smith, 12.</p><a name="n2"></a><p><a
        href="#r2">(2)</a> Ibid.</p>""",
}  # fmt: skip
ENDNOTES = {
    "Standard Ebooks": """<p>The mill closed.<a href="#note-1" id="noteref-1" epub:type="noteref">1</a> It reopened.<a
        href="#note-2" id="noteref-2" epub:type="noteref">2</a></p><section id="endnotes" epub:type="endnotes"><h2
        epub:type="title">Endnotes</h2><ol><li id="note-1"><p>Smith, 12. <a href="#noteref-1" epub:type="backlink">↩</a></p></li>
        <li id="note-2"><p>Ibid. <a href="#noteref-2" epub:type="backlink">↩</a></p></li></ol></section>""",
    "LibreOffice": """<p>The mill closed.<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>1</sup></a>
        It reopened.<a class="sdendnoteanc" name="sdendnote2anc" href="#sdendnote2sym"><sup>2</sup></a></p>
        <div id="sdendnote1"><p class="sdendnote"><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">1</a>
        Smith, 12.</p></div><div id="sdendnote2"><p class="sdendnote"><a class="sdendnotesym" name="sdendnote2sym"
        href="#sdendnote2anc">2</a>Ibid.</p></div>""",
    "Word": """<p>The mill closed.<a href="#_edn1" name="_ednref1"><span class=MsoEndnoteReference>[1]</span></a> It reopened.<a
        href="#_edn2" name="_ednref2"><span class=MsoEndnoteReference>[2]</span></a></p><div id=edn1><p class=MsoEndnoteText><a
        href="#_ednref1" name="_edn1"><span class=MsoEndnoteReference>[1]</span></a> Smith, 12.</p></div><div id=edn2><p><a
        href="#_ednref2" name="_edn2"><span class=MsoEndnoteReference>[2]</span></a> Ibid.</p></div>""",
}  # fmt: skip


def page(body: str) -> Document:
    document = read(
        f"<!DOCTYPE html>\n<html><head><title>T</title></head><body>{body}</body></html>".encode(), "a.html"
    )
    holds(document)
    return document


@pytest.mark.parametrize("name", PAGES)
def test_footnotes(name: str) -> None:
    _two_notes(page(PAGES[name]), "footnote")


@pytest.mark.parametrize("name", ENDNOTES)
def test_endnotes(name: str) -> None:
    _two_notes(page(ENDNOTES[name]), "endnote")


def _two_notes(document: Document, kind: str) -> None:
    assert [(item.text, item.markers) for item in document.sentences] == [
        ("The mill closed.", ("1",)),
        ("It reopened.", ("2",)),
    ]
    assert [(note.id, note.kind, note.text) for note in document.notes] == [
        ("1", kind, "Smith, 12."),
        ("2", kind, "Ibid."),
    ]
    assert [(marker.note, marker.sentence) for marker in document.markers] == [("1", "p1.s1"), ("2", "p1.s2")]
    assert all(document.text[marker.start] in "<[(" for marker in document.markers)
    assert not document.losses
