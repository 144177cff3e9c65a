"""The syntax tree of an Argdown text. Numbers are indexes into its tokens."""

from dataclasses import dataclass, field

from argmap.convert.argdown.tokens import Kind
from argmap.model import Form


@dataclass(slots=True)
class Element:
    """A statement or an argument, wherever it stands.

    Attributes:
        title: As written between the brackets; None where there are none.
        reference: Whether it is a title alone.
        head: Its title's token; None without a title.
        words: Half-open range of the tokens of its words; of its tags, for a reference.
        ends: The line ends behind its data or its reference, which may count as a space.
        data: Its data's token.
        last: The last token that belongs to it, its relations included.
    """

    form: Form
    first: int
    last: int
    title: str | None = None
    reference: bool = False
    head: int | None = None
    words: tuple[int, int] = (0, 0)
    ends: tuple[int, ...] = ()
    data: int | None = None
    relations: list["Related"] = field(default_factory=list)


@dataclass(slots=True)
class Related:
    """One relation below an element or an inference; `mark` is its token, `child` None where nothing follows it."""

    op: Kind
    mark: int
    child: Element | None = None


@dataclass(slots=True)
class Inference:
    """The dashes of a structure. `rules` are half-open ranges of tokens."""

    first: int
    last: int
    rules: list[tuple[int, int]] = field(default_factory=list)
    data: int | None = None
    relations: list[Related] = field(default_factory=list)


@dataclass(slots=True)
class Numbered:
    """One numbered statement; `inference` leads to it, where it is a conclusion."""

    mark: int
    statement: Element
    inference: Inference | None = None


@dataclass(slots=True)
class Structure:
    """Premises, inferences and conclusions. `complete` unless a fault cut it short."""

    first: int
    last: int
    lines: list[Numbered] = field(default_factory=list)
    complete: bool = False


@dataclass(slots=True)
class Heading:
    """A heading, `level` from 1."""

    first: int
    last: int
    level: int
    words: tuple[int, int] = (0, 0)
    data: int | None = None


@dataclass(slots=True)
class Listing:
    """A list; each item is a statement or an argument."""

    first: int
    last: int
    items: list[Element] = field(default_factory=list)


Block = Element | Structure | Heading | Listing


@dataclass(slots=True)
class Tree:
    """All blocks in order; `front` is the front matter's token."""

    front: int | None = None
    blocks: list[Block] = field(default_factory=list)
