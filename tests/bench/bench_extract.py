"""The bench of the extract stage, one table: what, peer or baseline, ours, target.

    python tests/bench/bench_extract.py [--data FOLDER] [--only grammar|voice|cover]

No peer reads whose voice a sentence of footnoted prose is in; the baselines are rules of one line, run here.
The five annotated books were read while the rules for voice were written: those figures are not held out.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # speed is given for one core

from tests.bench import bench_extract_cover, bench_extract_grammar, bench_extract_voice  # noqa: E402 - the root must be on the path first

Row = tuple[str, str, str, str]
_PARTS = {"grammar": bench_extract_grammar.rows, "voice": bench_extract_voice.rows, "cover": bench_extract_cover.table}


def _rows(data: Path, only: str | None) -> Iterator[Row]:
    for name, rows in _PARTS.items():
        if only in (None, name):
            yield from rows(data)


def main() -> None:
    """Print the table, row by row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--peers", help="not used: no program does this")
    parser.add_argument("--only", choices=tuple(_PARTS))
    given = parser.parse_args()
    print("| what | peer or baseline | ours | target |\n|---|---|---|---|")
    for row in _rows(given.data, given.only):
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
