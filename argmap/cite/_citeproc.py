"""A bibliography set by Pandoc's citation processor: the only place of this stage that calls another program.

Pandoc runs in its sandbox (no file but the style named, no network), with a limit of time.
"""

import subprocess
from typing import Literal, get_args

from argmap.errors import BibliographyFailedError, UnknownNameError
from argmap.pandoc import find_pandoc

Markup = Literal["text", "markdown", "html"]
_WRITERS: dict[str, str] = {"text": "plain", "markdown": "commonmark-raw_html", "html": "html"}
_SECONDS = 60


def run_citeproc(csl: str, markup: Markup = "text", style: str | None = None) -> str:
    """The bibliography of a JSON list of CSL items, in the style's order.

    Args:
        csl: What `to_csl` gives.
        markup: Of the result.
        style: Path of a CSL style; without one Pandoc's own, the Chicago Manual of Style (author-date).

    Raises:
        UnknownNameError: Another markup than these.
        ExtraMissingError: No Pandoc here.
        BibliographyFailedError: Pandoc failed, cannot read the style, or took too long.
    """
    if markup not in _WRITERS:
        raise UnknownNameError("markup", markup, get_args(Markup))
    program = find_pandoc("bibliography", "it", "set")
    command = [program, "--sandbox", "--citeproc", "-f", "csljson", "-t", _WRITERS[markup], "--wrap=none"]
    command += ["--csl", style] if style else []
    try:
        done = subprocess.run(command, input=csl.encode(), capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        why = (
            f"it took more than {_SECONDS} seconds"
            if isinstance(error, subprocess.TimeoutExpired)
            else "it does not start"
        )
        raise BibliographyFailedError(why) from None
    if done.returncode:
        raise BibliographyFailedError(" ".join(done.stderr.decode(errors="replace").split())[:200])
    return done.stdout.decode(errors="replace")
