"""The forms a `when` may take: one module each, its schema and its pure dates."""
