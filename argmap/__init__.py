"""argmap checks scholarly arguments: claims, their notes, their sources, and what falls with each source."""

__version__ = "0.1.0"
