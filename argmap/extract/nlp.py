"""The spaCy pipeline: our components on a blank English, built on first use.

The tagger and the parser stand apart (`weights.grammar`): they are loaded when a component first asks for the tree of
a sentence (`syntax.trees`), and only the sentences asked for are parsed. `--pipeline`, or the environment variable ARGMAP_SPACY, names
another installed pipeline (en_core_web_sm, en_core_web_trf, a folder) to take in their place.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from argmap.extract.cuefinder import CueFinder
from argmap.extract.dates import DateFinder
from argmap.extract.kind import KindFinder
from argmap.extract.marks import MarkFinder
from argmap.extract.quotations import Quotations
from argmap.extract.voice import VoiceFinder

Component = Callable[[Doc], Doc]
COMPONENTS: tuple[tuple[str, Callable[[Language], Component]], ...] = (
    ("argmap_quotations", lambda _: Quotations()),
    ("argmap_cues", CueFinder),
    ("argmap_voice", VoiceFinder),
    ("argmap_kind", KindFinder),
    ("argmap_dates", lambda _: DateFinder()),
    ("argmap_marks", MarkFinder),
)
"""Name and maker of each component, in the order in which they run. Each also runs alone, on any English pipeline."""


def register() -> None:
    """Make the components known to spaCy as factories, so that `nlp.add_pipe("argmap_voice")` finds them."""
    for name, make in COMPONENTS:
        if not Language.has_factory(name):
            Language.factory(name, func=_factory(make))


def _factory(make: Callable[[Language], Component]) -> Callable[[Language, str], Component]:
    def create(nlp: Language, name: str) -> Component:  # noqa: ARG001 - spaCy calls it with both
        return make(nlp)

    return create


@cache
def pipeline() -> Language:
    """Blank English with our components. Built once, on first use."""
    register()
    nlp: Any = spacy.blank("en")
    for name, _ in COMPONENTS:
        nlp.add_pipe(name)
    made: Language = nlp
    return made
