"""Kialo's text exports, read: a numbered outline of pros and cons.

    Discussion Title: Mills            (or `Discussion Name:`, with the name on the next line)

    1. The mill was worth its price.
    1.1. Pro: It ground the corn of three parishes. [1]
    1.2. Con: The leat ran dry every summer, as [the accounts](https://example.org/a) say.
    1.1.1. Con: -> See 1.2.

    Sources:
    [1] https://example.org/b

A claim is named by its number. Markdown links and numbered notes are citations, and their addresses sources.
"""

import re
from collections.abc import Collection, Container, Iterator
from typing import NamedTuple, NoReturn

from argmap.convert._chains import end_of
from argmap.convert._losses import KEPT
from argmap.convert._parse import Object, free, shown
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, Citation, Loss, MapClaim, Relation, Source

_NODE = re.compile(r"\s{0,40}((?:[0-9]{1,9}\.)+)(?:\s+(?:(Pro|Con)\s*:)?\s*(.*)|$)", re.IGNORECASE)
_TITLE = re.compile(r"\s*Discussion (?:Title|Name):\s*(.*)", re.IGNORECASE)
_SEE = re.compile(r"-> See ((?:[0-9]{1,9}\.)+)\s*")
_SOURCES = re.compile(r"\s*Sources:\s*", re.IGNORECASE)
_ENTRY = re.compile(r"\s*\[([0-9]{1,9})\]:?\s*(.*)")
_PIECE = re.compile(
    r"\\([!-/:-@\[-`{-~])"  # an escaped sign
    r"|\[([^\[\]\n]{0,1000})\]\(((?:[^\s()]|\([^\s()]{0,200}\)){1,2000})\)"  # a link
    r"|\s?\[([0-9]{1,9})\]"  # a numbered note
)
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_NOT_ID = re.compile(r"[^a-z0-9]+")


class Words(NamedTuple):
    """The text of a claim without its marks, and what the marks cite: addresses, and numbers of notes."""

    text: str
    cited: tuple[str, ...]


def is_kialo(text: str) -> bool:
    """Whether a text begins as an export does: with a title, or with claim 1 and a pro or con under it."""
    lines = [line for line in text[:20_000].split("\n") if line.strip()]
    if not lines:
        return False
    if _TITLE.fullmatch(lines[0].rstrip()):
        return any(_NODE.fullmatch(line.rstrip()) for line in lines[1:])
    nodes = [node for line in lines if (node := _NODE.fullmatch(line.rstrip()))]
    return (
        bool(nodes) and nodes[0][0] == lines[0].rstrip() and any(node[2] and node[1].count(".") > 1 for node in nodes)
    )


def read_kialo(text: str, path: str) -> ArgumentMap:
    """Read an export.

    Raises:
        NotAMapError: If there is no claim 1, or a number is there twice or under none; with the line.
    """
    return _Reader(path).read(text)


def words_of(raw: str, notes: Container[str]) -> Words:
    """A claim's text as exported, without escapes, links and those notes that there are."""
    cited: list[str] = []

    def plain(piece: re.Match[str]) -> str:
        if piece[1]:
            return piece[1]
        if piece[4] and piece[4] not in notes:
            return piece[0]
        cited.append(piece[3] or piece[4])
        return piece[2] or ""

    text = _PIECE.sub(plain, raw).strip()
    return Words(text, tuple(dict.fromkeys(cited)))


def source_of(entry: str, taken: Collection[str]) -> Source:
    """The source that an entry of the list, or the address of a link, names."""
    url = _URL.search(entry)
    words = " ".join((entry[: url.start()] + entry[url.end() :] if url else entry).split())
    name = _NOT_ID.sub("-", (url[0].partition("://")[2] if url else words).lower()).strip("-")[:60].strip("-")
    return Source(
        id=free(name or "source", taken),
        type="webpage" if url else "document",
        title=words or None,
        URL=url[0] if url else None,
    )


class _Node(NamedTuple):
    """A claim as its lines say it."""

    number: str
    stance: str | None
    lines: list[str]
    line: int


class _Reader:
    """One file."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._nodes: dict[str, _Node] = {}
        self._entries: dict[str, str] = {}
        self._sources: dict[str, Source] = {}
        self._source_of: dict[str, str] = {}
        self._losses: list[Loss] = []
        self._sees: dict[str, str] = {}
        self._ends: dict[str, str] = {}

    def read(self, text: str) -> ArgumentMap:
        title = self._scan(text.replace("\r\n", "\n").split("\n"))
        if not self._nodes:
            raise NotAMapError(self._path, 1, "no claim '1.' begins a line: is it a Kialo export?")
        for node in self._nodes.values():
            see = _SEE.fullmatch("\n".join(node.lines).strip())
            if see and node.stance:
                self._sees[node.number] = see[1].rstrip(".")
        claims = tuple(self._claim(node) for node in self._nodes.values() if node.number not in self._sees)
        relations = tuple(self._relations())
        notes = {number: {"source": self._cite(number), "entry": entry} for number, entry in self._entries.items()}
        return ArgumentMap(
            title=title,
            claims=claims,
            relations=relations,
            sources=tuple(self._sources.values()),
            data={"kialo": {"notes": notes}} if notes else {},
            losses=tuple(self._losses),
        )

    def _scan(self, lines: list[str]) -> str | None:
        """Sort lines into claims and notes; the title."""
        at, title = _title(lines)
        last: _Node | None = None
        sources = _sources_at(lines)
        for number, line in enumerate(lines[at:sources], at + 1):
            node = _NODE.fullmatch(line.rstrip())
            parts = node[1].rstrip(".").split(".") if node else []
            if node and (last is None or (len(parts) > 1 and parts[0] == "1")):
                stance = node[2].lower() if node[2] else None
                last = _Node(".".join(parts), stance, [node[3] or ""], number)
                self._add(last)
            elif last is not None:
                last.lines.append(line)
            elif line.strip():
                self._losses.append(Loss(what=f"line {number}", detail=shown(line)))
        self._note_lines(lines[sources + 1 :])
        return title

    def _add(self, node: _Node) -> None:
        parent = node.number.rpartition(".")[0]
        if node.number in self._nodes:
            self._fail(node, f"a second claim '{node.number}.': give each its own number")
        if parent and parent not in self._nodes:
            self._fail(
                node, f"'{shown(node.number)}.' stands under '{shown(parent)}.', which is not there: add it before"
            )
        if not parent and node.number != "1":
            self._fail(node, f"the first claim is '{node.number}.': it must be '1.'")
        self._nodes[node.number] = node

    def _note_lines(self, lines: list[str]) -> None:
        last = None
        for line in lines:
            entry = _ENTRY.fullmatch(line.rstrip())
            if entry:
                last = entry[1]
                self._entries[last] = entry[2]
            elif last is not None and line.strip():
                self._entries[last] += " " + line.strip()

    def _fail(self, node: _Node, why: str) -> NoReturn:
        raise NotAMapError(self._path, node.line, why)

    def _claim(self, node: _Node) -> MapClaim:
        raw = "\n".join(node.lines).strip()
        words = words_of(raw, self._entries)
        own: Object = {"text": raw} if words.text != raw or not raw else {}
        parent = node.number.rpartition(".")[0]
        if parent and not node.stance:
            own["under"] = self._aim(parent, node)
            self._losses.append(Loss(what=KEPT, detail=f"'{node.number}' is neither pro nor con of '{parent}'"))
        return MapClaim(
            id=node.number,
            text=words.text,
            citations=tuple(Citation(source=source) for source in dict.fromkeys(map(self._cite, words.cited))),
            data={"kialo": own} if own else {},
            line=node.line,
        )

    def _cite(self, mark: str) -> str:
        """The source of an address or a note's number; one address is one source."""
        entry = self._entries.get(mark, mark)
        if entry not in self._source_of:
            source = source_of(entry, self._sources)
            self._sources[source.id] = source
            self._source_of[entry] = source.id
        return self._source_of[entry]

    def _relations(self) -> Iterator[Relation]:
        number = 0
        for node in self._nodes.values():
            if node.stance and "." in node.number:
                number += 1
                yield Relation(
                    id=f"r{number}",
                    kind="support" if node.stance == "pro" else "attack",
                    premises=(self._aim(node.number, node),),
                    target=self._aim(node.number.rpartition(".")[0], node),
                    line=node.line,
                )

    def _aim(self, number: str, node: _Node) -> str:
        """The claim of that number, or that the number refers to."""
        end = end_of(number, self._sees, self._ends)
        if end is None or end not in self._nodes:
            self._fail(node, f"'-> See {shown(end or number)}.' leads to no claim")
        return end


def _title(lines: list[str]) -> tuple[int, str | None]:
    """The place behind the title, and the title: on the line that announces it, or on the next."""
    for at, line in enumerate(lines):
        if line.strip():
            title = _TITLE.fullmatch(line.rstrip())
            if title is None:
                return at, None
            if title[1]:
                return at + 1, title[1]
            for later in range(at + 1, len(lines)):
                if lines[later].strip():
                    return later + 1, lines[later].strip()
    return 0, None


def _sources_at(lines: list[str]) -> int:
    """Where the last line `Sources:` stands that has an entry under it; the end, if there is none."""
    behind = ""
    for at in range(len(lines) - 1, -1, -1):
        if _ENTRY.fullmatch(behind.rstrip()) and _SOURCES.fullmatch(lines[at]):
            return at
        behind = lines[at] if lines[at].strip() else behind
    return len(lines)
