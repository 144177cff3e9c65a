"""Markdown with footnotes."""
