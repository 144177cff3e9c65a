"""What words tell of an Ibid.'s antecedent: whether the note before belongs where it stands, and which note it goes with."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from argmap.cite.cohesion import Cohesion
from argmap.cite.evidence import Clue
from argmap.cite.overview import Overview
from argmap.cite.trail import Trail

_MOST = 2.0
_TELLING = 0.4
_APART = 3
_MOST_PLACES = 8


def strangeness(cohesion: Cohesion, overview: Overview, order: int) -> Iterator[Clue]:
    """How well a note fits where it stands: against every source it cites if it does not."""
    note, home = overview.ids[order], cohesion.home(order)
    yield from _clue("among notes", home.notes, f"note {note} is unlike the notes around it in its words")
    yield from _clue(
        "in text", home.text, f"the sentence that calls note {note} is unlike those around it in its words"
    )
    yield from _clue("in passage", home.passage, f"note {note} has little to do with the passage that calls it")


def kinship(entry: int, cohesion: Cohesion, overview: Overview, trail: Trail) -> Iterator[Clue]:
    """How much the open note and its sentence share with the notes that cite a source, and with their sentences."""
    order, last = trail.order, trail.uses[entry].orders[-1]
    places = overview.places.get(entry, [])
    direct = places[max(0, bisect_left(places, order) - 1)] if places else last
    citing = list(dict.fromkeys((last, direct if direct < order else last)))
    yield from _clue("passages", cohesion.passages(order, last), "the passages that cite the two share few words")
    yield from _clue("spoken of", cohesion.named(citing, order), "the sentence has few words of the note that cites it")
    yield from _clue("talk", cohesion.talk(order, citing), "the two notes share few words")
    away = list(islice((place for place in places if abs(place - order) > _APART), _MOST_PLACES))
    if away:
        kin = cohesion.kin(away, order, last)
        yield from _clue("kin", kin, "the notes that cite it elsewhere are unlike those around this one")


def _clue(name: str, ratio: float | None, against: str) -> Iterator[Clue]:
    if ratio is None:
        return
    size = max(-_MOST, min(_MOST, ratio))
    yield Clue(name, size, against if size < -_TELLING else "")
