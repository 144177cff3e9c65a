"""Words and names in a plain form, by which spellings of one name are known for the same."""

import re
import unicodedata
from functools import lru_cache

from argmap.cite.lexicon import listed

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        listed("""
    a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch _ i _ e iu ia i i e g
"""),
        strict=True,
    )
)
_FOLDS = (("shch", "sch"), ("yu", "iu"), ("ya", "ia"), ("ye", "e"), ("yo", "e"), ("kh", "h"), ("ph", "f"), ("x", "ks"),
          ("ck", "k"), ("y", "i"), ("j", "i"), ("ae", "e"), ("oe", "o"), ("ue", "u"), ("w", "v"))  # fmt: skip
_NO_LETTER = re.compile(r"[^a-z]")
_TWICE = re.compile(r"([^aeou])\1+")
_LAST_I = re.compile(r"(?<=[a-z]{2})i+$")


@lru_cache(maxsize=8192)
def latin(text: str) -> str:
    """Lower case, without accents, Cyrillic transliterated."""
    if text.isascii():
        return text.casefold().replace("_", "")
    plain = unicodedata.normalize("NFKD", text.casefold().replace("æ", "ae").replace("ø", "o").replace("ß", "ss"))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return "".join(_CYRILLIC.get(char, char) for char in letters).replace("_", "")


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A family name's key: Bajanov and Bazhanov differ, Goncharov and Гончаров, Müller and Mueller do not."""
    key = _NO_LETTER.sub("", latin(name))
    for old, new in _FOLDS:
        key = key.replace(old, new)
    key = _TWICE.sub(r"\1", key)
    return _LAST_I.sub("i", key)
