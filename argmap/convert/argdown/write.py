"""Argdown out: claims and relations in the order of the map, relations below the claim they bear on.

Reading what is written gives the same claims in the same order, the same relations in the same order, and what the losses list.
Argdown knows the same relation once however often it is written, so a relation is repeated where an undercut needs its place.
"""

from dataclasses import dataclass

from argmap.convert.argdown.data import NoDataError, read_front_matter
from argmap.convert.argdown.joint import JOINT
from argmap.convert.argdown.links import MOST_UNDERCUTS
from argmap.convert.argdown.quoting import escape, quote, write_lines
from argmap.convert.argdown.say import Sayer
from argmap.model import ArgumentMap, Loss, MapClaim, Relation

_DEEPEST = 6
"""Relations are nested no deeper; below, a new block begins."""

_MARKS = {"support": "+", "attack": "-", "undercut": "_"}


def write_anew(argument_map: ArgumentMap) -> tuple[str, tuple[Loss, ...]]:
    """Write a map as Argdown, in the layout of this module, and list what Argdown cannot carry."""
    writer = Writer(argument_map)
    text = writer.write()
    return text, (*dict.fromkeys((*writer.say.losses, *writer.losses)), *never_carried(argument_map))


def never_carried(argument_map: ArgumentMap) -> tuple[Loss, ...]:
    """What no Argdown text carries of a map."""
    if not argument_map.sources:
        return argument_map.losses
    detail = "Argdown names them only: keep them in sources.json beside the map"
    return (*argument_map.losses, Loss(what="sources", detail=detail))


@dataclass(slots=True)
class _Place:
    """A claim that was just written, below which relations may stand, and the relation that put it there."""

    claim: str
    relation: str | None = None


class Writer:
    """One document while it is written."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.say = Sayer(argument_map)
        self.losses: list[Loss] = []
        self._map = argument_map
        self._lines: list[str] = []
        self._path: list[_Place] = []
        self._section: tuple[str, ...] = ()
        self._seen: set[str] = set()
        self._written: set[str] = set()
        self._claims = list(argument_map.claims)
        self._next = 0
        self._relations: list[Relation] = []
        self._relation_of: dict[str, Relation] = {}
        self._inferences: dict[str, list[Relation]] = {}
        self._sort_relations()
        self._position = {relation.id: position for position, relation in enumerate(self._relations)}
        undercuts = (relation for relation in self._relations if relation.kind == "undercut")
        self._undercutting = {premise for relation in undercuts for premise in relation.premises}
        self._placed: set[str] = set()
        self._between: dict[str, str] = {}

    def _lose(self, what: str, detail: str) -> None:
        self.losses.append(Loss(what=what, detail=detail))

    def _sort_relations(self) -> None:
        """Leave out what cannot be a relation in Argdown, and what says the same as another one."""
        first: dict[tuple[str, tuple[str, ...], str], Relation] = {}
        same: dict[str, str] = {}
        for relation in self._map.relations:
            premises = tuple(dict.fromkeys(relation.premises))
            if not premises or any(premise not in self._map.claim_of for premise in premises):
                self._lose("relation", f"{relation.id} has premises that are not in the map; left out")
                continue
            target = same.get(relation.target, relation.target)
            kept = first.setdefault((relation.kind, premises, target), relation)
            same[relation.id] = kept.id
            if kept is not relation:
                self._lose("relation", f"{relation.id} says the same as {kept.id}; written once")
                continue
            self._relations.append(relation.model_copy(update={"premises": premises, "target": target}))
        if [relation.id for relation in self._relations] != [f"r{at}" for at in range(1, len(self._relations) + 1)]:
            self._lose("relation ids", "relations are numbered anew in the order of the file: r1, r2 …")
        self._relation_of = {relation.id: relation for relation in self._relations}
        for relation in self._relations:
            if relation.kind != "undercut" and len(relation.premises) == 1:
                self._inferences.setdefault(relation.premises[0], []).append(relation)

    def write(self) -> str:
        """The whole text."""
        self._lines += self.front_matter()
        self._before_the_sections()
        self._rest(0)
        if not self._claims:
            self._lines += ["", "// no claims"]
        return "\n".join(self._lines).lstrip("\n") + "\n"

    def go_on(self, written: int, related: int, section: tuple[str, ...]) -> str:
        """What comes behind a text that says the first claims and the first relations and ends in that section."""
        self._seen = {claim.id for claim in self._claims[:written]}
        self._next = written
        self._section = section
        self._placed = self._written = {relation.id for relation in self._relations[:related]}
        self._rest(related)
        return "\n".join(self._lines)

    def _rest(self, begin: int) -> None:
        waiting = iter(self._relations[begin:])
        relation = next(waiting, None)
        while relation is not None or self._next < len(self._claims):
            if relation is not None and self._relate(relation):
                self._placed.add(relation.id)
                relation = next(waiting, None)
            elif self._next < len(self._claims):
                self._top(self._claims[self._next])
            else:
                self._lose("relation", f"{relation.id if relation else ''} leads nowhere; left out")
                relation = next(waiting, None)

    # Blocks

    def front_matter(self) -> list[str]:
        """Its lines, none if the map needs none."""
        read = next((self._words(claim.section[0]) for claim in self._claims if claim.section), None)
        lines = []
        if self._map.title != read:
            title = "null" if self._map.title is None else quote(self._map.title)
            lines = [f"title: {title}"]
        lines += self._data_lines()
        return ["===", *lines, "==="] if lines else []

    def _data_lines(self) -> list[str]:
        kept = []
        for key, value in self._map.data.items():
            try:
                lines = write_lines({key: value})
                found = read_front_matter("\n".join(lines))
            except (NoDataError, RecursionError):
                lines, found = [], None
            if key == "title" or found != {key: value}:
                self._lose("data", f"'{key[:60]}' of the map cannot be written")
            else:
                kept += lines
        return kept

    def _words(self, heading: str) -> str:
        return " ".join(heading.split()) or "Untitled section"

    def _before_the_sections(self) -> None:
        """Claims of no section can only stand before the first heading: write them there, in order with the others."""
        last = max((number for number, claim in enumerate(self._claims) if not claim.section), default=-1)
        first = next((number for number, claim in enumerate(self._claims) if claim.section), len(self._claims))
        if last < first:
            return
        for claim in self._claims[: last + 1]:
            self._block(self.say.definition(claim) if not claim.section else self.say.reference(claim.id))
            self._seen.add(claim.id)
        for claim in self._claims[: last + 1]:
            if claim.section:
                if not claim.text:
                    self._lose("section", f"of '{claim.id}': it has no text and stands before the first heading")
                self._heading(claim.section)
                self._block(self.say.definition(claim))
        self._next = last + 1

    def _heading(self, section: tuple[str, ...]) -> None:
        if section == self._section or not section:
            return
        shared = 0
        while shared < min(len(section), len(self._section)) and section[shared] == self._section[shared]:
            shared += 1
        for level in range(min(shared, len(section) - 1), len(section)):
            words = self._words(section[level])
            if words != section[level]:
                self._lose("heading", f"'{section[level][:60]}' is written as '{words[:60]}'")
            self._block(f"{'#' * (level + 1)} {escape(words)}")
        self._section = section

    def _block(self, line: str) -> None:
        self._lines += ["", line]

    def _top(self, claim: MapClaim) -> None:
        """The next claim, as a block of its own."""
        self._heading(claim.section)
        self._block(self.say.definition(claim))
        self._seen.add(claim.id)
        self._next += 1
        self._path = [_Place(claim.id)]

    def _open(self, claim: str) -> int:
        """A new block that refers to a claim; returns its place."""
        self._block(self.say.reference(claim))
        self._path = [_Place(claim)]
        return 0

    def _child(self, place: int, mark: str, claim: str, relation: str | None) -> None:
        """A claim below the one at that place: defined there if it is its turn."""
        del self._path[place + 1 :]
        inline = claim not in self._seen
        about = None if relation in self._placed else self._relation_of.get(relation or "")
        words = self.say.definition(self._claims[self._next], about) if inline else self.say.related(claim, about)
        self._next += inline
        self._seen.add(claim)
        self._lines.append(f"{'  ' * len(self._path)}{mark} {words}")
        self._path.append(_Place(claim, relation))

    # Relations

    def _may_stand(self, claim: str) -> bool:
        """Whether a claim can be named now: it was written before, or its turn has come in this section."""
        if claim in self._seen:
            return True
        turn = self._next < len(self._claims) and self._claims[self._next].id == claim
        return turn and self._claims[self._next].section == self._section

    def _relate(self, relation: Relation) -> bool:
        """Write a relation if its claims can stand by now."""
        if relation.id in self._written:
            return True
        if len(relation.premises) > 1:
            return all(premise in self._seen for premise in relation.premises) and self._joint(relation)
        if relation.kind == "undercut":
            return self._undercut(relation, relation.premises[0])
        return relation.target in self._map.claim_of and self._simple(relation, relation.premises[0])

    def _simple(self, relation: Relation, premise: str) -> bool:
        target, mark = relation.target, _MARKS[relation.kind]
        for place in range(min(len(self._path), _DEEPEST) - 1, -1, -1):
            here = self._path[place].claim
            if here == target and self._may_stand(premise):
                self._child(place, mark, premise, relation.id)
                return True
            if here == premise and self._may_stand(target):
                self._child(place, f"{mark}>", target, relation.id)
                return True
        if {premise, target} <= self._seen:
            self._child(self._open(target), mark, premise, relation.id)
            return True
        return False

    def _joint(self, relation: Relation) -> bool:
        """Premises that are all needed: a structure of premises."""
        if any(self._map.claim_of[premise].form == "argument" for premise in relation.premises):
            self._lose("joint premises", f"of {relation.id}: an argument cannot be a numbered premise; left out")
            return True
        target = self._map.claim_of.get(relation.target)
        if relation.kind != "support" or target is None:
            return self._by_a_claim_between(relation)
        onward = self._onward(relation, target) if target.form == "argument" else None
        if target.form == "argument" and onward is None:
            return self._by_a_claim_between(relation)
        if not {target.id, onward.target if onward else target.id} <= self._seen:
            return False
        if onward is None:
            self._structure(relation, target.id)
        else:
            self._written.add(onward.id)
            self._structure(relation, onward.target, argument=target.id)
            if self.say.of_relation(onward):
                self._child(self._open(target.id), "+>", onward.target, onward.id)
        return True

    def _onward(self, relation: Relation, argument: MapClaim) -> Relation | None:
        """The one relation from an argument to its conclusion, if it comes next: then the two are a structure."""
        position = self._position[relation.id] + 1
        following = self._relations[position : position + 1]
        if argument.id in self._undercutting or following != self._inferences.get(argument.id):
            return None
        conclusion = self._map.claim_of.get(following[0].target)
        fits = following[0].kind == "support" and conclusion is not None and conclusion.form == "statement"
        return following[0] if fits else None

    def _structure(self, relation: Relation, conclusion: str, argument: str | None = None, cut: str = "") -> None:
        """Numbered premises, dashes, conclusion, below the argument they belong to or else below the conclusion.

        A structure belongs to the argument right above it; a statement there keeps it from belonging to one.
        """
        self._open(argument or conclusion)
        premises = [f"({number}) {self.say.reference(premise)}" for number, premise in enumerate(relation.premises, 1)]
        joint = conclusion == self._between.get(relation.id)
        dashes = "----" if joint else self.say.dashes(relation)
        self._lines += ["", *premises, dashes, *([f"  <_ {cut}"] if cut else [])]
        mark = f" {{{JOINT}: true}}" if joint else ""
        self._lines.append(f"({len(premises) + 1}) {self.say.reference(conclusion)}{mark}")
        self._path = []

    def _by_a_claim_between(self, relation: Relation) -> bool:
        """Joint premises that attack, undercut or support an argument: see `joint`."""
        if relation.kind != "undercut" and relation.target not in self._seen:
            return False
        between = self._between[relation.id] = self.say.invent(f"Joint premises of {relation.id}")
        self._seen.add(between)
        self._structure(relation, between)
        if relation.kind == "undercut":
            return self._undercut(relation, between)
        self._child(self._open(relation.target), _MARKS[relation.kind], between, relation.id)
        return True

    # Undercuts

    def _undercut(self, relation: Relation, by: str) -> bool:
        """Write an undercut below the place of the relation that it targets."""
        target = self._relation_of.get(relation.target)
        if target is not None and target.id not in self._placed:
            return False
        if not self._may_stand(by):
            return False
        if target is None or not self._find_place(relation, target, by):
            self._lose("undercut", f"{relation.id} by '{by}': its target has no place of its own in Argdown; left out")
        return True

    def _find_place(self, relation: Relation, target: Relation, by: str) -> bool:
        if target.id in self._between:
            return self._below_the_joint(target) and self._put_last(relation, by)
        if len(target.premises) > 1:
            return self._below_the_dashes(relation, target, by)
        premise = target.premises[0]
        if self._map.claim_of[premise].form == "argument" and self._inferences.get(premise):
            return self._of_an_argument(relation, premise, by)
        for place in range(len(self._path) - 1, -1, -1):
            here = self._path[place]
            if here.relation == target.id and self._tells(here.claim, target):
                self._child(place, "_", by, relation.id)
                return True
        return self._restate(target) and self._put_last(relation, by)

    def _put_last(self, relation: Relation, by: str) -> bool:
        self._child(len(self._path) - 1, "_", by, relation.id)
        return True

    def _tells(self, claim: str, target: Relation) -> bool:
        """Whether an undercut below this claim, put there by the target, is read as meaning that target."""
        return self._map.claim_of[claim].form == "statement" or (
            claim == target.premises[0] and self._inferences.get(claim, [target]) == [target]
        )

    def _below_the_joint(self, target: Relation) -> bool:
        """An undercut of a relation of joint premises: below the statement between, where it bears on its target."""
        if target.target not in self._map.claim_of:
            return False
        self._child(self._open(target.target), _MARKS[target.kind], self._between[target.id], target.id)
        return True

    def _below_the_dashes(self, relation: Relation, target: Relation, by: str) -> bool:
        """An undercut of joint premises: their structure is written again with the undercut below the dashes."""
        conclusion = self._map.claim_of.get(target.target)
        statements = all(self._map.claim_of[premise].form == "statement" for premise in target.premises)
        plain = target.kind == "support" and conclusion is not None and conclusion.form == "statement" and statements
        if plain and conclusion and by in self._seen:
            self._structure(target, conclusion.id, cut=self.say.related(by, relation))
            return True
        return False

    def _of_an_argument(self, relation: Relation, argument: str, by: str) -> bool:
        """An undercut of an argument is read as one of each of its inferences: all of them must be meant, in order."""
        inferences = self._inferences[argument]
        position = self._position[relation.id]
        together = self._relations[position : position + len(inferences)]
        meant = [(one.kind, one.premises, one.target) for one in together]
        if any(self.say.of_relation(one) != self.say.of_relation(relation) for one in together):
            return False
        if len(inferences) > MOST_UNDERCUTS or meant != [
            ("undercut", relation.premises, one.id) for one in inferences if one.id in self._placed
        ]:
            return False
        self._written.update(one.id for one in together)
        open_places = [place for place, here in enumerate(self._path) if here.claim == argument]
        self._child(open_places[-1] if open_places else self._open(argument), "_", by, relation.id)
        return True

    def _restate(self, target: Relation) -> bool:
        """Write a relation again, so that something may stand below it; an undercut below what it undercuts."""
        chain = [target]
        while chain[-1].kind == "undercut" and len(chain) < _DEEPEST:
            below = self._relation_of.get(chain[-1].target)
            if below is None or len(below.premises) > 1:
                return False
            chain.append(below)
        if chain[-1].kind == "undercut" or not all(self._tells(one.premises[0], one) for one in chain):
            return False
        self._open(chain[-1].target)
        for one in reversed(chain):
            self._child(len(self._path) - 1, _MARKS[one.kind], one.premises[0], one.id)
        return True
