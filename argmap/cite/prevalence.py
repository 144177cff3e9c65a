"""How many Ibids of a text stand behind an intruder: said before, and learnt from the text itself.

The same evidence means little in a text where nobody has moved a note, and much where half of them were moved. So the
share of interrupted Ibids is a parameter of its own, estimated by expectation maximisation; see Saerens, Latinne and
Decaestecker, "Adjusting the outputs of a classifier to new a priori probabilities" (2002).
"""

from collections.abc import Sequence
from math import log

FITTED = 0.4
"""The share in the texts that the weights were fitted on."""
FEWEST = 0.35
"""The share reckoned with at least when a reading is chosen: to overlook an intruder is worse than to look in vain."""
_WORTH = 4.0
"""How many Ibids it is worth that a text nobody has looked at is expected to have that share, too."""
_ROUNDS = 30


def learnt(chances: Sequence[float]) -> float:
    """The share of interrupted Ibids in a text, from the chance of each under `FITTED`; what is expected if there is none."""
    share = FEWEST
    for _ in range(_ROUNDS):
        found = sum(_under(share, chance) for chance in chances)
        share = (FEWEST * _WORTH + found) / (_WORTH + len(chances))
    return share


def shift(share: float) -> float:
    """What a share adds to the score of the note before, against `FITTED`."""
    return log((1 - share) / share) - log((1 - FITTED) / FITTED)


def _under(share: float, chance: float) -> float:
    """The chance under another share than `FITTED`."""
    odds = share / (1 - share) * (1 - FITTED) / FITTED
    return chance * odds / (chance * odds + 1 - chance)
