"""Another document of the archive cited before: behind an Ibid. that gives its number or its day, or of a day before one."""

import re
from itertools import pairwise

from argmap.cite.archives import find_calls
from argmap.cite.context import Context
from argmap.cite.dates import is_day
from argmap.cite.drafts import WORD, Draft
from argmap.cite.further import completed, further
from argmap.cite.holdings import ITALIAN
from argmap.cite.kept import dated, day_said, is_holding
from argmap.cite.markers import BackReference
from argmap.cite.running import trimmed
from argmap.cite.segment import Atom
from argmap.cite.work import Work
from argmap.cite.works import parse_work

_SAME_ARCHIVE = 3.0  # logarithm of odds: what an Ibid. behind a document opens is rather another one
_DIGIT = re.compile(r"\d")


def elsewhere(words: str, context: Context, *, placed: bool) -> tuple[Work, int] | None:
    """The document that words behind an Ibid. name in the archive cited before, and where it ends.

    `placed` if they begin with what can be a place in that document ("Bd. 3, Bl. 5"); a day behind it is another document's.
    """
    if context.holding is None or not WORD.search(words):
        return None
    found = further(words, context.holding, context.taught)
    day = not context.habit.home and dated(words)
    whole = found is not None and found[1] == len(words) and not (day and "issued" not in found[0].fields)
    if (day or not placed) and not whole and (work := kept_behind(words, context, _SAME_ARCHIVE)) is not None:
        return completed(work, context.holding, next(iter(find_calls(words, least=1)), None) if day else None), len(
            words
        )
    return found


def of_day(text: str, before: Atom, backs: list[BackReference], end: int, context: Context) -> Draft | None:
    """The document of a day before "Ivi", in the place that this repeats or gives ("3 maggio 1541. Ivi, c. 4"); None if that is none."""
    words = text[before.start + before.lead : before.end]
    repeats = all(back.kind in {"ibid", "idem"} for back in backs)
    if context.holding is None or context.habit.home or not repeats or not is_day(words):
        return None
    if WORD.search(" ".join(text[one.end : other.start] for one, other in pairwise(backs))):
        return None
    rest = trimmed(text, Atom(backs[-1].end, end, closes=False))
    said = text[rest.start : rest.end]
    work = kept_behind(said, context, _SAME_ARCHIVE) if _DIGIT.search(said) else Work({"type": "document"})
    if work is None:
        return None
    work.put(issued=day_said(words.strip(" .,:;()")))
    call = next((call for call in find_calls(said, least=1) if call.system == ITALIAN), None)
    work = completed(work, context.holding, call)
    if not said:
        work.put(archive_location=context.holding.fields.get("archive_location"))
    return Draft("archival", before.start, rest.end if said else end, work, locator=work.locator, closes=before.closes)


def kept_behind(words: str, context: Context, prior: float = 0.0) -> Work | None:
    """A document of an archive that the tagger reads behind a back reference, in notes that cite so."""
    if context.habit.home or not is_holding(words, abroad=context.habit.abroad, prior=context.run.prior + prior):
        return None
    return parse_work(words, tagged="kept")
