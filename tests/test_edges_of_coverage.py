"""The edges of coverage."""
