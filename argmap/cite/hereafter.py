"""How a text says that it will use an abbreviation: "(hereafter cited as DD)", "(im Folgenden: DD)", "(d’ora in poi DD)"."""

import re

_WORDS = (
    r"(?:here(?:in)?after|henceforth|hereinafter|(?:subsequently|afterwards)|im\s(?:folgenden|weiteren)|künftig|fortan|ci-après|désormais|dorénavant|"
    r"d[’']ora\s(?:in\s(?:poi|avanti)|innanzi)|in\sseguito|en\sadelante|de\saquí\sen\sadelante|далее)"
)
_CITED = r"(?:(?:as|to\sbe)\s)?(?:cited|referred\sto|quoted|abbreviated|designated|zit(?:iert|\.)|abgek(?:ürzt|\.)|cité|abrégé|citato|abbreviato|citado|abreviado)"
HEREAFTER = re.compile(
    rf"\s?[(\[]\s*(?:{_WORDS}(?:\s*[:=–—-]|,)?\s*(?:{_CITED}\s*)?|{_CITED}\s*(?:{_WORDS}\s*)?(?=as\s|als\s|come\s|como\s|:))"
    r"(?:(?:as|als|come|como|comme|simply|the)\s)*[:–—-]?\s*[“”\"'‘’«*_„]*(?P<short>[^)\]“”\"’»*_“]{1,40}?)[“”\"'’»*_]*\s*[)\]]",
    re.IGNORECASE,
)
HEREAFTER_BARE = re.compile(
    rf",\s{_WORDS}\s(?:{_CITED}\s(?:as\s)?)?[“\"'‘«*_]?(?P<short>[A-Z][^,;.()“”\"]{{0,30}}?)[”\"'’»*_]?(?=[.;]|$)"
)
