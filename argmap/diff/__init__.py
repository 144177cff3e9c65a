"""What changed between two drafts of an argument: `diff_maps` of two maps, `diff_texts` of two essays.

`paired_relations` says which relation of the one map is which of the other.
"""

from argmap.diff._maps import diff_maps
from argmap.diff._relations import paired_relations
from argmap.diff._texts import TextDraft, diff_texts

__all__ = ["TextDraft", "diff_maps", "diff_texts", "paired_relations"]
