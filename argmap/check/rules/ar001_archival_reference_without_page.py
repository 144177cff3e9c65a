"""An archival reference without pages, where others to the same archive have them.

## What it does
Reports references to a file of a Russian archive (fond, opis, delo) that give neither listy nor another place in the
file, if at least three other references to the same archive do, and no other lacks them.

## Why
A file may hold hundreds of leaves. An author who gives them everywhere else forgot them here.

## Example
```markdown
[^1]: AVPRF, Fond 1, Opis 2, Delo 3, Listy 4-5.
[^2]: AVPRF, Fond 1, Opis 2, Delo 7, List 9.
[^3]: AVPRF, Fond 1, Opis 4, Delo 3, Listy 10-12.
[^4]: AVPRF, Fond 1, Opis 2, Delo 8.
```

## Use instead
```markdown
[^4]: AVPRF, Fond 1, Opis 2, Delo 8, Listy 40-41.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.model import Mention, Source

_SIBLINGS = 3
_LEAVES = frozenset({"listy", "list", "page", "pages", "folio", "folios", "leaf", "leaves"})


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """The one reference of an archive that lacks its leaves."""
    groups: dict[str, list[tuple[str, str, Mention, Source]]] = {}
    for entry in text.citations.notes:
        for mention in entry.mentions:
            source = text.citations.source_of.get(mention.source or "")
            if mention.kind == "archival" and source and source.archive and "delo" in (source.custom or {}):
                groups.setdefault(source.archive, []).append((entry.n, entry.note, mention, source))
    for archive, members in groups.items():
        without = [member for member in members if not _has_leaves(member[2], member[3])]
        if len(without) != 1 or len(members) - 1 < _SIBLINGS:
            continue
        n, note, mention, _ = without[0]
        yield Fault(
            message="archival reference without pages",
            start=mention.start,
            end=mention.end,
            sentence=text.caller(note),
            note=n,
            evidence=(f"the other {len(members) - 1} references to {archive} say where in the file",),
            suggestion="Add the listy.",
        )


def _has_leaves(mention: Mention, source: Source) -> bool:
    return mention.locator is not None or bool(_LEAVES & set(source.custom or {}))


RULE = TextRule(code="AR001", name="archival-reference-without-page", severity="info", doc=__doc__, check=check)
