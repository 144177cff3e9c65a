"""All foreign formats that are read and written: nothing changes without being said."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from argmap.convert import FORMATS, KEPT, MAP_FORMATS, READABLE, dump_map, load_map
from argmap.model import ArgumentMap, Document, DocumentInfo
from tests.convert.exchange import rich_maps, sorted_lists, unsaid
from tests.convert.maps import without_lines

BOTH_WAYS = ["aif", "xaif", "sadface", "kialo", "carneades", "tgf"]
OWN = {"xaif": ("aif", "xaif")}
FOLDERS = {"aif": "aif", "xaif": "xaif", "sadface": "sadface", "carneades-yaml": "carneades", "carneades-tgf": "tgf"}


@pytest.mark.parametrize("name", BOTH_WAYS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rich_maps())
def test_what_a_format_changes_is_said(name: str, argument_map: ArgumentMap) -> None:
    text, losses = dump_map(argument_map, name)
    after = load_map(text.encode(), "map", format=name)
    assert not unsaid(argument_map, after, losses, OWN.get(name, (name,)))


@pytest.mark.parametrize("name", BOTH_WAYS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rich_maps())
def test_a_second_time_nothing_changes(name: str, argument_map: ArgumentMap) -> None:
    once = load_map(dump_map(argument_map, name)[0].encode(), "map", format=name)
    text, losses = dump_map(once, name)
    assert not losses
    assert without_lines(load_map(text.encode(), "map", format=name)) == without_lines(once)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rich_maps())
def test_every_writer_takes_every_map(argument_map: ArgumentMap) -> None:
    document = Document(info=DocumentInfo(format="text"))
    for name in FORMATS:
        text, _ = dump_map(argument_map, name, document=document)
        text.encode()


def _content(text: str, name: str) -> Any:  # noqa: ANN401 - as above
    if name == "tgf":
        return [line.split() for line in text.splitlines() if line.strip()]
    if name == "carneades":
        parts = json.loads(json.dumps(yaml.safe_load(text), default=str))
        return {key: part for key, part in parts.items() if part}
    return sorted_lists(json.loads(text))


def test_samples_come_back_equal(data: Path) -> None:
    files = sorted(path for folder in FOLDERS for path in (data / "interchange" / folder).glob("*.*"))
    assert len(files) > 30
    for path in files:
        name = FOLDERS[path.parent.name]
        found = load_map(path.read_bytes(), path.name)
        text, losses = dump_map(found, name)
        assert not losses, path.name
        assert all(loss.what == KEPT for loss in found.losses), path.name
        assert _content(text, name) == _content(path.read_text(encoding="utf-8"), name), path.name


def test_samples_say_in_every_format_what_is_lost(data: Path) -> None:
    for folder in FOLDERS:
        for path in sorted((data / "interchange" / folder).glob("*.*")):
            found = load_map(path.read_bytes(), path.name)
            for name in BOTH_WAYS:
                text, losses = dump_map(found, name)
                after = load_map(text.encode(), "map", format=name)
                assert not unsaid(found, after, losses, OWN.get(name, (name,))), (path.name, name)


def test_every_format_is_of_some_use() -> None:
    assert len({one.name for one in MAP_FORMATS}) == len(MAP_FORMATS)
    assert {one.name for one in MAP_FORMATS} == {*FORMATS, *READABLE}
    suffixes = [suffix for one in MAP_FORMATS for suffix in one.suffixes]
    assert len(set(suffixes)) == len(suffixes)
