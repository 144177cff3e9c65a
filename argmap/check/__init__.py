"""Rules over texts, maps and anchors; the findings they make; and how findings are written out."""

from argmap.check.explain import explain
from argmap.check.in_text import citing_in_text
from argmap.check.report import FORMATS, write_report
from argmap.check.rule import Anchoring, AnchorRule, Fault, MapRule, Rule, TextRule, TextUnderCheck
from argmap.check.rules import ANCHOR_RULES, MAP_RULES, READING_RULES, RULES, TEXT_RULES
from argmap.check.run import check_anchors, check_map, check_text
from argmap.check.summary import summarise

__all__ = [
    "ANCHOR_RULES",
    "FORMATS",
    "MAP_RULES",
    "READING_RULES",
    "RULES",
    "TEXT_RULES",
    "AnchorRule",
    "Anchoring",
    "Fault",
    "MapRule",
    "Rule",
    "TextRule",
    "TextUnderCheck",
    "check_anchors",
    "check_map",
    "check_text",
    "citing_in_text",
    "explain",
    "summarise",
    "write_report",
]
