"""How well argmap.cite reads back references. `rows(data, peers)` gives the rows for bench_cite.py."""

import re
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from argmap.cite import cite
from argmap.model import Citations, Document
from argmap.read import read
from tests.bench.books import chapters, document, endnotes
from tests.bench.fit_back_references import book, gathered, left_out
from tests.bench.gold_back import eyecite_cases, judged
from tests.bench.mutations import Ibid, body_of, mutations, opening_ibids, same

Row = tuple[str, str, str, str]  # what, peer or baseline, ours, target
_ROUNDS = 10
_NOTES = 1648
_TIMES = 10
_PEER = """
import json, sys
from eyecite import get_citations, resolve_citations
from eyecite.models import IdCitation
for text in json.load(sys.stdin):
    found = resolve_citations(get_citations(text))
    print(sum(isinstance(one, IdCitation) for group in found.values() for one in group))
"""


def rows(data: Path, peers: str | None = None) -> Iterator[Row]:
    """The rows about back references; `peers` is the interpreter in which eyecite is installed."""
    yield from _essay(data, peers)
    yield from _gold(data)
    yield from _interruptions(data)
    yield from _left_out(data)
    cases_ = list(eyecite_cases(data))
    right = sum(case.right for case in cases_ if case.items)
    yield (
        "eyecite's cases with id. or supra: all right",
        "-",
        f"{right} of {sum(bool(case.items) for case in cases_)}",
        "-",
    )
    yield _stale(data)
    yield from _speed(data)


def _share(right: int, of: int) -> str:
    return f"{100 * right / of:.1f} % of {of}" if of else "none"


def _essay(data: Path, peers: str | None) -> Iterator[Row]:
    text = read((data / "essay" / "seed.md").read_bytes(), "seed.md")
    found = cite(text)
    right = 0
    for entry in found.notes:
        for mention in entry.mentions:
            if mention.kind != "ibid" or mention.literal is None or mention.best is None:
                continue
            wanted = ("ambiguous", {"15": "15", "19": "19"}) if int(entry.n) < 22 else ("contradicted", {"22": "19"})
            right += (mention.state, mention.best.note) == (wanted[0], wanted[1].get(mention.literal.note or ""))
    yield ("essay: Ibids read as they should, of 9", f"eyecite {_eyecite(text, peers)}", str(right), "9")


def _eyecite(text: Document, peers: str | None) -> str:
    """How many Ibids eyecite ties to anything, the notes given as one text."""
    if peers is None:
        return "not at hand"
    import json  # noqa: PLC0415 - for the peer alone

    given = json.dumps(["\n".join(note.text for note in text.notes)])
    run = subprocess.run([peers, "-c", _PEER], input=given, capture_output=True, text=True, check=False)
    return run.stdout.strip() if run.returncode == 0 else "failed"


def _gold(data: Path) -> Iterator[Row]:
    found = list(judged(data))
    for name, kinds, target in (("ibid", {"ibid"}, "99 %"), ("op. and loc. cit.", {"op.cit", "loc.cit"}, "94 %")):
        group = [one for one in found if one.kind in kinds]
        today = "96.8 % (rule)" if name == "ibid" else "82.3 % (rule)"
        yield (f"se-ibid: {name}", today, _share(sum(one.right for one in group), len(group)), target)


def flagged(found: Citations, ibid: Ibid, *, interrupted: bool) -> bool:
    """Whether the user is told: contradicted, or ambiguous with another source than the rule's as the best reading."""
    mention = next((one for one in found.notes[ibid.note].mentions if one.kind == "ibid"), None)
    if mention is None:
        return False
    best = found.source_of.get(mention.source or "")
    if interrupted:
        return mention.state == "contradicted" or (mention.state == "ambiguous" and same(best, ibid.meant))
    return mention.state == "contradicted" or not same(best, ibid.meant)


def doubted(found: Citations, ibid: Ibid) -> bool:
    """Whether the user is at least warned: contradicted, or ambiguous with the source that is meant among the readings."""
    mention = next((one for one in found.notes[ibid.note].mentions if one.kind == "ibid"), None)
    if mention is None or mention.state in {"resolved", None}:
        return False
    readings = [mention.source, *(rival.source for rival in mention.rivals)]
    named = any(same(found.source_of.get(source or ""), ibid.meant) for source in readings)
    return mention.state == "contradicted" or named


def _interruptions(data: Path) -> Iterator[Row]:
    """With the weights as shipped, through the whole stage."""
    for which, name in (("tawney-c6f0bef", "Tawney"), ("engels-a19b9c7", "Engels")):
        text = book(data, which)
        for body in (True, False):
            hits: Counter[tuple[str, bool]] = Counter()
            for mutation in mutations(text, _ROUNDS, 7, body=body):
                found = cite(mutation.document)
                for one in mutation.interrupted:
                    if one.first:
                        hits["found", flagged(found, one, interrupted=True)] += 1
                        hits["doubted", doubted(found, one)] += 1
            clean = document([note.text for note in text.notes], body_of(text) if body else None)
            found = cite(clean)
            for place in opening_ibids(found):
                first = found.notes[place].mentions[0]
                literal = first.literal.source if first.literal else None
                hits["alarm", first.state == "contradicted" or literal != first.source] += 1
            shown = (
                _share(hits[what, True], hits[what, True] + hits[what, False]) for what in ("found", "doubted", "alarm")
            )
            seen = "with its body" if body else "notes alone"
            yield (
                f"interruption ({name}, looked at, {seen}): found / at least doubted / false alarms",
                "65 / - / 10 % (page gap)",
                " / ".join(shown),
                "92 / - / 3 %",
            )


def _left_out(data: Path) -> Iterator[Row]:
    """With weights fitted on all texts but the one they are tried on."""
    for which, held in left_out(gathered(data)):
        yield (
            f"interruption ({which}, left out of the fit): found / doubted / one intruder alone / false alarms / beside intruders",
            "-",
            f"{held.found:.3f} / {held.doubted:.3f} / {held.alone:.3f} / {held.alarms:.3f} / {held.astray:.3f}",
            "0.92 / - / - / 0.03 / -",
        )
        yield (
            f"calibration error ({which}, left out of the fit): as it stands / with intruders",
            "-",
            f"{held.clean:.3f} / {held.mutated:.3f}",
            "-",
        )


def _stale(data: Path) -> Row:
    """Numbers of Tawney's chapters in his book numbered throughout: each with a name is stale."""
    text = book(data, "tawney-c6f0bef")
    found = cite(text)
    given = [m for entry in found.notes for m in entry.mentions if m.state and re.search(r"note \d+,? above", m.text)]
    right = sum(m.state == "contradicted" and m.best is not None and m.best.source is not None for m in given)
    return ("stale note numbers (Tawney): another note proposed", "0", f"{right} of {len(given)}", "-")


def _speed(data: Path) -> Iterator[Row]:
    folder = next((data / "books").glob("*tawney*"))
    notes, body = endnotes(folder / "endnotes.xhtml"), chapters(folder)
    many = [notes[index % len(notes)] for index in range(_NOTES)]
    times = []
    for text in (
        document(many, body),
        document([f"{note} ({index})" for index in range(_TIMES) for note in many], body),
    ):
        start = time.process_time()
        cite(text)
        times.append(time.process_time() - start)
    yield (f"a book of {_NOTES:,} notes", "-", f"{times[0]:.2f} s", "< 2 s")
    yield ("ten times the notes: time against once", "-", f"{times[1] / times[0]:.1f} times", "10 times")
