"""Reading: what stops a file from being read as it was meant. documents/ does the finding."""

from coparent.diagnostics import Level
from coparent.rules.registry import Family

_ERRORS = {
    "unreadable-file": """
    A file that gives no text: not UTF-8, a control character, over 5 MB, no ordinary file, a link out of the plans.

    Why: nothing in the file can be checked, so an action in it could be overdue without anyone seeing.
    Fix: save the file again as UTF-8 text, or put the real file in place of the link.

    Before:
        title: a file saved as "Unicode" (UTF-16) by an old editor
    After:
        title: the same file, saved as UTF-8
    """,
    "merge-conflict": """
    The marks git leaves where two people changed the same lines.

    Why: two versions of the truth stand in one file, and the committee would be told neither.
    Fix: keep the lines that are right, and delete the rest together with the lines of <<<, === and >>>.

    Before:
        <<<<<<< ours
        due: March 2027
        =======
        due: June 2027
        >>>>>>> theirs
    After:
        due: March 2027
    """,
    "yaml-syntax": """
    Writing that YAML cannot make sense of: a colon in text, a quote left open, a line too far left or right.

    Why: everything in the file is lost until it is mended, so the rest of it cannot be judged.
    Fix: do what the finding says; most often, put quotes round the text.

    Before:
        title: Health: our delivery plan
    After:
        title: "Health: our delivery plan"
    """,
    "duplicate-field": """
    One field given twice in the same record.

    Why: readers of YAML keep one of the two without saying which, so a date could change unseen.
    Fix: keep one.

    Before:
        due: March 2027
        due: June 2027
    After:
        due: March 2027
    """,
    "not-supported-yaml": """
    A part of YAML that plans do not use: anchors, aliases, tags, merge keys, several documents, deep nesting.

    Why: a plan should say what it says where it says it, so that anyone can read it and git can merge it.
    Fix: write the value out where it is used; if it is text that starts with & or * or !, put quotes round it.

    Before:
        lead: !important Head of fostering
    After:
        lead: "!important Head of fostering"
    """,
}

_WARNINGS = {
    "not-read": """
    A file below plans/ that opens with kind: as a plan does, but whose name does not end in .yaml or .yml.

    Why: nothing in it is read, so its actions are in no paper and no gap is closed by them.
    Fix: end its name in .yaml; some editors add .txt, and hide it.

    Before:
        # homes.yaml.txt
        kind: plan
    After:
        # homes.yaml
        kind: plan
    """,
    "text-cut-by-hash": """
    Text that ends at a " #", because YAML takes what follows for a comment.

    Why: the paper would print half a sentence.
    Fix: put quotes round the whole text, or a space after the # if it is a comment.

    Before:
        success: Agreed by panel #4 and funded
    After:
        success: "Agreed by panel #4 and funded"
    """,
    "folded-list": """
    Lines that begin as items do, with -, • or 1. say, but are read as one paragraph, as plain text and > run on.

    Why: a list of promises turns into one long sentence in the paper.
    Fix: put a hyphen and a space before each line, below its field; with words above them, write | behind the field.

    Before:
        success: >
          - two homes
          - open all year
    After:
        success:
          - two homes
          - open all year
    """,
}

FAMILY = Family("reading")
FAMILY.pages(_ERRORS)
FAMILY.pages(_WARNINGS, Level.WARNING)
