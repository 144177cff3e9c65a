"""Formats that Pandoc reads for us: ODT, LaTeX, reStructuredText, Org, MediaWiki, JATS."""
