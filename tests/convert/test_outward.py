"""Formats that are written only, how formats are told apart, and `argmap convert`."""

import csv
import io
import json
from pathlib import Path

import pytest

from argmap.cli.convert import convert
from argmap.convert import dump_map, format_of, load_map
from argmap.errors import AnchorsMissingError, LossyConversionError, NotAMapError
from argmap.model import (
    AnchoredClaim,
    ArgumentMap,
    Citation,
    Document,
    DocumentInfo,
    Locator,
    MapClaim,
    Paragraph,
    Prose,
    Relation,
    Sentence,
    Source,
)
from tests.convert.test_aif import MILL
from tests.convert.test_annotated import ANN, GRAPH
from tests.convert.test_carneades import MILL as YAML
from tests.convert.test_kialo import LINKS, NOTES
from tests.convert.test_sadface import LEAT

OWN = ArgumentMap(
    title='The "mill"',
    claims=(
        MapClaim(id="Sale", text="It was <sold> for 5 #marks.", kind="thesis", tags=("t", "u")),
        MapClaim(
            id="=Deed", text="A deed.", citations=(Citation(source="d", locator=Locator(label="folio", value="3")),)
        ),
        MapClaim(id="Seal", form="argument", weight=0.5),
    ),
    relations=(
        Relation(id="r1", kind="support", premises=("=Deed", "Seal"), target="Sale", scheme="sign"),
        Relation(id="r2", kind="undercut", premises=("Seal",), target="r1"),
        Relation(id="r3", kind="attack", premises=("Seal",), target="Sale"),
    ),
    sources=(Source(id="d", type="book", title="Deeds", URL="https://example.org/d", custom={"derived-from": "roll"}),),
)
TEXT = "# Mills\n\nThe mill was sold.[^1] Nobody knew."


def _document() -> Document:
    sentence = Sentence(id="p1.s1", paragraph="p1", start=9, end=27, text="The mill was sold.", at=0)
    paragraph = Paragraph(id="p1", start=9, end=len(TEXT), prose=Prose(text="The mill was sold. Nobody knew."))
    return Document(info=DocumentInfo(format="markdown", text=TEXT), paragraphs=(paragraph,), sentences=(sentence,))


def test_annotations_quote_and_place_the_sentence() -> None:
    anchored = (AnchoredClaim(claim="Sale", sentence="p1.s1"), AnchoredClaim(claim="Seal", sentence=None))
    text, losses = dump_map(OWN, "annotations", document=_document(), anchored=anchored, text_path="a b.md")
    page = json.loads(text)
    (one,) = page["first"]["items"]
    quote, place = one["target"]["selector"]
    assert one["target"]["source"] == "a%20b.md"
    assert (quote["exact"], quote["prefix"], quote["suffix"]) == (
        "The mill was sold.",
        "# Mills\n\n",
        "[^1] Nobody knew.",
    )
    assert TEXT[place["start"] : place["end"]] == quote["exact"]
    assert [body["value"] for body in one["body"]] == ["Sale: It was <sold> for 5 #marks.", "thesis", "t", "u"]
    told = [f"{loss.what}: {loss.detail}" for loss in losses]
    assert "anchor: claim 'Seal': its sentence is not in the text" in told
    assert "claim: claim '=Deed': is anchored nowhere, not written" in told
    assert sum(line.startswith(("support: ", "undercut: ", "attack: ")) for line in told) == 3


def test_annotations_need_a_text() -> None:
    with pytest.raises(AnchorsMissingError):
        dump_map(OWN, "annotations")


def test_mermaid_escapes_and_joins() -> None:
    text, losses = dump_map(OWN, "mermaid")
    lines = text.splitlines()
    assert lines[:4] == ["---", 'title: "The #34;mill#34;"', "---", "flowchart BT"]
    assert '    c0["<b>Sale</b><br>It was #60;sold#62; for 5 #35;marks."]' in lines
    assert '    c2(["<b>Seal</b>"])' in lines
    assert lines[8:13] == ["    c1 --- r0", "    c2 --- r0", '    r0 -->|"sign"| c0', "    c2 -.-x r0", "    c2 --x c0"]
    assert '    s0 -.->|"fol. 3"| c1' in lines
    assert {loss.what for loss in losses} == {"kind", "tags", "weight", "sources"}


def test_csv_has_a_row_a_thing_and_no_formula() -> None:
    text, losses = dump_map(OWN, "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["row"] for row in rows] == ["claim"] * 3 + ["relation"] * 3 + ["citation", "source"]
    assert rows[1]["id"] == "'=Deed"
    assert rows[3]["premises"] == "'=Deed\nSeal"
    assert (rows[6]["target"], rows[6]["source"], rows[6]["locator"]) == ("'=Deed", "d", "fol. 3")
    told = [loss.detail for loss in losses if loss.what == "characters"]
    assert told == [
        "claim '=Deed': an apostrophe before its id",
        "relation 'r1': an apostrophe before its premises",
        "citation '=Deed': an apostrophe before its target",
    ]


def test_provenance_of_claims_and_sources() -> None:
    text, losses = dump_map(OWN, "prov")
    document = json.loads(text)
    labels = {name: entity["prov:label"] for name, entity in document["entity"].items()}
    derived = {
        (labels[one["prov:generatedEntity"]], labels[one["prov:usedEntity"]], one.get("argmap:locator"))
        for one in document["wasDerivedFrom"].values()
    }
    assert derived == {("=Deed", "d", "fol. 3"), ("d", "roll", None), ("Sale", "=Deed", None), ("Sale", "Seal", None)}
    assert {"undercut", "attack", "premises", "tags"} <= {loss.what for loss in losses}


@pytest.mark.parametrize(
    ("text", "path", "name"),
    [
        (json.dumps(MILL), "-", "aif"),
        (json.dumps({"AIF": MILL}), "x.json", "xaif"),
        (json.dumps(LEAT), "x.json", "sadface"),
        (LINKS, "-", "kialo"),
        (NOTES, "x.md", "kialo"),
        (YAML, "-", "carneades"),
        (GRAPH, "-", "arggraph"),
        (ANN, "x.txt", "brat"),
        ("a\nb\n#\na b\n", "-", "tgf"),
        ("[A]: 1. x\n", "-", None),
        ("1. x\n2. y\n", "x", None),
    ],
)
def test_the_format_is_told_from_the_content(text: str, path: str, name: str | None) -> None:
    found = load_map(text.encode(), path)
    if name is not None:
        assert found == load_map(text.encode(), path, format=name)
    else:
        assert found == load_map(text.encode(), path, format="argdown")


def test_the_longest_suffix_tells_the_format() -> None:
    names = [
        "a.json",
        "a.aif.json",
        "b.XAIF",
        "c.sadface.json",
        "d.yml",
        "e.txt",
        "f.prov.json",
        "g.anno.json",
        "h.csv",
    ]
    assert [format_of(name) for name in names] == [
        "json", "aif", "xaif", "sadface", "carneades", "kialo", "prov", "annotations", "csv",
    ]  # fmt: skip


def test_convert_lists_every_loss(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "m.json", tmp_path / "m.tgf"
    source.write_text(dump_map(OWN, "json")[0], encoding="utf-8")
    convert(str(source), str(target))
    assert target.read_text(encoding="utf-8").startswith("Sale It was <sold>")
    told = capsys.readouterr().err
    assert "undercut: relation 'r2': not written" in told
    assert "citations: claim '=Deed': @d [fol. 3]" in told
    assert f"({len(told.splitlines()) - 1}):" in told


def test_strict_writes_nothing_if_anything_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "m.aif.json", tmp_path / "n.aif.json"
    source.write_text(json.dumps(MILL), encoding="utf-8")
    with pytest.raises(LossyConversionError) as caught:
        convert(str(source), str(tmp_path / "m.txt"), strict=True)
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "m.txt").exists()
    convert(str(source), str(target), strict=True)  # what is kept aside is written again
    assert len(json.loads(target.read_text(encoding="utf-8"))["nodes"]) == len(MILL["nodes"])
    assert "kept aside: MA 11" in capsys.readouterr().err


def test_xml_that_is_no_map_says_so() -> None:
    with pytest.raises(NotAMapError) as caught:
        load_map(b"<?xml version='1.0'?><graphml/>", "x.graphml")
    assert "GraphML is written, not read" in str(caught.value)
