"""What speaks for one antecedent of a back reference and against another: clues, each with a name, a size and words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from argmap.cite.folding import fold
from argmap.cite.lexicon import listed
from argmap.cite.library import Library, title_words
from argmap.cite.names import family
from argmap.cite.overview import Overview
from argmap.cite.trail import Lead, Spot, Trail, Use, known_range
from argmap.model import Locator

_RUNS_ON_DAYS = 45
_RUNS_ON, _CLOSE, _NEAR, _FAR = 3, 10, 40, 150
_LAST_SPOTS = 8
_LAST_KINDS = 3
_LAST_NOTES = 8
_REACH = 25
_TITLE_WORD = 5
_TITLE_WORDS = 2
_NOWHERE = Spot()
_INQUIRIES = frozenset(
    listed("""
    report reports commission commissions commissioners committee committees inquiry enquiry inquest hearing hearings minutes
    evidence proceedings tribunal trial trials court debates testimony papers
""")
)


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing that speaks for or against an antecedent; `name` is its weight's in `weights.WEIGHTS`."""

    name: str
    size: float = 1.0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of the back reference itself.

    Attributes:
        lead: The document named right before it, which it says is printed there.
        locator, spot: The place it cites.
        run: The places of the Ibids that follow it note by note, which share its antecedent.
        names: The words with a capital in the sentence that calls its note, folded.
        heard: Whether its place is among what witnesses said ("Ibid., evidence, p. 9").
    """

    lead: Lead | None = None
    locator: Locator | None = None
    spot: Spot = _NOWHERE
    run: tuple[Spot, ...] = ()
    names: frozenset[str] = frozenset()
    heard: bool = False


def clues(entry: int, library: Library, overview: Overview, trail: Trail, asked: Asked) -> Iterator[Clue]:
    """What speaks for or against this source, which was cited before, as the antecedent."""
    use = trail.uses.get(entry)
    if use is None:
        return
    yield from _form(use, asked.lead)
    yield from _place(use, asked)
    yield from _range(library.entries[entry].fields.get("page"), asked)
    yield from _sentence(entry, use, library, asked.names)
    if asked.heard:
        yield _inquiry(library.entries[entry].title)
    yield from _elsewhere(entry, use.orders[-1], overview, asked)
    if use.orders[-1] == trail.order - 1:
        yield from _put_there(entry, use.orders[-1], overview)
    recent = sum(order >= trail.order - _LAST_NOTES for order in use.orders[-_LAST_NOTES:])
    if recent > 1:
        yield Clue("often", min(recent - 1, 3) / 3)


def _form(use: Use, lead: Lead | None) -> Iterator[Clue]:
    """The same lead phrase as in an earlier note that cited this source, by the same persons, a little later."""
    earlier = use.last_leads
    if lead is None or not earlier:
        return
    if lead.noun and any(one.noun == lead.noun for one in earlier):
        yield Clue("same form", words=f"the note has the form of earlier ones that cite it ({lead.noun} from … to …)")
    elif lead.title and any(one.title == lead.title for one in earlier):
        yield Clue("same form", words="an earlier note cites the same text from it")
    else:
        yield Clue("some form", words="it has printed the documents of earlier notes")
    days = [gap for one in earlier if one.day and lead.day and (gap := _gap(one.day, lead.day)) is not None]
    if days and 0 <= days[-1] <= _RUNS_ON_DAYS:
        yield Clue("dates", words=f"its documents run on in time: the last was {days[-1]} days earlier")
    known = frozenset(person for one in earlier for person in one.people)
    if lead.people and lead.people <= known:
        yield Clue("persons", words="the same persons write in the documents cited from it")


def _gap(one: tuple[int, ...], other: tuple[int, ...]) -> int | None:
    try:
        return (date(*other[:3]) - date(*one[:3])).days
    except ValueError:
        return None


def _place(use: Use, asked: Asked) -> Iterator[Clue]:
    """The place against those cited from this source before: its kind, its volume, its page; and those of the run."""
    before = use.spots[-_LAST_SPOTS:]
    if asked.spot.signs and not any(one.signs for one in before):
        yield Clue("no place", words="no place in it was cited before")
    yield from _kind(before, asked.spot)
    yield from _page(before, asked.spot, asked.locator)
    if asked.run:
        share = 1 / len(asked.run)
        for spot in asked.run:
            kinds = () if asked.spot.signs else _kind(before, spot)  # a run has one way of giving places
            yield from (Clue(f"run {clue.name}", share) for clue in (*kinds, *_page(before, spot, None)))


def _kind(before: list[Spot], spot: Spot) -> Iterator[Clue]:
    known = frozenset[str]().union(*(one.signs for one in before[-_LAST_KINDS:]))
    if not spot.signs or not known:
        return
    shared = spot.signs & known
    if shared == spot.signs:
        yield Clue("same kind")
    elif shared:
        yield Clue("part kind")
    else:
        yield Clue("other kind", words=f"it was cited by {_listed(known)} before, not by {_listed(spot.signs)}")
    volumes = [one.volume for one in before if one.volume]
    if spot.volume and not volumes:
        yield Clue("volume new", words="it was never cited by volume")
    elif spot.volume and spot.volume in volumes:
        yield Clue("volume same", words=f"its volume {spot.volume} was cited before")
    elif spot.volume:
        yield Clue("volume other")
    elif volumes and not before[-1].volume:
        yield Clue("volume gone")


def _listed(signs: frozenset[str]) -> str:
    return ", ".join(sign if sign == "§" else f"{sign}." for sign in sorted(signs))


def _page(before: list[Spot], spot: Spot, locator: Locator | None) -> Iterator[Clue]:
    shown = locator.value if locator else ""
    volume = spot.volume
    comparable = [one for one in before if one.pages and (volume is None or one.volume in {None, volume})]
    if spot.pages is None or not comparable:
        return
    first, last = spot.pages[0], comparable[-1]
    low, high = last.pages or (0, 0)
    gap = 0 if low <= first <= high else first - high if first > high else first - low
    cited = str(low) if low == high else f"{low}-{high}"
    if 0 <= gap <= _RUNS_ON:
        yield Clue("page on", words=f"p. {shown} continues p. {cited} cited from it before")
    elif abs(gap) <= _CLOSE:
        yield Clue("page close", words=f"p. {shown} is close to p. {cited} cited from it before")
    elif abs(gap) <= _NEAR:
        yield Clue("page near", words=f"p. {shown} is near p. {cited} cited from it before")
    elif abs(gap) <= _FAR:
        yield Clue("page far")
    else:
        yield Clue("page off", words=f"p. {shown} is far from p. {cited} cited from it before")
    if any(one.pages and one.pages[0] - _RUNS_ON <= first <= one.pages[1] + _RUNS_ON for one in comparable[:-1]):
        yield Clue("page again", words=f"pages next to p. {shown} were cited from it before")


def _range(known: str | None, asked: Asked) -> Iterator[Clue]:
    """Whether the place lies in the pages that the source has."""
    whole = known_range(known)
    spans = [spot.pages for spot in (asked.spot, *asked.run) if spot.pages]
    if whole is None or not spans:
        return
    out = [span for span in spans if span[0] < whole[0] or span[1] > whole[1]]
    if out:
        yield Clue("outside", words=f"p. {_shown(out[0])} lies outside of its pages {known}")
    else:
        yield Clue("inside", words=f"p. {_shown(spans[0])} lies within its pages {known}")


def _inquiry(title: str) -> Clue:
    """Whether a work is one that prints evidence: the report of a commission, the minutes of a hearing or a trial."""
    if _INQUIRIES & {*title_words(title)}:
        return Clue("heard", words="it is a report, and such print evidence")
    return Clue("not heard", words="by its title it is no inquiry, and only such print evidence")


def _elsewhere(entry: int, place: int, overview: Overview, asked: Asked) -> Iterator[Clue]:
    """The page against those that any other note of the text cites from the source, later ones too."""
    gap = overview.nearest_page(entry, asked.spot.pages[0], place) if asked.spot.pages else None
    if gap is None:
        return
    if gap <= _CLOSE:
        yield Clue("cited close", words="other notes cite pages close to it")
    elif gap <= _NEAR:
        yield Clue("cited near")
    elif gap > _FAR:
        yield Clue("cited far", words="no note cites pages anywhere near it")


def _shown(span: tuple[int, int]) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]}-{span[1]}"


def _put_there(entry: int, place: int, overview: Overview) -> Iterator[Clue]:
    """Whether the note before, which cites it, looks as if it had been put there: copied or moved from elsewhere."""
    if entry not in overview.entries[place]:
        return  # it is a back reference itself
    if entry in overview.copied[place]:
        yield Clue("copied", words=f"note {overview.ids[place]} has its reference word for word from another note")
    if entry in overview.repeated[place]:
        yield Clue("full again", words=f"note {overview.ids[place]} cites it in full, though an earlier note does")
    if overview.distant(entry, place, _REACH):
        yield Clue("distant", words="it is cited elsewhere in the text, but nowhere near")


def _sentence(entry: int, use: Use, library: Library, names: frozenset[str]) -> Iterator[Clue]:
    """Whether the sentence names the author or the title, or the persons and places of earlier sentences that cite it."""
    if not names:
        return
    source = library.entries[entry]
    authors = {fold(family(name)) for name in source.creators} & names
    title = [word for word in title_words(source.title) if len(word) >= _TITLE_WORD and word in names]
    if authors:
        yield Clue("named", words=f"the sentence names {min(authors).title()}")
    elif len(title) >= _TITLE_WORDS:
        yield Clue("named", words="the sentence has words of its title")
    elif title:
        yield Clue("title word")
    shared = len(names & use.names)
    if shared:
        yield Clue("affinity", min(shared, 3) / 3)
