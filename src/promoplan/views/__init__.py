"""Data → Rich renderables. Nothing here prints, and user text is never markup."""
