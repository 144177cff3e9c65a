"""Structures of premises: `(1) p (2) q ---- (3) c` becomes inferences.

Under `<A>` the last inference is p, q (both needed) -> A -> c, so that the argument stays a node of the map. Without an
argument, and for earlier steps, it is p, q -> c. A step uses what stands above it since the last conclusion, that
conclusion too; or what its data or its conclusion's data says: `{uses: [1, 2]}`.
"""

from dataclasses import dataclass, field

from argmap.convert._argdown_build import Builder
from argmap.convert._argdown_data import ClaimData, claim_data
from argmap.convert._argdown_links import Key, Link
from argmap.convert._argdown_scan import Element
from argmap.errors import NotAMapError


@dataclass(slots=True)
class Step:
    """One inference: `first` leads from its premises to its conclusion or argument, `second` on from the argument."""

    element: Element
    first: Link
    second: Link
    uses: tuple[int, ...]
    undercuts: list[Link] = field(default_factory=list)

    def undercut(self, link: Link) -> None:
        """Let an undercut target this inference."""
        link.above, link.inferred = self.first, True
        self.undercuts.append(link)


class Structure:
    """One structure, from its first premise until it is closed.

    Args:
        builder: Takes up the relations.
        path: The file's name, for messages.
        element: The first premise.
        argument: The argument that the structure spells out, if the block above it is one.
    """

    def __init__(self, builder: Builder, path: str, element: Element, argument: Key | None) -> None:
        self._builder = builder
        self._path = path
        self._element = element
        self._argument = argument
        self._numbered: dict[int, Key] = {}
        self._fresh: list[Key] = []
        self._unused: dict[Key, Element] = {}
        self._step: Step | None = None
        self._last: tuple[Step, Key] | None = None
        if argument is None:
            builder.untitled()  # Argdown counts an argument here; to us it is its inference and no claim

    def statement(self, element: Element, key: Key, uses: tuple[int, ...]) -> Step | None:
        """Take up a premise (returns None) or a conclusion (returns the step that leads to it)."""
        step, self._step = self._step, None
        if step is None:
            self._unused.setdefault(key, element)
            self._fresh.append(key)
        else:
            premises = self._premises(step, uses or step.uses)
            step.first.premises, step.first.target = premises, key
            for premise in premises:
                self._unused.pop(premise, None)
            self._fresh = [key]
            self._last = (step, key)
        self._numbered[element.number] = key
        return step

    def infer(self, element: Element) -> Step:
        """Take up the dashes of an inference.

        Raises:
            NotAMapError: If the inference above has no conclusion yet.
        """
        if self._step is not None:
            raise NotAMapError(self._path, element.line, "an inference below an inference: number a conclusion between")
        first, second = (
            self._builder.link(Link("support", (), ("statement", ""), element.line, element.start, structure=True))
            for _ in range(2)
        )
        data = self._data(element)
        rest = [*data.rest, *data.strange, *filter(None, [element.words.text()])]
        if rest:
            self._builder.lose("inference", f"rules and data not kept: {', '.join(rest)[:200]}", element)
        self._step = Step(element, first, second, data.uses)
        return self._step

    def _data(self, element: Element) -> ClaimData:
        """The data of an inference; what is no YAML is left out and listed, for only `uses` bears on the map."""
        try:
            return claim_data(element.data, self._path, element.data_line) if element.data else ClaimData()
        except NotAMapError as error:
            return ClaimData(strange=(str(error).partition("not a readable map ")[2],))

    def close(self) -> None:
        """End the structure: the last step goes through the argument.

        Raises:
            NotAMapError: If the structure has no conclusion.
        """
        if self._step is not None:
            raise NotAMapError(
                self._path, self._step.element.line, "the inference has no conclusion: number it, '(3) …'"
            )
        if self._last is None:
            why = "numbered premises without a conclusion: put '----' and a numbered conclusion below them"
            raise NotAMapError(self._path, self._element.line, why)
        for element in self._unused.values():
            self._builder.lose("premise", f"({element.number}) is used by no inference; kept as a claim", element)
        if self._argument is not None and self._builder.conclude(self._argument, self._last[1]):
            self._through(self._argument, *self._last)

    def _through(self, argument: Key, step: Step, conclusion: Key) -> None:
        step.first.target = argument
        step.second.premises, step.second.target = (argument,), conclusion
        for undercut in step.undercuts:
            undercut.above = step.second

    def _premises(self, step: Step, uses: tuple[int, ...]) -> tuple[Key, ...]:
        used = [self._numbered[number] for number in uses if number in self._numbered]
        if len(used) < len(uses):
            self._builder.lose("inference", "it uses a number that stands nowhere above; left out", step.element)
        premises = tuple(dict.fromkeys(used or self._fresh))
        if not premises:
            raise NotAMapError(self._path, step.element.line, "an inference without premises above it")
        return premises
