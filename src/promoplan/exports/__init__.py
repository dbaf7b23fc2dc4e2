"""Data → text or bytes for other programs."""
