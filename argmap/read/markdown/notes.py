"""The numbers under which Markdown's notes are printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from argmap.model import Prose
from argmap.read.assemble import Block, RawNote
from argmap.read.prose import Call, ProseBuilder

_DIGITS = 9


@dataclass(slots=True)
class NoteDraft:
    """A note as defined; `label` is None for an inline note. `at` is where it begins in the text."""

    key: str
    label: str | None
    at: int
    builder: ProseBuilder

    @property
    def calls(self) -> list[Call]:
        """The notes called in the note."""
        return self.builder.calls


def numbered(blocks: Iterable[Block], drafts: list[NoteDraft]) -> list[RawNote]:
    """Give every note its printed number, and the order in which it is printed.

    Where all labels are numbers and the first calls come in rising order, the author has numbered the notes and his
    numbers stand, gaps and all. Otherwise notes are numbered by first call, as Pandoc does; a call that no note answers
    takes no number. A note that is never called keeps its label and, in the second case, comes last.
    """
    first_calls = _first_calls(blocks, drafts)
    drafts = _unique(drafts)
    called = [draft for draft in drafts if draft.key in first_calls]
    called.sort(key=lambda draft: first_calls[draft.key])
    if all(_is_number(draft.label) for draft in drafts) and _rising(called):
        return [_note(draft, str(draft.label)) for draft in sorted(drafts, key=lambda draft: int(draft.label or 0))]
    uncalled = [draft for draft in drafts if draft.key not in first_calls]
    return [_note(draft, str(first_calls[draft.key])) for draft in called] + [
        _note(draft, draft.label or "?") for draft in uncalled
    ]


def _first_calls(blocks: Iterable[Block], drafts: list[NoteDraft]) -> dict[str, int]:
    """For every key that is called and answered its number, from 1, by first call: the text's calls first, then the notes' own."""
    order: dict[str, int] = {}
    known = {draft.key for draft in drafts}
    in_text = sorted((call for block in blocks for call in block.calls), key=lambda call: call.start)
    in_notes = sorted((call for draft in drafts for call in draft.calls), key=lambda call: call.start)
    for call in in_text + in_notes:
        if call.key in known:
            order.setdefault(call.key, len(order) + 1)
    return order


def _unique(drafts: Iterable[NoteDraft]) -> list[NoteDraft]:
    """A second definition of a label answers no call."""
    seen: set[str] = set()
    result = []
    for draft in drafts:
        key = f"{draft.key} {draft.at}" if draft.key in seen else draft.key
        seen.add(draft.key)
        result.append(NoteDraft(key, draft.label, draft.at, draft.builder))
    return result


def _is_number(label: str | None) -> bool:
    return label is not None and label.isascii() and label.isdecimal() and len(label) <= _DIGITS


def _rising(drafts: list[NoteDraft]) -> bool:
    numbers = [int(draft.label or 0) for draft in drafts]
    return all(first < second for first, second in pairwise(numbers))


def _note(draft: NoteDraft, n: str) -> RawNote:
    prose: Prose = draft.builder.finish()
    return RawNote(draft.key, n, prose, draft.at, "footnote", draft.label, tuple(draft.calls))
