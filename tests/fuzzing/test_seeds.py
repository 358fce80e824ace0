"""What broke the program once breaks it no more, and a fresh attempt of each kind does not either."""

from pathlib import Path
from random import Random

import pytest

from tests.fuzzing.attempts import COMMANDS, read_seed
from tests.fuzzing.inputs import SEEDS, TARGETS
from tests.fuzzing.trials import make

KEPT = sorted(path.parent for path in SEEDS.glob(f"*/{COMMANDS}"))


@pytest.mark.parametrize("folder", KEPT, ids=[folder.name for folder in KEPT])
def test_what_broke_once_breaks_no_more(folder: Path) -> None:
    assert make(read_seed(folder)) is None


@pytest.mark.parametrize("target", TARGETS)
def test_files_that_nobody_would_write_break_nothing(target: str) -> None:
    assert make(TARGETS[target](Random(0))) is None
