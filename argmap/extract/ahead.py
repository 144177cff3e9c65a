"""Notes that say themselves that they are for what follows: "This paragraph rests on …", "For what follows see …"."""

import re

_PART = r"(?:paragraphs?|sections?|accounts?|pages?|narrative|passage|descriptions?|discussion|story|summary|sketch)"
_RESTS = (
    r"(?:rests?|relies|rely|draws?|depends?|follows?|owes?|leans?|(?:is|are) (?:\w+ )?(?:based|drawn|taken|founded))"
)
_AHEAD = re.compile(
    rf"(?:\b(?:this|these|the (?:following|present|next)|my|what is said in this) (?:\w+ )?{_PART} (?:\w+ )?{_RESTS}\b"
    r"|\bwhat follows\b|\bthe following (?:is|are) (?:\w+ )?(?:based|drawn|taken)\b|\bin the following\b"
    rf"|\b(?:for|on|throughout|all of) (?:this|the following) (?:\w+ )?{_PART}\b"
    r"|\bunless (?:otherwise|another source is)\b)",
    re.IGNORECASE,
)
_HEAD = 400
"""Letters of a note among which it says so."""


def is_for_what_follows(note: str) -> bool:
    """Whether a note says that it covers the text behind its marker."""
    return _AHEAD.search(note, 0, _HEAD) is not None
