"""Sentences that claim nothing because they only lead the reader: where the text goes, what a term means, whom to thank.

They are told by how they open, so that a claim which mentions its plan in passing stays a claim.
"""

import re

from argmap.model import ClaimKind

_LEAD = r"\W*(?:(?:And|But|So|Now|Thus|First|Next|Then|Finally|Here|Therefore|However|Yet|Still)\b,? )?"
_PLACE = r"(?:chapter|section|part|pages?|paragraphs?|essay|paper|article|book|study|appendix|discussion|argument)s?"
_GOES = (
    r"(?:turns?|takes? up|sets? out|deals? with|treats? of|examines?|explores?|considers?|discuss(?:es)?|looks? at|describes?"
    r"|traces?|surveys?|summari[sz]es?|concludes?|returns?|asks?|offers?|opens? with|begins?|(?:is|are) (?:concerned|devoted|given)"
    r"|gives?|lists?|reprints?|reproduces?|proceeds?|falls? into|is (?:divided|organi[sz]ed|arranged))\b"
)
_WALKS = (
    r"(?:come|turn|return|pass|proceed|begin|start|end|leave|take up|look|consider|examine|discuss|describe|deal|sketch|ask"
    r"|confine|go on|argue this|show this|say more|add a word|trace|survey|set out)\b"
)
_WILL = (
    r"(?:(?:now|then|first|next|here|therefore|also|only|must|may|can|shall|will|should|propose to|intend to|want to|wish to"
    r"|would like to) ){1,3}"
)
_SIGNPOSTS = (
    rf"(?:this|the (?:next|following|present|first|second|third|fourth|last|final|remaining)) (?:\w+ )?{_PLACE} (?:will |shall )?{_GOES}",
    rf"the argument (?:of this {_PLACE} )?(?:will )?(?:proceeds?|falls? into|is (?:divided|organi[sz]ed|arranged))\b",
    rf"(?:part|section|chapter|appendix|table|figure) (?:[ivxlc]+|\d+) (?:then |first |also )?{_GOES}",
    rf"(?:i|we) {_WILL}{_WALKS}",
    r"i (?:turn|return|leave|begin|come|pass)\b",
    r"(?:i|we) have (?:already )?(?:discussed|treated|dealt with|described|examined|shown|argued)\b[^.;:]* (?:elsewhere|above|below)\b",
    r"(?:before|after) (?:turning|returning|coming|passing|proceeding) to\b",
    r"having (?:\w+ ){1,8}?, ?(?:i|we) (?:now |must |may |can |shall |will )*(?:turn|come|pass|proceed|return)\b",
    r"(?:it is )?to th(?:is|ese|at) (?:\w+ )?(?:that )?(?:i|we) (?:now |must |may |can |shall )*(?:turn|come|pass|return)\b",
    r"(?:more|a word|a few words|something|little|nothing) (?:\w+ ){0,3}?(?:will|must|should|need|remains to|is to|may) (?:\w+ )?be said\b",
    r"a (?:few )?words? (?:\w+ ){1,4}(?:is|are) (?:in order|in place|necessary|needed)\b",
    r"(?:\w+ ){1,6}need not (?:detain|concern|delay|occupy) us\b",
    rf"the (?:\w+ )?(?:aim|purpose|object|task|goal|intention) of (?:this|the present) (?:\w+ )?{_PLACE} (?:is|has been|will be)\b",
    r"(?:my|our) (?:\w+ )?(?:aim|purpose|concern|task|object|intention|subject) (?:here |in th(?:is|e present) \w+ )?(?:is|has been|will be)\b",
    r"what follows\b",
    r"the question (?:then |now |thus |therefore |next )?(?:arises|is|remains|presents itself),? (?:then |therefore )?(?:whether|how|why|what)\b",
    r"it (?:now |only )?remains (?:for (?:me|us) )?to (?:ask|consider|examine|say|show|explain|discuss|look|add)\b",
    r"(?:to|but to) return to\b",
    r"so much for\b",
    r"let (?:us|me|the reader)\b",
    r"(?:take|consider|compare|imagine|observe) (?:the|a|an|now|first|for|only)\b[^.;:]{0,80}[.]?$",
    r"suppose,? (?:that|then|now|for|a|an|the)\b[^;:,]{0,80}[.]?$",
    r"see (?:the|also|above|below|table|figure|map|chapter|section|p\.|pp\.)",
)
_THANKS = (r"(?:i|we) (?:am|are) (?:\w+ )?(?:indebted|grateful|obliged)\b", r"(?:my|our) thanks (?:are|go)\b")
_DEFINITIONS = (
    r"by (?:[^.,;]{1,60} )(?:i|we) (?:shall |will )?(?:here )?(?:mean|understand)\b",
    r"by (?:[^.,;]{1,60} )is (?:here )?(?:meant|understood)\b",
    r"(?:i|we) (?:shall |will )?(?:here )?use (?:the (?:term|word|phrase) )?[“‘\"'][^”’\"']{1,60}[”’\"'] (?:here )?(?:to mean|in|of|for|as)\b",
    r"the (?:term|word|phrase) [“‘\"'][^”’\"']{1,60}[”’\"'] (?:is|will be|here) (?:used|means?|denotes?)",
    r"an? (?:\w+ ){1,3}is (?:an?|the|any|that) (?:\w+ ){1,4}?(?:which|who|whom|whereby|by which|in which|that) (?!was|were|had)\w",
)
_EXCLAIMS = (r"(?:what an? |how )[^?,]{1,70}!$",)


def _opening(*parts: str) -> re.Pattern[str]:
    return re.compile(_LEAD + "(?:" + "|".join(parts) + ")", re.IGNORECASE)


_RULES: tuple[tuple[re.Pattern[str], ClaimKind, str], ...] = (
    (_opening(*_SIGNPOSTS), "signpost", "leads to what comes next"),
    (_opening(*_THANKS), "other", "thanks"),
    (_opening(*_DEFINITIONS), "other", "says what a term means"),
    (_opening(*_EXCLAIMS), "other", "an exclamation"),
)
_LONGEST = 300
"""Characters of a sentence that only leads the reader; a longer one asserts something too."""


def announcement(text: str) -> tuple[ClaimKind, str] | None:
    """The kind of a sentence that only leads the reader, with the reason; None for any other."""
    bare = text.strip()
    if len(bare) > _LONGEST:
        return None
    return next(((kind, why) for pattern, kind, why in _RULES if pattern.match(bare)), None)
