"""References in Italian, French, German … notes: whose full stops belong to titles, and which the tagger reads whole."""

import math
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from argmap.cite.archives import find_calls
from argmap.cite.byname import by_pages
from argmap.cite.dates import is_day
from argmap.cite.drafts import WORD
from argmap.cite.holdings import ITALIAN
from argmap.cite.kept import cites_holdings, is_further, is_holding
from argmap.cite.markers import MARKER
from argmap.cite.names import THE_SAME
from argmap.cite.segment import SIGNAL, Atom, TaggedAs, behind_signal
from argmap.cite.set_apart import names_title
from argmap.cite.stretches import Stretch
from argmap.cite.tagged import continental, in_english, is_reference, reading

_LONGEST, _LONGEST_LIST = 900, 3600
_LONGEST_LEAD = 60
_BEGINS = frozenset({"author", "editor", "archive", "collection", "other"})
_ENDS = frozenset({"date", "pages", "leaf", "day"})
_MOST_ATOMS = 8
_FEW = 3
_ENOUGH = 100  # notes show how a text cites
_RUN = 5  # references behind one another
AT_FIRST, _BY_RUN = 0.5, 2.0  # fitted to LinkedBooks' training part: logarithms of odds


@dataclass(frozen=True, slots=True)
class Habit:
    """How a text's notes cite: how many of them show English, how many another language."""

    english: int = 0
    continental: int = 0

    @property
    def abroad(self) -> bool:
        """Whether most notes, at least four, were continental: those that do not show it are so, too."""
        return self.continental > max(_FEW, self.english)

    @property
    def home(self) -> bool:
        """Whether most notes, at least four, were English: what looks continental is a foreign title in one of them."""
        return self.english > max(_FEW, self.continental)


@dataclass(slots=True)
class Run:
    """Whether the last references named an archive's holdings: where they did, the next one is likelier to do so."""

    _last: deque[float] = field(default_factory=lambda: deque(maxlen=_RUN))

    @property
    def prior(self) -> float:
        """Natural logarithm of the odds that the next reference does."""
        return AT_FIRST + _BY_RUN * sum(self._last) / _RUN

    def add(self, odds: float) -> None:
        """Take note of a reference and of the odds that it does."""
        self._last.append(math.tanh(odds / 2))


def habit_of(notes: Iterable[str]) -> Habit:
    """How notes cite, by the first hundred that show it; one without a word of either language says nothing."""
    english = foreign = 0
    for note in notes:
        words = note[:_LONGEST]
        if continental(words) or cites_holdings(words):
            foreign += 1
        elif in_english(words):
            english += 1
        if english + foreign > _ENOUGH:
            break
    return Habit(english, foreign)


def references_abroad(
    text: str, atoms: list[Atom], habit: Habit, run: Run, titles: Sequence[Stretch] = ()
) -> list[Atom]:
    """Join atoms that one such reference was cut into, and mark those that hold one reference from end to end.

    `habit` is how the text cites, `run` what its last references were; it grows. `titles` stand in italics.
    """
    if habit.home:
        return atoms
    out: list[Atom] = []
    for group in _groups(atoms):
        for atom in _joined(text, group, habit.abroad, run.prior):
            if out and _leads(text, out[-1], atom, run, abroad=habit.abroad):
                atom = replace(atom, start=out[-1].start, closes=out.pop().closes)  # noqa: PLW2901 - the same reference
            if out and out[-1].tagged == "kept" and _goes_on(text, out[-1], atom):
                out[-1] = replace(out[-1], end=atom.end)
            else:
                out.append(_marked(text, atom, habit.abroad, run, titles))
    return out


def _goes_on(text: str, last: Atom, atom: Atom) -> bool:
    """Whether behind a semicolon further leaves of the holding before it stand."""
    words = text[atom.start : atom.end]
    fits = not atom.closes and not atom.container and atom.end - last.start < _LONGEST
    return fits and not MARKER.search(words) and is_further(words)


def _leads(text: str, last: Atom, atom: Atom, run: Run, *, abroad: bool) -> bool:
    """Whether an atom holds no more than the archive or the day of the next one ("ASVe; Senato, b. 4", "3 maggio 1541; ivi, c. 4")."""
    if last.tagged or last.container or atom.container or last.end - last.start > _LONGEST_LEAD:
        return False
    words, behind = text[last.start : atom.end], text[atom.start : atom.end]
    if is_day(text[last.start : last.end]):
        if MARKER.match(behind):
            return True
        days = any(item.label == "day" for item in reading(behind).kept)
        return not atom.closes and not days and is_holding(behind, abroad=abroad, prior=run.prior)
    if atom.closes or MARKER.search(words):
        return False
    found = reading(words)
    first, rest = found.kept[0], found.kept[1:]
    alone = bool(rest) and last.start + first.end <= last.end and last.start + rest[0].start >= atom.start
    labels = [item.label for item in rest]
    leads = first.label == "archive" and "archive" not in labels and labels[:1] == ["collection"]
    return alone and leads and found.odds + run.prior > 0


def _groups(atoms: list[Atom]) -> Iterator[list[Atom]]:
    """Atoms that nothing but full stops divides."""
    group: list[Atom] = []
    for atom in atoms:
        fits = atom.closes and not atom.container and len(group) < _MOST_ATOMS
        if group and not (fits and atom.end - group[0].start < _LONGEST):
            yield group
            group = []
        group.append(atom)
    if group:
        yield group


def _joined(text: str, group: list[Atom], abroad: bool, prior: float) -> list[Atom]:  # noqa: FBT001 - beside its like
    first = group[0]
    words = text[first.start : group[-1].end]
    if len(group) == 1 or not (abroad or continental(words) or cites_holdings(words)):
        return group
    begin = behind_signal(text, first.start, first.end)
    found = reading(text[begin : group[-1].end]).best(prior)
    out = [first]
    for atom in group[1:]:
        cut = atom.start - begin
        before = next((item.label for item in reversed(found) if item.start < cut), "")
        after = next((item.label for item in found if item.end > cut), "")
        anew = after in _BEGINS or (before in _ENDS and after in {"title", "item"})
        first_of_all = bool(found) and found[0].end <= cut and all(item.start >= cut for item in found[1:])
        dated = before == "day" and (after == "day" or first_of_all)  # "3. 5. 1541", "3 maggio. Senato, reg. 4"
        joined = (before == after or not anew) and not _set_apart(text, out[-1])
        if (dated or joined) and not SIGNAL.match(text, atom.start):
            out[-1] = replace(out[-1], end=atom.end)
        else:
            out.append(atom)
    return out


def _set_apart(text: str, atom: Atom) -> bool:
    words = text[atom.start : atom.end]
    return bool(MARKER.search(words)) or len(find_calls(words)) > 0


def _letters(words: str) -> int:
    """How long words are without the numbers, of which a holding may have a hundred."""
    return sum(map(str.isalpha, words)) if _LONGEST < len(words) < _LONGEST_LIST else len(words)


def _marked(text: str, atom: Atom, abroad: bool, run: Run, titles: Sequence[Stretch]) -> Atom:  # noqa: FBT001 - beside its like
    begin = behind_signal(text, atom.start, atom.end)
    words = text[begin : atom.end]
    same = THE_SAME.match(words)
    marked = MARKER.search(words, same.end() if same else 0)
    if run.prior <= AT_FIRST and by_pages(words):
        return atom
    if atom.whole or atom.container or _letters(words) > _LONGEST or marked or not WORD.search(words):
        return atom
    calls = find_calls(words)
    if len(calls) > 1 or any(call.system != ITALIAN for call in calls):
        return atom
    tagged: TaggedAs | None = None
    if is_holding(words, abroad=abroad, prior=run.prior):
        tagged = "kept"
    elif not calls and (
        names_title(text, begin, atom.end, titles) or is_reference(words, abroad=abroad, prior=run.prior)
    ):
        tagged = "published"
    if tagged:
        run.add(reading(words).odds + run.prior)
    return replace(atom, whole=tagged is not None, tagged=tagged)
