"""Another place of the archive cited before: "Ibid., Folder 4", "Там же. Д. 335", "Ivi, b. 12", "Ibid., FO 371/81568"."""

from collections.abc import Mapping
from typing import Any

from argmap.cite.archives import Call, find_calls
from argmap.cite.drafts import talks
from argmap.cite.held import parse_held
from argmap.cite.holdings import LEAVES, SYSTEMS
from argmap.cite.systems import System
from argmap.cite.work import Work

_INHERITED = ("archive", "archive_place", "archive_collection")
_LABELLED = {system.name: system for system in SYSTEMS if system.parts}


def further(words: str, holding: Work, taught: Mapping[str, str]) -> tuple[Work, int] | None:
    """The document that words behind an "ibid." name in the archive of `holding`, and where it ends; None if they name none.

    Its call number takes over the levels above the first that the words give: behind record group 59, box 12, "Folder 4"
    is folder 4 in that box.
    """
    archive = holding.fields.get("archive")
    call = next(iter(find_calls(words, least=1)), None)
    if not archive or call is None or call.start or call.parts.keys() <= LEAVES or not _shared(call, holding):
        return None
    lead = f"{archive}, "
    work, end = parse_held(lead + words, {**taught, archive: ""}), len(words)
    if work is None or talks(work.fields.get("title") or ""):
        work, end = Work({"type": "document", "archive_location": call.text, "custom": dict(call.parts)}), call.end
    return completed(work, holding, call), end


def _shared(call: Call, holding: Work) -> bool:
    """Whether a number is of the earlier one's system; those of a system without labels are unmistakable."""
    system = _LABELLED.get(call.system)
    known = holding.fields.get("custom") or {}
    return system is None or any(part.name in known for part in system.parts)


def completed(work: Work, holding: Work, call: Call | None = None) -> Work:
    """A document with what it does not say itself taken over from the one before it: the archive, and the levels above."""
    custom: dict[str, Any] = dict(work.fields.get("custom") or {})
    before: Mapping[str, Any] = holding.fields.get("custom") or {}
    system = _LABELLED.get(call.system) if call else None
    above = _above(system, call, before) if system and call else {}
    if call and system:
        custom = {**above, **{key: value for key, value in custom.items() if key != "call"}, **call.parts}
        if above:
            said = (part.name for part in system.parts if part.name in custom)
            work.fields["archive_location"] = ", ".join(f"{name.replace('-', ' ')} {custom[name]}" for name in said)
    if (name := before.get("archive-name")) and work.fields.get("archive") in {None, holding.fields.get("archive")}:
        custom["archive-name"] = name
    work.fields["custom"] = custom
    work.put(**{key: holding.fields.get(key) for key in _INHERITED})
    return work


def _above(system: System, call: Call, before: Mapping[str, Any]) -> dict[str, str]:
    """The parts of the earlier number that stand above the first of this one."""
    names = [part.name for part in system.parts]
    first = min((names.index(name) for name in call.parts if name in names), default=0)
    return {name: before[name] for name in names[:first] if name in before}
