"""The edges of timescales."""
