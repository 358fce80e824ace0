"""How hard a text is to read: the Automated Readability Index.

R. J. Senter and E. A. Smith, Automated Readability Index, AMRL-TR-66-220, Aerospace Medical Research Laboratories,
1967. It needs no list of syllables: only letters, words and sentences are counted.
"""

import re
from math import ceil

from coparent.text.patterns import compile_later
from coparent.values import frozen

_LINK = compile_later(r"\[([^\[\]]{1,300})\]\([^()\s]{1,500}\)")
_MARKS = compile_later(r"[*_`]|^\s*(?:[-+]|\d+[.)])\s+", re.MULTILINE)
_LINE_END = compile_later(r"(?<!\n)\n(?!\n|\s*(?:[-+*]|\d+[.)])\s)")
_SENTENCE = compile_later(r"[^.!?\n]+(?:[.!?](?=\w)[^.!?\n]*)*")
_WORD = compile_later(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


@frozen
class Readability:
    """What was counted in a text; `longest` is where its longest sentence begins and ends."""

    letters: int
    words: int
    sentences: int
    longest: tuple[int, int]
    longest_words: int

    @property
    def index(self) -> float:
        """The grade of an American school at which the text is read with ease."""
        return 4.71 * self.letters / self.words + 0.5 * self.words / self.sentences - 21.43

    @property
    def age(self) -> int:
        """The age of most who read it with ease."""
        return ceil(self.index) + 5


def measure_readability(text: str) -> Readability:
    """Count a text's letters, words and sentences; a line of a list is a sentence."""
    plain = _LINK.sub(lambda link: link[1].ljust(len(link[0])), text)
    plain = _LINE_END.sub(" ", plain)
    plain = _MARKS.sub(lambda mark: " " * len(mark[0]), plain)
    letters = words = sentences = longest_words = 0
    longest = (0, len(text))
    for sentence in _SENTENCE.finditer(plain):
        found = _WORD.findall(sentence.group())
        if not found:
            continue
        letters += sum(character.isalnum() for word in found for character in word)
        words += len(found)
        sentences += 1
        if len(found) > longest_words:
            longest_words = len(found)
            start = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip())
            longest = (start, sentence.start() + len(sentence.group().rstrip()))
    return Readability(letters, max(words, 1), max(sentences, 1), longest, longest_words)
