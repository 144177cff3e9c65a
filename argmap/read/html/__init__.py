"""HTML: pages of any program, with their notes."""
