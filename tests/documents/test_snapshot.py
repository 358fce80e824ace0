"""The texts of one run: each read once, and kept as it was read."""

from collections.abc import Iterator, Mapping

from coparent.documents.reading import Unreadable
from coparent.documents.snapshot import Snapshot


class Source(Mapping[str, bytes | Unreadable]):
    """Files that change every time they are read."""

    def __init__(self, *paths: str) -> None:
        self.reads = dict.fromkeys(paths, 0)

    def __getitem__(self, path: str) -> bytes | Unreadable:
        self.reads[path] += 1
        return f"version: {self.reads[path]}".encode()

    def __iter__(self) -> Iterator[str]:
        return iter(self.reads)

    def __len__(self) -> int:
        return len(self.reads)


def test_a_file_is_read_when_it_is_first_asked_for_and_never_again() -> None:
    source = Source("a.yaml", "b.yaml")
    texts = Snapshot(source)
    assert source.reads == {"a.yaml": 0, "b.yaml": 0}
    assert [texts["a.yaml"] for _ in range(3)] == ["version: 1"] * 3
    assert texts.content("a.yaml") == b"version: 1"
    assert source.reads == {"a.yaml": 1, "b.yaml": 0}


def test_a_replacement_stands_in_for_a_file_which_is_not_read() -> None:
    source = Source("a.yaml", "b.yaml")
    texts = Snapshot(source, {"b.yaml": b"typed", "new.yaml": b"not saved yet"})
    assert dict(texts) == {"a.yaml": "version: 1", "b.yaml": "typed", "new.yaml": "not saved yet"}
    assert len(texts) == 3
    assert source.reads["b.yaml"] == 0


def test_texts_written_anew_leave_the_others_as_they_were_read() -> None:
    source = Source("a.yaml", "b.yaml")
    texts = Snapshot(source)
    assert texts["a.yaml"] == "version: 1"
    fixed = texts.replacing({"b.yaml": b"fixed"})
    assert dict(fixed) == {"a.yaml": "version: 1", "b.yaml": "fixed"}
    assert source.reads == {"a.yaml": 1, "b.yaml": 0}


def test_a_byte_order_mark_belongs_to_the_bytes_and_not_to_the_text() -> None:
    texts = Snapshot({"a.yaml": b"\xef\xbb\xbfkind: plan"})
    assert texts["a.yaml"] == "kind: plan"
    assert texts.content("a.yaml") == b"\xef\xbb\xbfkind: plan"


def test_a_file_without_text_gives_its_reason() -> None:
    reason = Unreadable("this link leads nowhere", "take it out")
    texts = Snapshot({"link.yaml": reason, "image.yaml": b"\xff\xfe\x00"})
    assert texts["link.yaml"] is reason
    assert isinstance(texts["image.yaml"], Unreadable)
