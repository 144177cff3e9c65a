"""Colours of a drawing. Every text colour reaches WCAG AA (4.5:1) on every fill, every line 3:1; a test holds it.

Colour only repeats what shapes, line styles and words say already. Hues are kept apart for all common colour
blindnesses: blue for support, vermilion for rebuttal, purple for undercut. `print` is black and white.
"""

from dataclasses import dataclass, fields
from typing import Literal

Theme = Literal["light", "dark", "print"]


@dataclass(frozen=True)
class Palette:
    """One colour (`#rrggbb`) a role. No two roles of the light palette share one, so that `recolour` can tell them apart."""

    paper: str
    ink: str
    muted: str
    alert: str
    claim: str
    claim_line: str
    evidence: str
    evidence_line: str
    argument: str
    argument_line: str
    source: str
    source_line: str
    section: str
    section_line: str
    support: str
    attack: str
    undercut: str
    cites: str
    added: str
    dropped: str
    changed: str


LIGHT = Palette(
    paper="#ffffff",
    ink="#16191d",
    muted="#46505c",
    alert="#9c2a00",
    claim="#f1f5fb",
    claim_line="#2f4a6d",
    evidence="#fff6dc",
    evidence_line="#7d5800",
    argument="#f4effb",
    argument_line="#5d4a85",
    source="#edf4ef",
    source_line="#35583f",
    section="#fafbfc",
    section_line="#7f8a96",
    support="#1a5a94",
    attack="#b03a00",
    undercut="#7a2b8a",
    cites="#5c6876",
    added="#0b6b45",
    dropped="#6a6f76",
    changed="#4b3fae",
)
DARK = Palette(
    paper="#13171d",
    ink="#f2f5f9",
    muted="#b9c4d2",
    alert="#ffb38f",
    claim="#1f2a3a",
    claim_line="#8fb4e3",
    evidence="#352c13",
    evidence_line="#e2b84d",
    argument="#2b2441",
    argument_line="#b8a3e6",
    source="#1c2f26",
    source_line="#8cc7a4",
    section="#191e26",
    section_line="#6f7c8b",
    support="#6db3f2",
    attack="#ff9a6b",
    undercut="#d79be8",
    cites="#9aa7b8",
    added="#58d6a0",
    dropped="#a9b1bc",
    changed="#b3a8ff",
)
_BLACK, _WHITE = "#000000", "#ffffff"
PRINT = Palette(
    paper=_WHITE,
    ink=_BLACK,
    muted=_BLACK,
    alert=_BLACK,
    claim=_WHITE,
    claim_line=_BLACK,
    evidence=_WHITE,
    evidence_line=_BLACK,
    argument=_WHITE,
    argument_line=_BLACK,
    source=_WHITE,
    source_line=_BLACK,
    section=_WHITE,
    section_line=_BLACK,
    support=_BLACK,
    attack=_BLACK,
    undercut=_BLACK,
    cites=_BLACK,
    added=_BLACK,
    dropped=_BLACK,
    changed=_BLACK,
)


def palette(theme: Theme) -> Palette:
    """The palette of a theme."""
    return {"light": LIGHT, "dark": DARK, "print": PRINT}[theme]


def recolour(selector: str, theme: Theme = "dark") -> str:
    """CSS rules that show an inline SVG drawn in the light theme, inside `selector`, in another theme."""
    target = palette(theme)
    return "".join(
        f'{selector} [{attribute}="{getattr(LIGHT, field.name)}"]{{{attribute}:{getattr(target, field.name)}}}\n'
        for field in fields(Palette)
        for attribute in ("fill", "stroke")
    )
