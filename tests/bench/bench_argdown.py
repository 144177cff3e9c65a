"""`make bench-argdown`: Argdown in, against the official parser in the same run: conformance, speed, depth.

The official parser is @argdown/core, fetched by npm into a temporary folder and run by node; where either is missing,
or nothing can be fetched, the table says so. Its time is taken inside of node, without start-up, and the best of three
runs counts on both sides.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from argmap.convert import dump_map, load_map
from argmap.errors import ArgdownError

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("ARGMAP_DATA", ROOT.parent / "shared" / "data"))
OFFICIAL_SECONDS = 1.55
"""What the issue measured for 10,000 statements."""

_SCRIPT = """
const {argdown} = require("@argdown/core/dist/argdown");
const input = require("fs").readFileSync(0, "utf8");
const steps = JSON.parse(process.argv[2]);
let best = Infinity, found = 0;
for (let run = 0; run < 3; run++) {
  const begin = process.hrtime.bigint();
  const response = argdown.run({process: steps, input, logLevel: "silent"});
  best = Math.min(best, Number(process.hrtime.bigint() - begin) / 1e9);
  found = Object.keys(response.statements || {}).length;
  if (response.parserErrors && response.parserErrors.length) found = -1;
}
console.log(JSON.stringify([best, found]));
"""


def text_of(count: int) -> str:
    """A map of so many elements: statements, arguments, relations, tags and data."""
    return "".join(
        f'[T{n}]: Words of statement {n} that *say* something, at some length. {{cite: "@s{n % 9} [3]"}}\n'
        f"  + <A{n}>: more words for it #tag\n  - [T{n // 2}]\n\n"
        for n in range(count // 2)
    )


def deep(levels: int) -> str:
    """Relations nested so deep."""
    return "[c0]\n" + "".join(f"{' ' * level}+ [c{level}]\n" for level in range(1, levels))


class Official:
    """The official parser, if it can be had. `why` says why not."""

    def __init__(self, folder: Path) -> None:
        self.why = ""
        self._folder = folder
        node, npm = shutil.which("node"), shutil.which("npm")
        if not node or not npm:
            self.why = "not here (no node)"
            return
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", "@argdown/core"]
        (folder / "package.json").write_text("{}", "utf-8")
        (folder / "run.js").write_text(_SCRIPT, "utf-8")
        try:
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
        except (subprocess.SubprocessError, OSError):
            self.why = "not here (npm could not fetch it)"

    def seconds(self, text: str, steps: list[str]) -> float | str:
        """Its time for a text, or why there is none."""
        if self.why:
            return self.why
        command = ["node", "run.js", json.dumps(steps)]
        try:
            done = subprocess.run(
                command, cwd=self._folder, input=text.encode(), capture_output=True, check=True, timeout=300
            )
            best, found = json.loads(done.stdout.splitlines()[-1])
        except (subprocess.SubprocessError, ValueError, IndexError):
            return "fails"
        return float(best) if found > 0 else "fails"


def best_of(work: Callable[[], object]) -> float:
    """The shortest of three runs, in seconds of this process."""
    times = []
    for _ in range(3):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def row(what: str, peer: float | str, ours: float, target: str) -> None:
    """Print one line of the table."""
    if isinstance(peer, float):
        print(f"| {what} | {peer:.2f} s | {ours:.2f} s ({ours / peer:.1f} x) | {target} |", flush=True)
    else:
        print(f"| {what} | {peer} | {ours:.2f} s | {target} |", flush=True)


def conformance() -> None:
    """How many files of the data give the official result, those set aside while the parser was written marked."""
    files = sorted((DATA / "argdown").rglob("*.argdown"))
    for name, aside in (("files developed on", False), ("files set aside", True)):
        same = count = 0
        for file in files:
            key = file.relative_to(DATA / "argdown").as_posix()
            if (int(hashlib.sha256(key.encode()).hexdigest(), 16) % 3 == 0) is not aside:
                continue
            count += 1
            same += agrees(file)
        print(
            f"| {name}: same result | {count} (the oracle) | {same} | all |" if count else f"| {name} | no data | | |"
        )


def agrees(file: Path) -> bool:
    """Whether one file gives the official export, or is refused at the official line."""
    expected = json.loads(file.with_name(file.name + ".json").read_text("utf-8"))
    try:
        written, _ = dump_map(load_map(file.read_bytes(), file.name), "argdown-json")
    except ArgdownError as error:
        return [error.findings[0].line] == [one["line"] for one in expected["parserErrors"][:1]]
    return not expected["parserErrors"] and bool(json.loads(written) == expected["result"])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="not used: the peer is fetched by npm")
    parser.parse_args()
    print("| what | @argdown/core in node | ours | target |\n|---|---|---|---|")
    conformance()
    model, whole = (
        ["parse-input", "build-model"],
        ["parse-input", "build-model", "build-map", "colorize", "export-json"],
    )
    with tempfile.TemporaryDirectory() as folder:
        official = Official(Path(folder))
        for count in (1_000, 10_000, 100_000):
            text = text_of(count).encode()
            ours = best_of(lambda data=text: load_map(data, "m.argdown"))  # type: ignore[misc]
            target = f"<= {OFFICIAL_SECONDS} s" if count == 10_000 else "linear"
            row(f"{count:,} statements: read and build", official.seconds(text.decode(), model), ours, target)
        text = text_of(10_000).encode()
        found = load_map(text, "m.argdown")
        ours = best_of(lambda: dump_map(found, "argdown-json"))
        row("10,000 statements: read, map, JSON", official.seconds(text.decode(), whole), ours, "")
        for levels in (200, 300, 1_000, 5_000):
            text = deep(levels).encode()
            ours = best_of(lambda data=text: load_map(data, "m.argdown"))  # type: ignore[misc]
            row(f"{levels:,} levels of relations", official.seconds(text.decode(), model), ours, "no failure")


if __name__ == "__main__":
    main()
