"""An argument map as a picture: DOT (a pure string), SVG, PDF and PNG by Graphviz, one stand-alone HTML file, a handout."""

from argmap.render.comparison import united
from argmap.render.dot import to_dot
from argmap.render.draw import PictureFormat, draw
from argmap.render.fit import readable
from argmap.render.graph import Direction
from argmap.render.handout import to_handout
from argmap.render.page import to_html
from argmap.render.part import Part, around, section, whole
from argmap.render.picture import PICTURES, Picture, comparison_of, picture_of
from argmap.render.sheet import Look, Marks
from argmap.render.theme import Theme, recolour
from argmap.render.views import VIEWS, Scene, View, ViewKind, boxes_of, drawings, scene_drawings

__all__ = [
    "PICTURES",
    "VIEWS",
    "Direction",
    "Look",
    "Marks",
    "Part",
    "Picture",
    "PictureFormat",
    "Scene",
    "Theme",
    "View",
    "ViewKind",
    "around",
    "boxes_of",
    "comparison_of",
    "draw",
    "drawings",
    "picture_of",
    "readable",
    "recolour",
    "scene_drawings",
    "section",
    "to_dot",
    "to_handout",
    "to_html",
    "united",
    "whole",
]
