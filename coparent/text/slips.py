"""Whether two texts are the same words: but for the way they are written, or but for a slip of the pen."""

import re
import unicodedata

MOST_SLIPS = 2
_LEAST = 4
_SHORT, _MIDDLING = 5, 8
"""Up to how many letters a word is short, where only two letters in wrong order or one that is doubled are surely a
slip, since others make another word; and middling, where any one letter is. In a longer word any two are."""

_AROUND = " \t\n\"'`\u201c\u201d\u2018\u2019\u201e«»()[]{}.,;:!*"
_DOUBLED = re.compile(r"(.)\1")
_ENDINGS = frozenset(
    ("", "d", "r", "ed", "er", "or", "ers", "ing", "ings", "ly", "al", "able", "es", "ion", "ions", "ive", "y")
)
_LEFT_OUT = ({"d", "ed"}, {"r", "er"})
"""Endings between which a letter was left out, so that they are of one form."""
_BETWEEN_WORDS = re.compile(r"[\s_\-\u2010-\u2014]+")

# Words that stand a letter or two from the name of a field or value, and mean something else.
_OTHER_WORDS = frozenset(
    """
    abandons accented achievers achieves adapted advise agrees annul apprentices approves auction auctions basics
    beater bitter budge budges calculates capers careers cares carets carries carvers caterers cations chance
    chanced changes channelled chanted charge charged circulated clarity clause cloned closes closet collage
    colleague compelled compete competed competes completes complied composed computed concealed conceptual
    conducted conducting consented consenting consisted consisting consolation consoled constants consulate
    consulates consultant consultative consults consumed consuming contacted content contest contracts contrasts
    country courts curried decayed decease deceased decisions decryption defends deference definitive deliverers
    deliveries delivers deprived derides derives descriptive deterred different diffidence disables distinct
    distract distracts diversions divisional educating emulation enlisting enquire enquired enquires enquiring
    equability equation equities exciting exiting expiating familiars faster fended finale financier finding
    finishers finishes foretaste founded founding frequent frequently frequents furnished hearth heath illustrate
    illustrating illustration impart implicating imprecations indented indicate interval intervals inverted invested
    levers linger livelihood lodger logger loner measured mitigating moths motivations mouths mutilations nether
    organisational originate paints parentage parsed partakers partnered passed patents pauses peer percentile
    plains plaint planed planes planks planted plants policy polished polite portly premises primate principals
    principled prints priories prioritise prioritised prioritises promised provident provides provisions publishers
    publishes punished quarters quartet racing raging raking ranting raring ration ratting raving readiness
    redistricted referee referent renounces replaces replayed reporters reschedules resort resorts responded
    responsive restricts retort retracted reverence revises revisited revived sanctions schedulers schedules
    secretions sectional sectioned selections shipped shopped sipped skipped slapped slopped smarted snipped sourced
    sparing sprang sprig sprint stared stares starred stars startled starved stated states stats statue statues
    stepped stomped stooped summarily summery supersedes suspected suspends suspense temperate tolerable tolerant
    tolerate unbeknown unbounded underlay underplay unfounded universality unknowing updated updater viability
    voluntarily wading warming warring withdraw withdrawal withdrawing withdraws withdrew
    """.split()  # noqa: SIM905 - a list of words reads better as one.
)


def plain(text: str) -> str:
    """A text as its words alone: in small letters, without quotes round it or a full stop, each space a single one.

    >>> plain("“In-Progress.”")
    'in progress'
    """
    folded = unicodedata.normalize("NFKC", text).casefold().strip(_AROUND)
    return " ".join(_BETWEEN_WORDS.split(folded))


def is_written_alike(written: str, meant: str) -> bool:
    """Whether two texts differ only in capitals, spaces, hyphens, quotes and a last full stop."""
    return plain(written).replace(" ", "") == plain(meant).replace(" ", "")


def is_slip(written: str, meant: str) -> bool:
    """Whether a text is surely another with a slip of one or two letters, word for word. A word of its own is no slip.

    >>> is_slip("in progres", "in-progress"), is_slip("incomplete", "complete"), is_slip("passed", "paused")
    (True, False, False)
    """
    return _count_in_words(written, meant, is_surely=True) <= MOST_SLIPS


def may_be_slip(written: str, meant: str) -> bool:
    """Whether a person may be asked if they meant this: short words with a wrong letter count, too."""
    return _count_in_words(written, meant, is_surely=False) <= MOST_SLIPS


def _count_in_words(written: str, meant: str, *, is_surely: bool) -> int:
    words, others = plain(written).split(), plain(meant).split()
    if len(words) != len(others):
        return MOST_SLIPS + 1
    return sum(_count_slips(word, other, is_surely) for word, other in zip(words, others, strict=True))


def _count_slips(word: str, meant: str, is_surely: bool) -> int:
    """How many letters of a word have slipped; more than are allowed where it is another word."""
    if word == meant:
        return 0
    longest, slips = max(len(word), len(meant)), _distance(word, meant)
    is_another = word in _OTHER_WORDS or _has_another_ending(word, meant) or not (word + meant).isalpha()
    begins_alike = word[:1] == meant[:1] or (word[1::-1] == meant[:2] and word[2:] == meant[2:])
    if is_another or not begins_alike or longest < _LEAST:
        return MOST_SLIPS + 1
    if is_surely and longest <= _SHORT:
        is_swapped = slips == 1 and sorted(word) == sorted(meant)
        allowed = 1 if is_swapped or _undoubled(word) == _undoubled(meant) else 0
    else:
        allowed = 1 if longest <= (_MIDDLING if is_surely else _SHORT) else MOST_SLIPS
    return slips if slips <= allowed else MOST_SLIPS + 1


def _undoubled(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)


def _has_another_ending(word: str, meant: str) -> bool:
    """Whether one is another form of the other: reviewed and review, reporter and report."""
    shared = next((place for place, (one, other) in enumerate(zip(word, meant, strict=False)) if one != other), None)
    shared = min(len(word), len(meant)) if shared is None else shared
    ends = {word[shared:], meant[shared:]}
    return ends <= _ENDINGS and ends not in _LEFT_OUT


def _distance(word: str, other: str) -> int:
    """How many letters must be added, left out, changed or swapped with the next to turn one word into another."""
    before_last, last = list[int](), list(range(len(other) + 1))
    for row, letter in enumerate(word, start=1):
        current = [row]
        for column, other_letter in enumerate(other, start=1):
            least = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != other_letter))
            is_swapped = row > 1 and column > 1 and letter == other[column - 2] and word[row - 2] == other_letter
            current.append(min(least, before_last[column - 2] + 1) if is_swapped else least)
        before_last, last = last, current
    return last[-1]
