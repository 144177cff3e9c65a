"""Notes to sources: every reference in every note, and the one source behind it."""

from argmap.cite.bibliography import call_number, reference
from argmap.cite.output import render_bibliography, short_form, to_bibtex, to_csl
from argmap.cite.ris import to_ris
from argmap.cite.stage import cite

__all__ = ["call_number", "cite", "reference", "render_bibliography", "short_form", "to_bibtex", "to_csl", "to_ris"]
