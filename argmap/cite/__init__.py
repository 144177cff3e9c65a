"""Notes to sources: every reference in every note, and the one source behind it."""

from argmap.cite.output import short_form, to_bibtex, to_csl
from argmap.cite.stage import cite

__all__ = ["cite", "short_form", "to_bibtex", "to_csl"]
