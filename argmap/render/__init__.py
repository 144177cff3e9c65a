"""An argument map as a picture: DOT (a pure string), SVG, PDF and PNG by Graphviz, and one stand-alone HTML file."""

from argmap.render.dot import Direction, to_dot
from argmap.render.draw import PictureFormat, draw
from argmap.render.page import to_html
from argmap.render.theme import Theme, recolour

__all__ = ["Direction", "PictureFormat", "Theme", "draw", "recolour", "to_dot", "to_html"]
