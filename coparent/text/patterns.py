"""Regular expressions that are compiled when they are first used: most runs meet few of them."""

import re
from typing import cast


class _Later:
    """Stands for a compiled pattern until somebody asks it for anything."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._pattern, self._flags)
        for used in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "pattern", "flags"):
            self.__dict__[used] = getattr(compiled, used)
        return getattr(compiled, name)


def compile_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled at its first use, and then as quick as any."""
    return cast("re.Pattern[str]", _Later(pattern, int(flags)))
