"""The real essay's notes, by numbers, ids and tiny fragments; and the figures on other scholars' notes."""

import re
from pathlib import Path

import pytest

from argmap.model import Citations, Source
from tests.cite.making import read


@pytest.fixture(scope="module")
def found(data: Path) -> Citations:
    text = (data / "essay" / "seed.md").read_text(encoding="utf-8")
    notes = re.findall(r"^\[\^\d+\]: (.*)$", text, re.MULTILINE)
    assert len(notes) == 26
    return read(*(re.sub(r"\\([\[\]])", r"\1", note) for note in notes))


SOURCES = {
    2: ["cumings1990", "cumings1997"],
    3: ["cumings1990", "macdonald1986", "kim1989", "cumings1997"],
    4: ["weathersby2004"],
    5: ["weathersby1993"],
    6: ["goncharov1993"],
    7: ["westad1998"],
    8: ["avprf-059a-5a-3-11-87", "weathersby1995"],
    10: ["avprf-059a-5a-4-11-136", "avprf-059a-5a-3-11-45", "avprf-059a-5a-3-11-75", "weathersby1995"],
    11: ["avprf-059a-5a-3-11-87", "avprf-059a-5a-3-11-92", "weathersby1995"],
    16: ["weathersby2002"],
}
COUNTS = {9: 2, 12: 3, 14: 3, 15: 3, 19: 3, 20: 2, 21: 2, 22: 2, 23: 2, 24: 2, 25: 2, 26: 2}


def test_the_sources_of_every_note(found: Citations) -> None:
    for n, expected in SOURCES.items():
        assert list(found.of_note[str(n)].sources) == expected, n
    for n, count in COUNTS.items():
        assert len(found.of_note[str(n)].sources) == count, n
    assert [entry.n for entry in found.notes if not entry.cites] == ["1", "13"]
    assert found.of_note["12"].sources == found.of_note["15"].sources


def test_eight_archival_references_with_all_fields(found: Citations) -> None:
    calls: list[Source] = []
    for entry in found.notes:
        for mention in entry.mentions:
            if mention.kind == "archival" and mention.source and found.source_of[mention.source].archive:
                calls.append(found.source_of[mention.source])
                assert mention.locator is not None
                assert mention.locator.label == "folio"
    assert len(calls) == 8
    for item in calls:
        wanted = {"fond", "opis", "delo", "listy"} | ({"papka"} if item.archive == "AVPRF" else set())
        assert wanted <= set(item.custom or {})
        assert item.issued is not None
        assert len(item.issued.date_parts[0]) == 3
    assert {item.archive for item in calls} == {"AVPRF", "APRF"}


def test_nine_ibids(found: Citations) -> None:
    backs = {int(entry.n): mention for entry in found.notes for mention in entry.mentions if mention.state is not None}
    assert sorted(backs) == [16, 17, 18, 20, 21, 23, 24, 25, 26]
    for n, mention in backs.items():
        assert mention.literal is not None
        assert mention.best is not None
        assert mention.best.source == mention.source == "weathersby2002"
        if n <= 21:
            assert mention.state == "ambiguous", n
            assert mention.literal.source == "weathersby2002"
            assert mention.literal.note == ("15" if n < 19 else "19")
            assert mention.rivals
        else:
            assert mention.state == "contradicted", n
            assert mention.literal.note == "22"
            assert mention.literal.source == found.of_note["22"].sources[-1]
            assert mention.best.note == "19"
            assert mention.best.evidence
