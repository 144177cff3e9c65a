"""From the relations as an Argdown file writes them to those of a map, every target found.

- Once `<A>` has a conclusion, what `<A>` supports, attacks or undercuts is so by that conclusion.
- An undercut of an argument targets that argument's inferences: every relation whose premise it is.
- An undercut of a statement targets the relation above which the statement stands, or the only one whose premise it is.
- The same relation twice is one relation.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from argmap.convert.argdown.meaning import SILENT, Step
from argmap.model import Form, Relation, RelationKind

MOST_UNDERCUTS = 20
"""An argument with more inferences than this is attacked instead of undercut in each: else m times n relations."""

Key = tuple[Form, str | int]


@dataclass(slots=True, eq=False)
class _Made:
    """A relation of the map before it has an id."""

    kind: RelationKind
    premises: tuple[str, ...]
    target: "str | _Made"
    at: int
    says: Step = SILENT
    id: str = ""


@dataclass(slots=True, eq=False)
class Link:
    """One relation as the file writes it.

    Attributes:
        at: Its offset in the text as read.
        says: What the file says of the relation itself.
        above: For an undercut: the relation that puts its target where it stands in the file, if there is one.
        inferred: Whether `above` is the target itself, because the undercut stands below an inference.
        structure: Whether a structure of premises makes it; without premises it came to nothing.
    """

    kind: RelationKind
    premises: tuple[Key, ...]
    target: Key
    at: int
    says: Step = SILENT
    above: "Link | None" = None
    inferred: bool = False
    structure: bool = False
    made: tuple[_Made, ...] = ()


Lose = Callable[[str, str, int], None]
Where = Callable[[int], tuple[int, str | None]]


def make_relations(
    links: list[Link], ids: dict[Key, str], conclusions: dict[Key, Key], lose: Lose, where: Where
) -> tuple[Relation, ...]:
    """All relations in the order of the file, with ids from `r1` on.

    Args:
        links: As the file writes them.
        ids: The id of every claim.
        conclusions: The conclusion of each argument that has one.
        lose: Told of each undercut whose target cannot be found.
        where: The line and the included file of an offset.
    """
    maker = _Maker(ids, lose)
    inferences: dict[Key, dict[_Made, None]] = {}
    for link in links:
        if link.kind != "undercut" and link.premises:
            _move_to_conclusion(link, conclusions)
            link.made = (maker.make(link.kind, link, ids[link.target]),)
            for premise in link.premises if len(link.premises) == 1 else ():
                inferences.setdefault(premise, {})[link.made[0]] = None
    own = {premise: tuple(made) for premise, made in inferences.items()}
    for link in links:
        if link.kind == "undercut":
            _move_to_conclusion(link, conclusions)
            link.made = tuple(maker.undercuts(link, own.get(link.target, ())))
    return _number(links, where)


def _move_to_conclusion(link: Link, conclusions: dict[Key, Key]) -> None:
    if not link.structure and len(link.premises) == 1:
        conclusion = conclusions.get(link.premises[0], link.target)
        link.premises = link.premises if conclusion == link.target else (conclusion,)


class _Maker:
    """Makes each relation once."""

    def __init__(self, ids: dict[Key, str], lose: Lose) -> None:
        self._ids = ids
        self._lose = lose
        self._made: dict[tuple[RelationKind, tuple[str, ...], str | _Made], _Made] = {}

    def make(self, kind: RelationKind, link: Link, target: str | _Made) -> _Made:
        """The relation of that kind, with the link's premises, to that target."""
        premises = tuple(self._ids[premise] for premise in link.premises)
        key = (kind, premises, target)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = _Made(kind, premises, target, link.at)
        if link.says.anything:
            made.says = made.says.and_also(link.says)
        return made

    def undercuts(self, link: Link, own: tuple[_Made, ...]) -> Iterator[_Made]:
        """One undercut of each inference that the link means; `own` are those whose premise its target is."""
        targets = _targets(link, own)
        if 0 < len(targets) <= MOST_UNDERCUTS:
            yield from (self.make("undercut", link, target) for target in targets)
            return
        name, what = self._ids[link.target], " + ".join(self._ids[premise] for premise in link.premises)
        if link.target[0] == "argument":
            why = f"stands in {len(targets)} relations" if targets else "supports and attacks nothing"
            self._lose("undercut", f"<{name}> {why}: [{what}] is read as an attack on <{name}> itself", link.at)
            yield self.make("attack", link, name)
        else:
            why = "which of its inferences is meant" if own else "[it] is premise of no inference"
            why = why.replace("[it]", f"[{name}]")
            self._lose("undercut", f"[{what}] undercuts [{name}], but {why} cannot be said; left out", link.at)


def _targets(link: Link, own: tuple[_Made, ...]) -> tuple[_Made, ...]:
    """The relations that an undercut means; none where the file does not tell."""
    above = link.above.made if link.above else ()
    if link.inferred:
        return above
    if link.target[0] == "argument":
        return own or above
    return above or (own if len(own) == 1 else ())


def _number(links: list[Link], where: Where) -> tuple[Relation, ...]:
    order = list(dict.fromkeys(made for link in links for made in link.made))
    for number, made in enumerate(order, 1):
        made.id = f"r{number}"
    return tuple(_relation(made, *where(made.at)) for made in order)


def _relation(made: _Made, line: int, file: str | None) -> Relation:
    target = made.target if isinstance(made.target, str) else made.target.id
    plain = Relation(id=made.id, kind=made.kind, premises=made.premises, target=target, line=line, file=file)
    return plain.model_copy(update=made.says.fields()) if made.says.anything else plain
