"""What a row of the table of `holdings` is."""

from collections.abc import Mapping
from dataclasses import dataclass

FOLIO = r"\d+(?:\s?[rvt]\b)?(?:\s?[-–]\s?\d*(?:\s?[rvt]\b)?)?"
UNIT = r"(?:\d[\w./–-]*|[IVXLCDMivxlcdm]+(?![\w.]))"
LEAF_TAIL = rf"(?:,?\s(?:fols?|ff?|folios?|Bll?|p|pp|k)\.?\s?(?P<folio>{FOLIO}))?"
"""Values of the parts of a call number, and the leaves behind it, as regular expressions."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a call number: its name in `Source.custom` and the labels that stand before it (regular expressions)."""

    name: str
    labels: str
    value: str = r"[\w][\w./–-]*"


@dataclass(frozen=True, slots=True)
class System:
    """A row of the table.

    Attributes:
        name: Of the system, for readers of the table.
        parts: In the order in which they are cited.
        least: How many parts make a call number.
        needs: Parts of which one must be there; if none is given, the first one or one part more.
        held: Whether an archive must stand before it, for its labels are those of printed works, too.
        folios: The part that says which leaves: it becomes the mention's locator.
        pattern: Instead of labels, one expression with named groups; `parts` is empty then.
        holder: The archive, where the system belongs to one only.
        hints: In lower case, of which one must be in a text that holds such a number: it is looked at no further without.
        example, expected: A citation and its parts (`archive` among them), parsed by the meta-test.
    """

    name: str
    example: str
    expected: Mapping[str, str]
    parts: tuple[Part, ...] = ()
    least: int = 2
    needs: tuple[str, ...] = ()
    held: bool = False
    folios: str | None = None
    pattern: str | None = None
    holder: str | None = None
    hints: tuple[str, ...] = ()
