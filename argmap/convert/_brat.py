"""Argument annotations in brat's standoff format (.ann), read.

https://brat.nlplab.org/standoff.html ; the types are those of Stab and Gurevych, "Parsing Argumentation Structures in
Persuasive Essays" (2017): MajorClaim, Claim, Premise; `supports` and `attacks`; the attribute Stance, For or Against,
of a claim towards the major claim. A line of the .ann holds the words themselves, so the .txt beside it is not needed;
where in it they stand is kept in `data["brat"]`.
"""

import re
from typing import Any, NoReturn

from argmap.convert._losses import KEPT
from argmap.convert._parse import Object, shown
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, Loss, MapClaim, Relation, RelationKind

_LINE = re.compile(r"(?:[TRAMEN][0-9]+|\*|#[0-9]*)\t\S+ \S[^\t]*(?:\t.*)?")
_SPANS = re.compile(r"[0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*")
_KINDS: dict[str, RelationKind] = {
    "supports": "support", "support": "support", "attacks": "attack", "attack": "attack",
    "for": "support", "against": "attack",
}  # fmt: skip


def is_brat(text: str) -> bool:
    """Whether the first line is one of brat's."""
    return _LINE.fullmatch(text.lstrip("\n\r").partition("\n")[0].rstrip("\r")) is not None


def read_brat(text: str, path: str) -> ArgumentMap:
    """Read annotations: text-bound ones are claims, relations and stances relations.

    Raises:
        NotAMapError: If a line is none of brat's, an id is there twice, or a relation leads nowhere; with the line.
    """
    return _Reader(path).read(text)


class _Reader:
    """One file. Relations come behind the claims, whatever their order in it."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._line = 0
        self._claims: dict[str, MapClaim] = {}
        self._later: list[tuple[int, str, str]] = []
        self._relations: list[Relation] = []
        self._notes: dict[str, list[str]] = {}
        self._theses: list[str] = []
        self._losses: list[Loss] = []

    def read(self, text: str) -> ArgumentMap:
        seen: set[str] = set()
        for number, raw in enumerate(text.split("\n"), 1):
            self._line = number
            line = raw.rstrip("\r")
            if not line.strip():
                continue
            name, _, rest = line.partition("\t")
            if name in seen and name[:1] not in "*#":
                self._fail(f"a second '{shown(name)}': give each its own id")
            seen.add(name)
            self._take(name, rest)
        for number, name, rest in self._later:
            self._line = number
            self._join(name, rest)
        self._tell()
        return ArgumentMap(
            claims=tuple(self._claims.values()), relations=tuple(self._relations), losses=tuple(self._losses)
        )

    def _fail(self, why: str) -> NoReturn:
        raise NotAMapError(self._path, self._line, why)

    def _take(self, name: str, rest: str) -> None:
        if name.startswith("T"):
            self._bound(name, rest)
        elif name.startswith("#"):
            kind, _, words = rest.partition("\t")
            self._notes.setdefault(kind.rpartition(" ")[2], []).append(words)
        elif name[:1] in {"R", "A", "M"}:
            self._later.append((self._line, name, rest))
        elif name[:1] in {"E", "N", "*"}:
            self._losses.append(Loss(what=f"line {self._line}", detail=shown(f"{name} {rest}")))
        else:
            self._fail(f"'{shown(name)}' begins no line of brat's: T1, R1, A1, E1, N1, # and * do")

    def _bound(self, name: str, rest: str) -> None:
        head, tab, words = rest.partition("\t")
        kind, _, spans = head.partition(" ")
        if not tab or not kind or not _SPANS.fullmatch(spans):
            self._fail(f"'{shown(name)}' is not written 'T1 Type start end text', with tabs before Type and text")
        own: Object = {"type": kind, "spans": [[int(n[:12]) for n in span.split()] for span in spans.split(";")]}
        thesis = kind.casefold() == "majorclaim"
        if thesis:
            self._theses.append(name)
        self._claims[name] = MapClaim(
            id=name, text=words.strip(), kind="thesis" if thesis else None, data={"brat": own}, line=self._line
        )

    def _join(self, name: str, rest: str) -> None:
        words = rest.split()
        if name[0] == "R":
            ends = [word.partition(":")[2] for word in words[1:3]]
            if len(ends) < 2:  # noqa: PLR2004 - from and to
                self._fail(f"'{shown(name)}' is not written 'R1 type Arg1:T1 Arg2:T2'")
            self._relate(words[0], self._known(ends[0]), self._known(ends[1]), name)
            return
        if len(words) < 2:  # noqa: PLR2004 - the attribute and whose it is
            self._fail(f"'{shown(name)}' is not written 'A1 attribute T1 value'")
        if words[1] not in self._claims and words[1][:1] in {"R", "E"}:
            self._losses.append(Loss(what=f"line {self._line}", detail=shown(f"{name} {rest}")))
        else:
            self._attribute(words[0], self._known(words[1]), " ".join(words[2:]), name)

    def _attribute(self, attribute: str, claim: str, value: str, name: str) -> None:
        self._keep(claim, attribute, value or True)
        if attribute.casefold() != "stance" or value.casefold() not in _KINDS:
            return
        if self._theses:
            self._relate(value, claim, self._theses[0], name)
        else:
            self._losses.append(Loss(what=KEPT, detail=f"{name}: '{claim}' is {value}, and there is no MajorClaim"))

    def _known(self, claim: str) -> str:
        if claim not in self._claims:
            self._fail(f"there is no '{shown(claim)}': write it as a line 'T1 Type start end text'")
        return claim

    def _relate(self, kind: str, premise: str, target: str, name: str) -> None:
        if kind.casefold() not in _KINDS:
            self._losses.append(Loss(what=f"relation {kind}", detail=f"{name}: {premise} to {target}"))
            return
        self._relations.append(
            Relation(
                id=f"r{len(self._relations) + 1}",
                kind=_KINDS[kind.casefold()],
                premises=(premise,),
                target=target,
                data={"brat": {"id": name}},
                line=self._line,
            )
        )

    def _keep(self, claim: str, key: str, value: Any) -> None:  # noqa: ANN401 - whatever an attribute holds
        found = self._claims[claim]
        own = dict(found.data["brat"]) if isinstance(found.data["brat"], dict) else {}  # always one: `_bound` made it
        self._claims[claim] = found.model_copy(update={"data": {"brat": own | {key: value}}})

    def _tell(self) -> None:
        """Add the annotators' notes to their claims, and say what is no claim's, and how stances were read."""
        for owner, notes in self._notes.items():
            if owner in self._claims:
                self._keep(owner, "notes", notes)
            else:
                self._losses += (Loss(what="note", detail=f"on {shown(owner)}: {shown(words)}") for words in notes)
        for thesis in self._theses[1:]:
            why = f"'{thesis}' is a further MajorClaim: stances are read as towards '{self._theses[0]}'"
            self._losses.append(Loss(what=KEPT, detail=why))
