"""The files that hold what tables should look like."""

import os
from pathlib import Path

GOLDENS = Path(__file__).parent / "goldens"


def expect(name: str, written: str) -> None:
    """Compare with an expected file; UPDATE_GOLDENS=1 rewrites it: read the difference before committing it."""
    if os.environ.get("UPDATE_GOLDENS") == "1":
        (GOLDENS / name).write_bytes(written.encode())
    assert written.encode() == (GOLDENS / name).read_bytes()
