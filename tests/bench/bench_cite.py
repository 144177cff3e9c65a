"""The bench of the cite stage, one table: what, peer or baseline, ours, target.

    python tests/bench/bench_cite.py [--data FOLDER] [--peers PYTHON] [--only back|parse]

PYTHON is an interpreter with the peers (eyecite) installed; without it the table says that they are not at hand.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench import bench_cite_back  # noqa: E402 - the root must be on the path first

Row = tuple[str, str, str, str]


def _rows(data: Path, peers: str | None, only: str | None) -> Iterator[Row]:
    if only != "parse":
        yield from bench_cite_back.rows(data, peers)
    if only != "back":
        from tests.bench import bench_cite_parse  # noqa: PLC0415 - it reads much data

        yield from bench_cite_parse.rows(data)


def main() -> None:
    """Print the table, row by row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--peers")
    parser.add_argument("--only", choices=("back", "parse"))
    given = parser.parse_args()
    print("| what | peer or baseline | ours | target |\n|---|---|---|---|")
    for row in _rows(given.data, given.peers, given.only):
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
