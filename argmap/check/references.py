"""Signs of a reference that no earlier stage has recognised. Where there is one, a rule had better say nothing."""

import re

from argmap.check.in_text import PLACE
from argmap.check.rule import TextUnderCheck
from argmap.model import Sentence

_YEAR = r"(?:1[4-9]|20)\d\d[a-z]?"
_IMPRINT = re.compile(
    rf"\([^()\n]{{0,80}}\b{_YEAR}\)|\bed\. ?{_YEAR}|\b(?:ibid|op\. ?cit|loc\. ?cit|supra|infra|notes? \d+)\b",
    re.IGNORECASE,
)
_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_TITLE = re.compile(rf"[\w.], (?:{_CAPITAL} (?:[a-z]{{1,4}} ){{0,2}}){{2}}{_CAPITAL}")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORT, _MOSTLY = 160, 0.6
_SMALL = re.compile(
    "an?|and|as|at|but|by|de[rs]?|di|die|du|el|en|et|for|from|in|l[ae]s?|los|nor|of|on|or|the|to|und|vs|with",
    re.IGNORECASE,
)


def refers(note: str) -> bool:
    """Whether a note holds a place in a work, an imprint, a title or a back reference, or is made of names."""
    return any(sign.search(note) for sign in (PLACE, _IMPRINT, _TITLE)) or _all_names(note)


def big_words(text: str) -> list[str]:
    """The words of a text but those that keep their small letter in titles, in the languages that historians cite."""
    return [word for word in _WORD.findall(text) if not _SMALL.fullmatch(word)]


def _all_names(note: str) -> bool:
    """Whether a short note has hardly a word that is no name: "Bucer, De Regno Christi"."""
    words = big_words(note[:_SHORT])
    capitals = sum(word[0].isupper() for word in words)
    return len(note) < _SHORT and capitals > 1 and capitals >= _MOSTLY * len(words)


def doubtful(text: TextUnderCheck, sentence: Sentence) -> bool:
    """Whether the note that might cover a sentence, its own or the next of its paragraph, may hold a reference.

    Only notes that are lost (FN002 says so), or in which the earlier stages recognised no source, count: of the others
    they know what they cover.
    """
    following = text.next_calling.get(sentence.id)
    if following is None:
        return False
    notes = text.calls.get(following.id, ())
    return len(notes) < len(following.markers) or any(_unrecognised(text, note) for note in notes)


def _unrecognised(text: TextUnderCheck, identity: str) -> bool:
    note = text.document.note_of.get(identity)
    entry = text.citations.of_note.get(identity)
    return note is not None and entry is not None and not entry.cites and refers(note.text)
