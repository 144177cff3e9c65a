"""Text views of odd documents: nothing is lost, and cost stays linear."""

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import Document, DocumentInfo, Heading, Marker, Note, Paragraph, Prose, Run, Sentence
from argmap.serve.text_view import NoteIds, cut


def sentence(text: str, at: int = 0) -> Sentence:
    return Sentence(id="p1.s1", paragraph="p1", start=0, end=max(len(text), 1), text=text, at=at)


def marker(n: str, at: int, note: str | None = None, start: int = 0) -> Marker:
    return Marker(n=n, note=note, sentence="p1.s1", start=start, end=start + 1, at=at)


@settings(deadline=None, max_examples=80)
@given(st.text(min_size=1, max_size=40), st.lists(st.integers(-5, 60), max_size=8), st.integers(0, 9))
def test_cutting_loses_no_word_and_no_marker(text: str, places: list[int], at: int) -> None:
    markers = [marker(str(index), at + place) for index, place in enumerate(places)]
    segments = cut(sentence(text, at), markers)
    assert "".join(part.text for part in segments if part.kind == "text") == text
    assert sorted(part.text for part in segments if part.kind == "marker") == sorted(m.n for m in markers)
    assert all(part.text for part in segments)


def numbered_twice() -> Document:
    prose = Prose(text="x", runs=(Run(at=0, length=1, start=0, end=1),))
    notes = tuple(
        Note(id=name, n="1", text="x", start=90 + i, end=91 + i, prose=prose) for i, name in enumerate(("1", "1#2"))
    )
    markers = (marker("1", 0, "1", start=10), marker("1", 0, "1#2", start=50))
    return Document(info=DocumentInfo(format="text", text="x" * 100), notes=notes, markers=markers)


def test_of_two_notes_with_one_number_the_next_called_is_meant() -> None:
    ids = NoteIds(numbered_twice())
    assert ids.near(("1",), 5) == ("1",)
    assert ids.near(("1",), 20) == ("1#2",)
    assert ids.near(("7", "1", "1"), 20) == ("1#2",)


def test_markers_outside_of_sentences_are_shown_with_their_block() -> None:
    from argmap.model import ArgumentMap, Citations, Extraction, Summary  # noqa: PLC0415 - only here
    from argmap.pipeline import Seminar, TextAnalysis  # noqa: PLC0415
    from argmap.serve.text_view import text_view  # noqa: PLC0415

    prose = Prose(text="code", runs=(Run(at=0, length=4, start=10, end=14),))
    document = Document(
        info=DocumentInfo(format="markdown", text="Heading[1]code[2]"),
        paragraphs=(Paragraph(id="p1", start=10, end=17, kind="code", prose=prose),),
        headings=(Heading(level=1, text="Heading", start=0, end=7, before="p1"),),
        markers=(
            Marker(n="1", note=None, sentence=None, start=7, end=10),
            Marker(n="2", note=None, sentence=None, start=14, end=17),
        ),
    )
    text = TextAnalysis(
        path="t", document=document, citations=Citations(), extraction=Extraction(), findings=(), summary=Summary()
    )
    view = text_view(Seminar(title="t", path="t", map=ArgumentMap(), text=text), text)
    heading, paragraph = view.blocks
    assert [part.text for part in heading.segments if part.kind == "marker"] == ["1"]  # type: ignore[union-attr]
    assert [part.text for part in paragraph.tail] == ["code", "2"]  # type: ignore[union-attr]
