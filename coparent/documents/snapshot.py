"""The texts of one run: each file read once, when it is first asked for, and kept as it was then."""

from collections.abc import Iterator, Mapping

from coparent.documents.reading import Unreadable, decode


class Snapshot(Mapping[str, str | Unreadable]):
    """Every text of one run by its path: a save in between never puts a caret on another text.

    `files` are read at most once each. `replacements` stand in for files of the same path, or beside the others.
    """

    def __init__(
        self, files: Mapping[str, bytes | Unreadable], replacements: Mapping[str, bytes | Unreadable] | None = None
    ) -> None:
        self._files = files
        # Bytes take half the room of texts, and decoding them again costs next to nothing.
        self._contents = dict(replacements or {})

    def __getitem__(self, path: str) -> str | Unreadable:
        content = self.content(path)
        return content if isinstance(content, Unreadable) else decode(content)

    def __iter__(self) -> Iterator[str]:
        return iter({**dict.fromkeys(self._files), **dict.fromkeys(self._contents)})

    def __len__(self) -> int:
        return len({*self._files, *self._contents})

    def content(self, path: str) -> bytes | Unreadable:
        """A file's bytes as they were read, its byte order mark among them."""
        if path not in self._contents:
            self._contents[path] = self._files[path]
        return self._contents[path]

    def replacing(self, contents: Mapping[str, bytes]) -> "Snapshot":
        """The same texts but for some, with nothing read again."""
        return Snapshot(self._files, {**self._contents, **contents})
