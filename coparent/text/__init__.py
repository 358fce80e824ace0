"""Text as such: escaping, counting words, room on a terminal, near-duplicates. Nothing here knows what a plan is."""
