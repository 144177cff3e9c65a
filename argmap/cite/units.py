"""How archives outside of Britain and America call their units and series, and the acronyms that stand before them.

Most such archives are known by an acronym that no table has; their units give them away: who cites a legajo, a maço or a
filza cites an archive. Units that books have, too (tomo, vol., doc.), say nothing by themselves.
"""

import re
from collections.abc import Sequence

from argmap.cite.holders import HOLDERS

ACRONYM = r"(?![IVXLCDM]+\b)(?:[A-ZÀ-Ö]{2,8}[a-zà-ö]{0,2}(?:[\s/-][A-Z]{2,5})?|(?:[A-Z]\.\s?){2,6})"
_ONLY_ARCHIVES = (
    r"leg(?:ajos?|s?\.)|lj\.|cajas?|carp(?:etas?|\.)|exp(?:edientes?|tes?\.|s?\.)|prot(?:ocolos?|\.)|bultos?|cuad(?:ernos?|\.)"
    r"|maços?|mç\.|caixas?|cxs?\.|códices?|cód\.|latas?|proc(?:essos?|\.)"
    r"|filz[ae]|fz\.|bust[ae]|mazz[oi]|scatol[ae]"
    r"|inv(?:entarisnummer|entaris|\.)?\s?n[ro]\.?|toegang|pakker?|pk\.|læg|esker?|kapse?l(?:ar)?|bunt(?:ar)?|volym"
)
_BOOKS = (
    r"tom[oe]s?|tt?\.|vols?\.|volum[ei]s?|lib(?:ros?|\.)|liv(?:ros?|\.)|n[úu]m(?:eros?|s?\.)|n\.?[º°]|n[ro]s?\.?|nn?\."
    r"|fasc(?:icol[io]|\.)?|s[eé]r(?:ies?|\.)"
)
_ALSO_BOOKS = rf"{_BOOKS}|doc(?:umentos?|s?\.)|sig(?:natura|n?\.)|rollos?|piezas?|pza\.|ramos?|r\.|bb?\.|regg?\.|registers?|registr[io]|registros?|mss?\.?"
_SERIES = r"(?:sub)?secci[óo]n|secc\.|seç[ãa]o|secção|(?:sub)?fon?do|fundo|(?:sub)?s[eé]rie|ramo|sala|archief|collectie|inquisici[óo]n"
_NUMBER = r"\s?(?:(?:n[úu]m\.|n\.?[º°]|n[ro]\.)\s?)?(?:\d|[IVXLC]{1,7}\b|[ivxlc]{1,7}\b|s/n)[^;]{0,60}"
UNIT = re.compile(rf"(?:{_ONLY_ARCHIVES}|{_ALSO_BOOKS}){_NUMBER}", re.IGNORECASE)
"""A unit and its number: "tomo 71", "cx. 12"."""
_PRINTED_TOO = re.compile(rf"(?:{_BOOKS}){_NUMBER}", re.IGNORECASE)
SERIES = re.compile(rf"(?:{_SERIES})\s[^\W\d]", re.IGNORECASE)
"""A series and its name: "sección colonia"."""
_LEAVES = r"fol?s?|ff?|fls?|cc?"
_LEAF = re.compile(rf"\b(?:{_LEAVES}|Bll?)\.\s?\d", re.IGNORECASE)
_SHOWS = re.compile(rf",\s(?:(?:{_ONLY_ARCHIVES}){_NUMBER}|(?:{_SERIES})\s[^\W\d]|(?:{_LEAVES})\.\s?\d)", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-ZÀ-Ö](?:[A-ZÀ-Ö][\w/-]{0,9}(?:,|\s[A-Z])|\.\s?[A-ZÀ-Ö]\.(?:,|\s?[A-Z]))")
_ACRONYM = re.compile(rf"(?:^|[\s,;(]){ACRONYM},\s")

_FEW = 4
_BEYOND_ITALY = re.compile(
    r"\b(?:dated|entry|registers?|fols\.|nr\.|file|item)\s\d|"
    rf"\b(?:(?:leg(?:ajos?|\.)|cajas?|expedientes?|exp\.|carpetas?|protocolos?|cuadernos?|tomos?|maços?|caixas?|cx\.|códices?|livros?|liv\.|fls?\.|inv\.\s?n[ro]\.?"
    rf"|pakker?|eske|kapsel){_NUMBER}|(?:secci[óo]n|seç[ãa]o|secção|Archivos?|Arquivos?|Archief|[A-Za-z]+arkivet)\b)",
    re.IGNORECASE,
)


def may_have_acronym(text: str) -> bool:
    """Whether capitals stand together before a comma or another word: a quick look before the slow one."""
    return _CAPITALS.search(text) is not None


def printed_rather(text: str, calls: Sequence[str]) -> bool:
    """Whether units alone that books have, too, make no archive of a series called so: "Archives d'Elm, t. XII, p. 45"."""
    bookish = len(calls) == 1 and _PRINTED_TOO.fullmatch(calls[0]) is not None
    return bookish and not (_LEAF.search(text) or SERIES.search(text) or _ACRONYM.search(text))


def archive_shown(text: str) -> bool:
    """Whether an acronym and, behind it, what only an archive has stand in a text: "AGNC, sección colonia, tomo 7"."""
    match = _ACRONYM.search(text) if may_have_acronym(text) else None
    return match is not None and _SHOWS.search(text, match.end() - len(", ")) is not None


def beyond_italy(text: str) -> bool:
    """Whether a reference is to an archive outside of Italy, whose notes the tagger does not know: by its units, or by its name."""
    names = (HOLDERS.get(part.strip()) for part in text.split(",", _FEW)[:_FEW])  # "Lima, 3 de mayo de 1770, AGI, …"
    known = any(name and not name.startswith(("Archivio", "Biblioteca")) for name in names)
    return known or _BEYOND_ITALY.search(text) is not None
