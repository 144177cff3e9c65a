"""Corporate authors: "U.S. Congress, Senate, Committee on Fisheries, Title"; "Elm Survey Office, Title".

See the Chicago Manual of Style, 17th ed., 14.84 and 14.293. A body is named by a word for what it is; the title stands behind a comma.
"""

import re

from argmap.cite.dates import MONTHS
from argmap.cite.lexicon import PLACES
from argmap.model import Name

_KIND = (
    r"(?:Congress|Senate|House|Committee|Subcommittee|Commission|Department|Ministry|Office|Bureau|Board|Council|Institute|Institution|Association|"
    r"Assembly|Legislature|Agency|Administration|Authority|Service|Secretariat|Directorate|Survey|Organi[sz]ation|Federation|League|Inspectorate|"
    r"Parliament|Ministère|Ministero|Ministerio|Comité|Comitato|Comisión|Commissione|Bundesamt|Reichsamt|Landesamt|Kommission|Ausschuss|"
    r"Statistisches\s(?:Reichs|Bundes|Landes)?amt|Reichsministerium|Bundesministerium|Reichskanzlei|Handelskammer)"
)
_OF = r"(?:of|on|for|de|du|des|di|del|dell[’']|der|für|to|into)"
_WORD = r"[^\W\d_a-zß-ÿ][\w.’'&-]{0,24}"
_BODY = rf"(?:(?:{_WORD}|and|&)\s){{0,5}}?{_KIND}(?:\s{_OF}(?:\s(?:the|la|le|les|l[’']))?\s?(?:{_WORD}|and|of|the|für|des|et)(?:\s(?:{_WORD}|and|of|the|for|on|et|de)){{0,8}}(?:(?:,\s{_WORD}){{1,3}},?\s(?:and|&)\s{_WORD})?)?"
_STATE = r"(?:United\sStates|Great\sBritain|United\sKingdom|U\.?\s?S\.?|U\.?\s?K\.?|Canada|Australia|France|Germany|India|Ireland|Scotland)"
_BODIES = re.compile(
    rf"(?:{_STATE},\s)?(?P<first>{_BODY})(?P<more>(?:,\s{_BODY}){{0,4}})(?=[,:]\s(?P<next>[“\"‘„«]?[^\W\d_a-zß-ÿ][^,;(]{{0,60}})|\.?\s\((?:1[4-9]|20)\d\d[a-z]?\)|\.?$)"
)
_EDITED = re.compile(r"(?:eds?\b\.?|Hrsg\.|Hg\.)")


def read_body(text: str) -> tuple[Name, int] | None:
    """The body that a reference begins with, its parts in order, and where it ends; None if no title follows it."""
    match = _BODIES.match(text)
    if match is None or not match["next"]:
        return (Name(literal=match.group().rstrip(".")), match.end()) if match else None
    if match["next"].strip() in PLACES or _EDITED.match(match["next"]):
        return None
    if (
        re.split(r"\W", match["next"].lower(), maxsplit=1)[0] in MONTHS
    ):  # a speech in it: "House of Commons, March 15th, 1844"
        return None
    return Name(literal=match.group()), match.end()
