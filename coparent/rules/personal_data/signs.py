"""What people put between the digits of a number and the parts of a date, and the ends of words, as patterns.

They are for texts in which no run of spaces or of one sign is longer than 8.
"""

SIGN = r"[-\u2010-\u2015\u2212\u2043./\\_|\u00b7\u2022*'\"\u2018\u2019,:~#\ufffd]"
"""A stop, slash, dash or mark; U+FFFD is what a hard space becomes in a file that is not UTF-8."""
GAP = rf"(?:\s{{1,8}}+(?:{SIGN}{{1,3}}+\s{{0,8}}+)?+|{SIGN}{{1,3}}+\s{{0,8}}+)"
"""What may stand between two digits of one number."""
OPENS = r"(?<![^\W_])"
"""No letter or digit stands before."""
CLOSES = r"(?![^\W_])"
"""No letter or digit stands behind."""
