"""What the plans come to, as tables: for people, for papers and for other programs."""
