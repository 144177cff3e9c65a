"""Notes to sources: every reference in every note, and the one source behind it."""

from typing import TYPE_CHECKING

from argmap.cite.bibliography import call_number, reference
from argmap.cite.output import render_bibliography, short_form, to_bibtex, to_csl
from argmap.cite.ris import to_ris

if TYPE_CHECKING:
    from argmap.cite.stage import cite
else:

    def __getattr__(name: str) -> object:
        """Load the stage when it is asked for: it compiles hundreds of patterns, and who draws wants short forms only."""
        if name == "cite":
            from argmap.cite.stage import cite  # noqa: PLC0415

            return cite
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)


__all__ = ["call_number", "cite", "reference", "render_bibliography", "short_form", "to_bibtex", "to_csl", "to_ris"]
