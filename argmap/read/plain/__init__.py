"""Plain text with notes at its end."""
