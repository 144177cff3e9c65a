"""PDF: text and notes by their place on the page."""
