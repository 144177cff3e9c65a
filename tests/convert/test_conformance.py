"""The official parser's results on the files beside this project: ours must be the same, to the last character.

Compared is the whole export: statements, arguments, structures, relations, sections, tags, the map with its groups and
colours, and every line and column. Files that the official parser refuses must be refused at the same line.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from argmap.convert import dump_map, load_map
from argmap.errors import ArgdownError


def cases(data: Path) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Each file: its name, its bytes, the official result."""
    folder = data / "argdown"
    for file in sorted(folder.rglob("*.argdown")):
        expected = json.loads(file.with_name(file.name + ".json").read_text("utf-8"))
        yield file.relative_to(folder).as_posix(), file.read_bytes(), expected


def test_the_export_is_the_official_one(data: Path) -> None:
    same, other = 0, []
    for name, content, expected in cases(data):
        if expected["parserErrors"]:
            continue
        written, _ = dump_map(load_map(content, name), "argdown-json")
        if json.loads(written) == expected["result"]:
            same += 1
        else:
            other.append(name)
    assert not other
    assert same >= 140


def test_what_the_official_parser_refuses_is_refused_at_that_line(data: Path) -> None:
    refused, other = 0, []
    for name, content, expected in cases(data):
        if not expected["parserErrors"]:
            continue
        try:
            load_map(content, name)
        except ArgdownError as error:
            first = expected["parserErrors"][0]
            refused += 1
            if error.findings[0].line != first["line"]:
                other.append(name)
        else:
            other.append(name)
    assert not other
    assert refused >= 5
