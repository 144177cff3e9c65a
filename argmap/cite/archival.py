"""Documents of archives among other words: joined to another reference, or with a quotation from them behind their number."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from argmap.cite.context import Context
from argmap.cite.drafts import WORD, Draft
from argmap.cite.held import parse_held
from argmap.cite.hereafter import HEREAFTER
from argmap.cite.holders import HOLDERS
from argmap.cite.located import parse_located
from argmap.cite.nesting import nesting
from argmap.cite.running import trimmed
from argmap.cite.segment import Atom, behind_signal
from argmap.cite.spotting import LONGEST_GAP
from argmap.cite.units import ACRONYM, beyond_italy, may_have_acronym
from argmap.cite.work import Work

_AND_ACRONYM = re.compile(rf",?\s(?P<and>(?:and|und|et|e|y|&)\s)(?=(?P<short>{ACRONYM})(?:,|\sMSS?\b))")
_JOINT = re.compile(r"(?:and|und|et|e|y|&)\s(?=\S{2})")
_OPENS_QUOTE = re.compile(r"[“\"«]")
_OWN_WORDS = re.compile(
    r"(?<=[\drv])(?:,?\s(?:where|which\sreads|reads|reading|ubi|dove|donde|où|wo)[:,]?|:|(?P<comma>,))?\s$"
)
"""Between a document's number and a quotation from it; behind a `comma` its title may stand."""
_NEAR = 24  # characters


def held(words: str, context: Context) -> Work | None:
    """Read one document of an archive, which commas or words tell apart; None for anything else."""
    joint = _JOINT.match(words)
    words = words[joint.end() :] if joint else words
    return parse_located(words, context.taught) or parse_held(words, context.taught)


def surely_held(words: str, context: Context, *, kept: bool) -> bool:
    """Whether words are such a document; of one that the tagger reads as `kept` only where the tagger knows less."""
    taught = HEREAFTER.search(words) or words.partition(" ")[0].strip(",") in context.taught
    return bool(not kept or taught or beyond_italy(words)) and held(words, context) is not None


def around_holdings(
    text: str, atom: Atom, context: Context, read: Callable[[Atom], Iterator[Draft]]
) -> Iterator[Draft]:
    """What an atom holds, by `read`, but apart what stands before and behind a document that is not alone in it."""
    if (joint := _joined(text, atom, context)) is not None:
        yield from read(replace(atom, end=joint))
        yield from around_holdings(text, trimmed(text, Atom(joint, atom.end, closes=False)), context, read)
    elif transcribed := _transcribed(text, atom, context):
        stop, work = transcribed
        yield Draft("archival", atom.start, stop, work, None, work.locator, atom.container, atom.closes)
        behind = stop + nesting(text[stop : atom.end]).groups[0].close + 1
        yield Draft("discursive", stop, behind)
        if WORD.search(text, behind, atom.end):
            yield from around_holdings(text, trimmed(text, Atom(behind, atom.end, closes=False)), context, read)
    else:
        yield from read(atom)


def _joined(text: str, atom: Atom, context: Context) -> int | None:
    """Where a document of an archive that is known is joined to another reference: "Marsh, Mills, 5, and ECL MS 260, fol. 3"."""
    if not may_have_acronym(text[atom.start : atom.end]):
        return None
    for match in _AND_ACRONYM.finditer(text, atom.start, min(atom.end, atom.start + LONGEST_GAP)):
        known = match["short"] in context.taught or match["short"] in HOLDERS
        if known and WORD.search(text, atom.start, match.start()) and held(text[match.end() : atom.end], context):
            return match.start("and")
    return None


def _transcribed(text: str, atom: Atom, context: Context) -> tuple[int, Work] | None:
    """A document with its own words behind it, and where these begin: "ASGe, Notai 911, nr. 64, where “Odo vendidit …”"."""
    quote = _OPENS_QUOTE.search(text, atom.start, min(atom.end, atom.start + LONGEST_GAP))
    match = _OWN_WORDS.search(text, max(atom.start, quote.start() - _NEAR), quote.start()) if quote else None
    if match is None or (match["comma"] and held(text[atom.start : atom.end], context)):
        return None
    work = held(text[behind_signal(text, atom.start, match.start()) : match.start()], context)
    return (match.start(), work) if work and nesting(text[match.start() : atom.end]).groups else None
