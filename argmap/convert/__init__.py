"""Maps in and out: Argdown, JSON, and the formats of other programs. Every reader and writer lists what it could not carry."""

from argmap.convert._locator import write_locator
from argmap.convert._losses import KEPT, lost_in_drawing
from argmap.convert._maps import ANNOTATIONS, FORMATS, MAP_FORMATS, READABLE, MapFormat, dump_map, format_of, load_map
from argmap.convert._sources import load_sources
from argmap.convert.argdown.include import LoadFile
from argmap.convert.argdown.layout import format_argdown
from argmap.convert.argdown.read import check_argdown

__all__ = [
    "ANNOTATIONS",
    "FORMATS",
    "KEPT",
    "MAP_FORMATS",
    "READABLE",
    "LoadFile",
    "MapFormat",
    "check_argdown",
    "dump_map",
    "format_argdown",
    "format_of",
    "load_map",
    "load_sources",
    "lost_in_drawing",
    "write_locator",
]
