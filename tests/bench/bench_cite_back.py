"""How well argmap.cite reads back references. `rows(data, peers)` gives the rows for bench_cite.py."""

import re
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from argmap.cite import cite
from argmap.model import Citations, Document
from argmap.read import read
from tests.bench.books import around_ibids, chapters, document, endnotes, references
from tests.bench.fit_back_references import book, cases, reliability
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
    yield from _calibration(data)
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


def _interruptions(data: Path) -> Iterator[Row]:
    for which, name in (("tawney-c6f0bef", "Tawney, developed on"), ("engels-a19b9c7", "Engels, held out")):
        text = book(data, which)
        for body in (True, False):
            hits: Counter[tuple[bool, bool]] = Counter()
            for mutation in mutations(text, _ROUNDS, 7, body=body):
                found = cite(mutation.document)
                hits.update((True, flagged(found, one, interrupted=True)) for one in mutation.interrupted if one.first)
            clean = document([note.text for note in text.notes], body_of(text) if body else None)
            found = cite(clean)
            for place in opening_ibids(found):
                first = found.notes[place].mentions[0]
                literal = first.literal.source if first.literal else None
                hits[False, first.state == "contradicted" or literal != first.source] += 1
            hit = _share(hits[True, True], hits[True, True] + hits[True, False])
            alarm = _share(hits[False, True], hits[False, True] + hits[False, False])
            seen = "with its body" if body else "notes alone"
            yield (
                f"interruption ({name}, {seen}): found / false alarms",
                "65 / 10 % (page gap)",
                f"{hit} / {alarm}",
                "92 / 3 %",
            )


def _calibration(data: Path) -> Iterator[Row]:
    from argmap.cite.weights import ELSEWHERE, WEIGHTS  # noqa: PLC0415 - as committed
    from tests.bench.fit_back_references import NAMES  # noqa: PLC0415

    weights = np.array([*(WEIGHTS[name] for name in NAMES), ELSEWHERE])
    refs = references(data / "notes" / "linkedbooks" / "dataset" / "clean_train.txt.xz")
    held = {
        "Engels": list(cases(book(data, "engels-a19b9c7"), 12, 3, body=True)),
        "LinkedBooks, second half": list(cases(document(around_ibids(refs[len(refs) // 2 :])), 2, 3, body=False)),
    }
    for name, group in held.items():
        _, _, error, table = reliability(group, weights)
        bins = " ".join(f"{said:.2f}/{right:.2f}({count})" for count, said, right in table)
        yield (f"calibration error ({name}, held out); said/right", "-", f"{error:.3f}; {bins}", "-")


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
