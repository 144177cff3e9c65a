"""Maps in and out: Argdown, JSON, GraphML. Every reader and writer lists what it could not carry."""

from argmap.convert._maps import FORMATS, dump_map, format_of, load_map
from argmap.convert._sources import load_sources

__all__ = ["FORMATS", "dump_map", "format_of", "load_map", "load_sources"]
