"""What changed between two drafts of an argument: `diff_maps` of two maps, `diff_texts` of two essays."""

from argmap.diff._maps import diff_maps
from argmap.diff._texts import TextDraft, diff_texts

__all__ = ["TextDraft", "diff_maps", "diff_texts"]
