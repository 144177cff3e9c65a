"""The official parser's results on the files beside this project: titles and relations must be the same.

Compared are the titles of statements and arguments, the relations as the file writes them and the structures of
premises. Left out is what Argdown's plugins make of them afterwards (exploded arguments), and strict mode's names.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from argmap.convert import load_map
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, Relation

Fact = tuple[str, str, str]
KINDS = {"entails": "support", "contrary": "attack", "contradictory": "attack"}

NOT_YET = {
    "docs_normalized/026.argdown": "explodes arguments",
    "docs_normalized/100.argdown": "explodes arguments",
    "docs_normalized/166.argdown": "an undercut of an argument that supports nothing is an attack here, and listed",
    "docs_normalized/167.argdown": "as 166",
    "fixtures/lexer-argument.argdown": "a conclusion that the official parser drops",
}


def cases(data: Path) -> Iterator[tuple[str, ArgumentMap | None, dict[str, Any]]]:
    """Each file: its name, what we read (None if refused), the official result."""
    folder = data / "argdown"
    for file in sorted(folder.rglob("*.argdown")):
        expected = json.loads(file.with_name(file.name + ".json").read_text("utf-8"))
        try:
            found = load_map(file.read_bytes(), file.name)
        except NotAMapError:
            found = None
        yield file.relative_to(folder).as_posix(), found, expected


def titles(result: dict[str, Any]) -> set[str]:
    """Ids as we give them; an argument that only a structure makes is no claim of ours."""
    arguments = [title for title, argument in result["arguments"].items() if argument["members"]]
    return {*result["statements"], *(name(title, "argument", result) for title in arguments)}


def name(title: str, what: str, result: dict[str, Any]) -> str:
    return f"<{title}>" if what in {"argument", "inference"} and title in result["statements"] else title


def structures(result: dict[str, Any]) -> set[Fact]:
    facts: set[Fact] = set()
    for title, argument in result["arguments"].items():
        numbered: list[str] = []
        fresh: list[str] = []
        steps: list[tuple[str, str]] = []
        for statement in argument["pcs"]:
            numbered.append(statement["title"])
            if "inference" in statement:
                data = {**statement["inference"].get("data", {}), **statement.get("data", {})}
                used = [numbered[number - 1] for number in data.get("uses", ()) if number <= len(numbered)]
                steps.append((" + ".join(used or fresh), statement["title"]))
                fresh = []
            fresh.append(statement["title"])
        if steps and argument["members"]:
            own = name(title, "argument", result)
            premises, conclusion = steps.pop()
            facts |= {("support", premises, own), ("support", own, conclusion)}
        facts |= {("support", premises, conclusion) for premises, conclusion in steps}
    return facts


def official(result: dict[str, Any]) -> set[Fact]:
    facts = structures(result)
    for relation in result["relations"]:
        ends = name(relation["from"], relation["fromType"], result), name(relation["to"], relation["toType"], result)
        kind = relation["relationType"]
        if relation["toType"] == "inference":
            steps = [statement for statement in result["arguments"][relation["to"]]["pcs"] if "inference" in statement]
            last = steps[-1]["inference"]["conclusionIndex"] == relation["conclusionIndex"]
            ends = ends[0], ends[1] if last else "an earlier step"
        facts.add((KINDS.get(kind, kind), *ends))
        if kind == "contradictory":
            facts.add(("attack", ends[1], ends[0]))
    return facts


def ours(found: ArgumentMap) -> set[Fact]:
    by_id = {relation.id: relation for relation in found.relations}

    def target(relation: Relation) -> str:
        if relation.kind != "undercut":
            return relation.target
        premises = by_id[relation.target].premises
        return premises[0] if len(premises) == 1 else "an earlier step"

    return {(relation.kind, " + ".join(relation.premises), target(relation)) for relation in found.relations}


def test_titles_and_relations_are_those_of_the_official_parser(data: Path) -> None:
    same, other = 0, []
    for file, found, expected in cases(data):
        if expected["parserErrors"] or file in NOT_YET:
            continue
        result = expected["result"]
        if found and {claim.id for claim in found.claims} == titles(result) and ours(found) == official(result):
            same += 1
        else:
            other.append(file)
    assert not other
    assert same >= 140


def test_texts_are_those_of_the_official_parser(data: Path) -> None:
    """Of statements with one text, without the marks that official texts keep and ours do not."""
    same, other = 0, set()
    for file, found, expected in cases(data):
        if found is None or expected["parserErrors"] or file in NOT_YET:
            continue
        for title, statement in expected["result"]["statements"].items():
            texts = [member.get("text") or "" for member in statement["members"]]
            text = " ".join(max(reversed(texts), key=lambda words: bool(words.strip())).split())
            if any(mark in text for mark in "#@😀👍😍∧→"):
                continue
            if found.claim_of[title].text == " ".join(texts[-1].split()) or found.claim_of[title].text == text:
                same += 1
            else:
                other.add((file, title))
    assert same > 400
    assert len(other) < same * 0.02, sorted(other)


def test_what_the_official_parser_refuses_at_a_line_is_refused_at_that_line(data: Path) -> None:
    file = "lexer-definitions-references.argdown"
    path = data / "argdown" / "fixtures" / file
    try:
        load_map(path.read_bytes(), file)
    except NotAMapError as error:
        line = json.loads(path.with_name(file + ".json").read_text("utf-8"))["parserErrors"][0]["line"]
        assert f"{file}:{line}:" in str(error)  # noqa: PT017 - the line comes from the data
    else:
        raise AssertionError
