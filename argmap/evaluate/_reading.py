"""The reading of a map: what may be chosen about it."""

from dataclasses import dataclass
from typing import Literal

SupportReading = Literal["evidential", "necessary", "deductive"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a map is read; the default is what argmap means by a map. See the package for the literature.

    Attributes:
        circular: What support in a circle gives: nothing ("out", the well-founded model), or no decision ("undecided",
            as in Carneades and every grounded labelling that asks for no foundation).
        conflict: Whether a claim that only argues and attacks another is attacked back ("mutual"), or every attack
            works as it is drawn ("directed"), of attacks that do not say so themselves (`data["conflict"]`).
        support: How relations of the kind support are read that do not say so themselves (`data["support"]`).
        granted: Which claims stand without any support if nothing speaks against them, beside those that say so
            themselves (`data["granted"]` is true): none ("cited": only sources carry a claim) or every one ("all":
            abstract and bipolar graphs from elsewhere).
    """

    circular: Literal["out", "undecided"] = "out"
    conflict: Literal["mutual", "directed"] = "mutual"
    support: SupportReading = "evidential"
    granted: Literal["cited", "all"] = "cited"


DEFAULT = Reading()
