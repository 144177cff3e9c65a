"""All rules in the order of their documentation. A new rule is a module here and a line in one of these tuples."""

from argmap.check.rule import AnchorRule, MapRule, Rule, TextRule
from argmap.check.rules import (
    ar001_archival_reference_without_page,
    cl001_claim_without_citation,
    cl002_quotation_without_citation,
    da001_day_that_never_was,
    da002_weekday_of_another_date,
    fn001_note_without_marker,
    fn002_marker_without_note,
    fn003_note_out_of_order,
    ib001_ibid_after_several_sources,
    ib002_ibid_contradicted,
    ib003_ibid_without_antecedent,
    ib004_stale_note_number,
    ib005_reference_without_work,
    ib006_ibid_in_doubt,
    lo001_page_range_reversed,
    lo002_page_outside_work,
    mp000_argdown_syntax,
    mp001_unknown_source,
    mp002_claim_unsupported,
    mp003_source_never_cited,
    mp004_support_circular,
    mp005_claim_attacks_itself,
    mp006_claim_without_text,
    mp007_unknown_standard,
    mp010_anchor_lost,
    mp011_anchor_moved,
    mp012_anchor_of_unknown_claim,
    mp013_anchor_reworded,
    sr001_note_without_source,
    sr002_work_cited_two_ways,
    sr003_short_form_before_full,
    sr004_citation_not_followed,
)

TEXT_RULES: tuple[TextRule, ...] = (
    fn001_note_without_marker.RULE,
    fn002_marker_without_note.RULE,
    fn003_note_out_of_order.RULE,
    sr001_note_without_source.RULE,
    sr002_work_cited_two_ways.RULE,
    sr003_short_form_before_full.RULE,
    sr004_citation_not_followed.RULE,
    cl001_claim_without_citation.RULE,
    cl002_quotation_without_citation.RULE,
    ib001_ibid_after_several_sources.RULE,
    ib002_ibid_contradicted.RULE,
    ib003_ibid_without_antecedent.RULE,
    ib004_stale_note_number.RULE,
    ib005_reference_without_work.RULE,
    ib006_ibid_in_doubt.RULE,
    lo001_page_range_reversed.RULE,
    lo002_page_outside_work.RULE,
    ar001_archival_reference_without_page.RULE,
    da001_day_that_never_was.RULE,
    da002_weekday_of_another_date.RULE,
)

MAP_RULES: tuple[MapRule, ...] = (
    mp001_unknown_source.RULE,
    mp002_claim_unsupported.RULE,
    mp003_source_never_cited.RULE,
    mp004_support_circular.RULE,
    mp005_claim_attacks_itself.RULE,
    mp006_claim_without_text.RULE,
    mp007_unknown_standard.RULE,
)

ANCHOR_RULES: tuple[AnchorRule, ...] = (
    mp010_anchor_lost.RULE,
    mp011_anchor_moved.RULE,
    mp012_anchor_of_unknown_claim.RULE,
    mp013_anchor_reworded.RULE,
)

READING_RULES: tuple[Rule, ...] = (mp000_argdown_syntax.RULE,)
"""Faults that are found by reading: `ArgdownError.findings` holds them."""

RULES: tuple[Rule, ...] = (*TEXT_RULES, *READING_RULES, *MAP_RULES, *ANCHOR_RULES)

__all__ = ["ANCHOR_RULES", "MAP_RULES", "READING_RULES", "RULES", "TEXT_RULES"]
