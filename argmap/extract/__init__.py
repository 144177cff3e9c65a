"""Document and citations -> claims, and a draft map. The only stage that imports spaCy; its pipeline is built on first use."""

from argmap.extract.draft import draft_map
from argmap.extract.stage import extract

__all__ = ["draft_map", "extract"]
