"""What stands in the files of an attempt: words that plans have, and words that nobody would write."""

from random import Random

from tests.fuzzing.attempts import PLANTED

DATES = (
    "2026-03-31", "31 March 2026", "Q3 2025/26", "2025/26", "March 2026", "ongoing", "TBC", "every October", "monthly",
    "year 2", "end of plan", "spring term 2026", "1 to 31 October 2026", "2026", "academic year 2025/26", "H1 2026/27",
    "2026-02-30", "31/02/2026", "0000-00-00", "9999-12-31", "0001-01-01", "10000-01-01", "Q5 2026/27", "2026/28",
    "99999999999999999999-01-01", "ongoing, review March 2027", "year 99999999999999999999", "year 0", "every never",
    "12 weeks", "3 months", "999999999999 years", "0 days", "-1 months", "1.5 years", "02-29", "02-30", "13-45",
    "Monday 31 March 2026", "year ending March 9999", "winter 9999/00", "Q4 9999/10000", "mid-March 2026", "２０２６-03-31",
    "31 March to 1 January 2026", "Jan-Mar 2026", "March 2027 (was December 2026)", "2026-01-01T00:00:00Z", "26-03-31",
)  # fmt: skip
NUMBERS = (
    "0", "1", "-1", "5", "3.10", "100", "101", "1e308", "-1e308", "1e400", ".inf", "-.inf", ".nan", "0x1F", "0o17",
    "1_000", "007", "+5", "99999999999999999999999", "1e-320", "12:30:45", "５", "½", "1,000", "£5", "50%", "true", "~",
    "suppressed", "not-available", "4", "0.1", "-0.0", "1" * 400, "9" * 5000, "1e5", "2.50",
)  # fmt: skip
ADDRESSES = (
    "https://example.org/a", "http://example.org", "mailto:hello@example.org", "HTTPS://EXAMPLE.ORG", "childline.org.uk",
    "javascript:alert(1)", "https:///x", "https://", "mailto:", "https://exa mple.org", "https://\"><script>", "//x.org",
    "https://[::1", "https://[::1]/", "http://a.example/%zz", "https:\\\\x", "data:text/html,x", "https:x", "mailto:/x",
    "https://x/" + "a" * 3000, "https://xn--/", "https://é.example/ü", "https://a@b:c@d/e", "ftp://x", "https://?x",
)  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style></title>", "]]>", "<!--", "&lt;&#0;",
    "::set-output name=x::y", "  ::error::x", "##[group]x", "::add-mask::x", "\u202eevil\u202c", "\x1b[31mred\x1b[0m",
    "\x9b0m", "\x07\x08", "line\u2028two\u2029three\x85four", "\ufeff", "\u200b\u00ad\u2060", "a\u0301\u0301\u0301",
    "ẞ İ ŉ ǰ", "ＮＨＳ １２３", "K UPN", "٣٤٥ ۵۶", "👩‍👩‍👧‍👦🏽", "\U0010ffff", "\ufffe", "=cmd|' /C calc'!A0", "@SUM(1)", "+1",
    "{{ 7*7 }}", "{% for x in y %}", "{# x #}", "${7*7}", "%s%n%d", "{0.__class__}", "\\", "\\_" * 30, "\\u202e", "|" * 40,
    "[x](javascript:alert(1))", "[x]( https://x \"t\")", "![i](x)", "**" * 40, "_" * 200, "`" * 30, "[" * 60, "<" * 60,
    "> " * 40, "- " * 40, "1. " * 20, "#" * 40, "| a | b |\n|---|---|\n| c | d |", "a\n\n- b\n  - c\n    - d", "\t\t",
    "one two three #4 and so on", "• a • b • c", "(i) a (ii) b (iii) c", "a) b) c)", "=====", "<<<<<<<", "---", "...",
    "x" * 3000, "word " * 600, "a-" * 500, "-" * 2000, " " * 2000 + "x", "A" * 300 + " " + "B" * 300, "é" * 300,
    "Child A, aged 9, of Clacton", "two girls went missing", "born in Colchester on 3 February 2011", "QQ123456C",
    "hello@example.org", "01245 123456", "12 High Street, CM1 1AA", "0800 1111", "DOB 03/02/2011", "nul", "None", "",
    "coparent: ignore[all]", "# coparent: ignore[long-title] because", "Mrs Smith", "J. Bloggs", "LAC NEET EHCP XYZ",
)  # fmt: skip
PLAIN = (
    "Open two homes", "Head of placements", "Children live near the people they know", "We will explore a support offer",
    "Both sites are bought.", "The council", "Review the offer by March 2027", "Home for 12 children", "no", "on", "yes",
    "Co-Parenting", "LAC children", "Head of placements & homes", "head of placements and homes", "TBC", "n/a", "3.10",
)  # fmt: skip
PLANTING = (f"NHS number {PLANTED}",)


def pick_text(random: Random) -> str:
    """A text, of one kind of words or several."""
    text = random.choice(random.choice((PLAIN, PLAIN, PLAIN, HOSTILE, DATES, NUMBERS, ADDRESSES, PLANTING)))
    if random.random() < 0.2:
        text = random.choice((" ", "\n", "", ", ", "-")).join((text, random.choice(HOSTILE)))
    if random.random() < 0.05:
        text += chr(random.choice((random.randrange(0x20, 0x3000), random.randrange(0xE000, 0x110000))))
    return text
