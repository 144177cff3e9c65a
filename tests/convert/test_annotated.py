"""Formats that are read only: arggraph XML and brat."""

import pytest

from argmap.convert import KEPT, load_map
from argmap.errors import NotAMapError

GRAPH = """<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE arggraph SYSTEM "arggraph.dtd">
<arggraph id="own1" topic_id="mills" stance="pro">
  <edu id="e1"><![CDATA[The mill was worth its price,]]></edu>
  <edu id="e2">for it ground
    the corn</edu>
  <edu id="e3">of the parish.</edu>
  <edu id="e4">It had &amp; kept two stones.</edu>
  <edu id="e5">The leat ran dry.</edu>
  <edu id="e6">But only in May.</edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/><adu id="a2" type="pro"/><adu id="a3" type="pro"/>
  <adu id="a4" type="opp"/><adu id="a5" type="pro"/>
  <edge id="s1" src="e1" trg="a1" type="seg"/>
  <edge id="s2" src="e2" trg="j1" type="seg"/>
  <edge id="s3" src="e3" trg="j1" type="seg"/>
  <edge id="s4" src="j1" trg="a2" type="seg"/>
  <edge id="s5" src="e4" trg="a3" type="seg"/>
  <edge id="s6" src="e5" trg="a4" type="seg"/>
  <edge id="s7" src="e6" trg="a5" type="seg"/>
  <edge id="c4" src="a5" trg="c3" type="und"/>
  <edge id="c1" src="a2" trg="a1" type="sup"/>
  <edge id="c2" src="a3" trg="c1" type="add"/>
  <edge id="c3" src="a4" trg="a1" type="reb"/>
  <edge id="c5" src="a3" trg="a2" type="exa"/>
</arggraph>
"""

ANN = """T1\tMajorClaim 0 18\tThe mill paid well
T2\tClaim 20 44;50 53\tIt ground the corn now
A1\tStance T2 For
T3\tPremise 60 80\tThree parishes came
R1\tsupports Arg1:T3 Arg2:T2\t
T4\tClaim 90 99\tThe leat dried up
A2\tStance T4 Against
R2\tattacks Arg1:T4 Arg2:T2\t
#1\tAnnotatorNotes T4\tnot sure
#2\tAnnotatorNotes R1\tsure
T5\tMajorClaim 100 104\tIt paid
R3\trestates Arg1:T5 Arg2:T1
*\tEquiv T1 T5
"""


def test_microtexts() -> None:
    found = load_map(GRAPH.encode(), "x")
    assert found.title == "mills"
    assert [(claim.id, claim.text) for claim in found.claims] == [
        ("a1", "The mill was worth its price,"),
        ("a2", "for it ground the corn of the parish."),
        ("a3", "It had & kept two stones."),
        ("a4", "The leat ran dry."),
        ("a5", "But only in May."),
    ]
    assert [(one.kind, one.premises, one.target, one.scheme) for one in found.relations] == [
        ("undercut", ("a5",), "r3", None),
        ("support", ("a2", "a3"), "a1", None),
        ("attack", ("a4",), "a1", None),
        ("support", ("a3",), "a2", "example"),
    ]
    assert found.claims[3].data == {"arggraph": {"type": "opp", "segments": ["e5"]}}
    assert found.data == {"arggraph": {"id": "own1", "topic_id": "mills", "stance": "pro"}}
    assert not found.losses


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ('"a2" trg="a1" type="sup"', '"a9" trg="a1" type="sup"', "x:22: not a readable map (the edge 'c1' names 'a9'"),
        (
            'trg="c3" type="und"',
            'trg="a1" type="und"',
            "x:21: not a readable map (the edge 'c4' (und) must lead to an edge",
        ),
        ('trg="c1" type="add"', 'trg="c2" type="add"', "must lead to an edge"),
        ('<adu id="a2"', '<adu id="a1"', "x:12: not a readable map (a second unit 'a1'"),
        ('id="c5"', 'id="c1"', "is there twice"),
        ('type="exa"', 'type="why"', "known are sup, exa, reb, und, add, seg"),
        (' type="exa"', "", "has no type"),
        ("</arggraph>", "", "x:27: not a readable map (not XML, column 1: no element found"),
        ('SYSTEM "arggraph.dtd"', '[<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]', "declares the entity 'a'"),
        ("<arggraph ", "<graph ", "x:3: not a readable map (the root is <graph>"),
    ],
)
def test_a_broken_microtext_is_an_error_with_its_line(old: str, new: str, hint: str) -> None:
    with pytest.raises(NotAMapError) as caught:
        load_map(GRAPH.replace(old, new, 1).encode(), "x", format="arggraph")
    assert hint in str(caught.value)


def test_persuasive_essays() -> None:
    found = load_map(ANN.encode(), "essay01.ann")
    assert [(claim.id, claim.text, claim.kind) for claim in found.claims] == [
        ("T1", "The mill paid well", "thesis"),
        ("T2", "It ground the corn now", None),
        ("T3", "Three parishes came", None),
        ("T4", "The leat dried up", None),
        ("T5", "It paid", "thesis"),
    ]
    assert [(one.kind, one.premises, one.target) for one in found.relations] == [
        ("support", ("T2",), "T1"),
        ("support", ("T3",), "T2"),
        ("attack", ("T4",), "T1"),
        ("attack", ("T4",), "T2"),
    ]
    assert found.claims[1].data == {"brat": {"type": "Claim", "spans": [[20, 44], [50, 53]], "Stance": "For"}}
    assert found.claims[3].data["brat"] == {
        "type": "Claim", "spans": [[90, 99]], "Stance": "Against", "notes": ["not sure"],
    }  # fmt: skip
    assert [loss.what for loss in found.losses] == ["line 13", "relation restates", "note", KEPT]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("T1\tClaim 0 1\ta\nT1\tClaim 0 1\tb\n", "x:2: not a readable map (a second 'T1'"),
        ("T1\tClaim 0 1\ta\nR1\tsupports Arg1:T1 Arg2:T2\n", "x:2: not a readable map (there is no 'T2'"),
        ("T1\tClaim 0\ta\n", "x:1: not a readable map ('T1' is not written"),
        ("T1\tClaim 0 1 a\n", "x:1: "),
        ("R1\tsupports Arg1:T1\n", "x:1: "),
        ("T1\tClaim 0 1\ta\nA1\tStance\n", "x:2: "),
        ("T1\tClaim 0 1\ta\nwords\n", "x:2: not a readable map ('words' begins no line"),
        ("R1\t\n", "x:1: "),
    ],
)
def test_a_broken_annotation_is_an_error_with_its_line(text: str, hint: str) -> None:
    with pytest.raises(NotAMapError) as caught:
        load_map(text.encode(), "x", format="brat")
    assert hint in str(caught.value)
