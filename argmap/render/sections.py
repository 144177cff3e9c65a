"""Headings as nested clusters, without recursion: a map may nest as deep as it likes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.render.quote import attributes, escape, markup, tooltip
from argmap.render.text import clean, shorten, wrap
from argmap.render.theme import Palette

_DEEPEST = 4  # Graphviz itself recurses; deeper headings are written in one line
_WIDTH, _SIZE, _LIMIT = 420, 12, 160

Path = tuple[str, ...]


@dataclass
class _Section:
    statements: list[str] = field(default_factory=list)
    children: dict[str, "_Section"] = field(default_factory=dict)


def folded(path: Path) -> Path:
    """The headings of a claim, the innermost of very deep ones joined."""
    return path if len(path) <= _DEEPEST else (*path[: _DEEPEST - 1], " › ".join(path[_DEEPEST - 1 :]))


def common(paths: Iterable[Path]) -> Path:
    """The longest path that all paths begin with."""
    shared: Path | None = None
    for path in paths:
        if shared is None:
            shared = path
        same = next((i for i, (a, b) in enumerate(zip(shared, path, strict=False)) if a != b), None)
        shared = shared[: min(len(shared), len(path)) if same is None else same]
    return shared or ()


def nest(statements: Iterable[tuple[Path, str]], palette: Palette, *, direction: str) -> list[str]:
    """The lines that draw each statement inside the clusters of its path; clusters are `section-N` in order."""
    root = _Section()
    for path, statement in statements:
        section = root
        for heading in path:
            section = section.children.setdefault(heading, _Section())
        section.statements.append(statement)
    lines: list[str] = []
    waiting: list[tuple[str, _Section] | None] = [("", root)]
    number = -1
    while waiting:
        entry = waiting.pop()
        if entry is None:
            lines.append("}")
            continue
        heading, section = entry
        if section is not root:
            number += 1
            lines += _open(number, heading, palette, direction=direction)
            waiting.append(None)
        lines += section.statements
        waiting += reversed(section.children.items())
    return lines


def _open(number: int, heading: str, palette: Palette, *, direction: str) -> list[str]:
    words = clean(heading) or "untitled section"
    text = "<BR/>".join(escape(line) for line in wrap(shorten(words, _LIMIT), _WIDTH, _SIZE, bold=True))
    values = {
        "id": f"section-{number}",
        "class": "section",
        "label": markup(f'<FONT POINT-SIZE="{_SIZE}" COLOR="{palette.muted}"><B>{text}</B></FONT>'),
        "tooltip": tooltip([f"Section: {words}"]),
        # The heading stands at the top left: Graphviz turns clusters round with everything else.
        "labelloc": "b" if direction == "BT" else "t",
        "labeljust": "r" if direction == "RL" else "l",
        "margin": "8",  # or it has that of the whole, which a PDF has not
        "style": "rounded,filled",
        "fillcolor": palette.section,
        "color": palette.section_line,
    }
    return [f'subgraph "cluster_{number}" {{', f"graph{attributes(values)}"]
