"""What each target of `make fuzz` is made of: a whole attempt, from one source of chance."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random

from coparent.schema.kinds import KINDS
from tests.fuzzing.attempts import COMMANDS, Attempt
from tests.fuzzing.commands import EVERY, OF_TEMPLATES, pick_commands
from tests.fuzzing.records import build_file
from tests.fuzzing.templates import build_template, build_theme
from tests.fuzzing.words import pick_text
from tests.workspaces import ALWAYS_THERE, SMALLEST

SEEDS = Path(__file__).parent / "seeds"
_EXAMPLE = Path(__file__).parents[1] / "papers" / "example" / "plans"
_SIGNS = (
    "\x00", "\n", "\r", "\r\n", "\t", " ", "  ", ":", ": ", "- ", "#", " #", "'", '"', "[", "]", "{", "}", "&a", "*a", "!",
    "|", ">", "?", "%", "@", "`", ",", "\n---\n", "\n...\n", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "\u2028", "\u0085",
    "\ufeff", "\u00a0", "\u3000", "\ud7ff",
)  # fmt: skip
_ODD_BYTES = (
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xc0\x80",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\x80",
)
_ODD_NAMES = (
    "plans/a b.yaml", "plans/é/ü.yaml", "plans/-x.yaml", "plans/=1+1.yaml", "plans/::error::.yml", "plans/x\u202e.yaml",
    "plans/<b>.yaml", "plans/deep/er/x.yaml", "plans/'\".yaml", "plans/a\nb.yaml", "plans/x.yml", "plans/[x](y).yaml",
    "plans/NHS number 943 476 5919.yaml", "plans/x.txt", "plans/.hidden.yaml", "plans/_draft.yaml", "plans/%41,;.yaml",
)  # fmt: skip


@cache
def _bases() -> tuple[bytes, ...]:
    """Files to change: small sound ones, richer ones, and those of the seeds."""
    kept = [path for path in SEEDS.rglob("*") if path.is_file() and path.name != COMMANDS]
    paths = [*sorted(_EXAMPLE.glob("*.yaml")), *sorted(kept)]
    return (*(text.encode() for text in SMALLEST.values()), *(path.read_bytes() for path in paths))


def _small_workspace() -> dict[str, bytes]:
    return {f"plans/{kind}.yaml": SMALLEST[kind].encode() for kind in ALWAYS_THERE}


def change_bytes(random: Random) -> Attempt:
    """One file of a small workspace, with some of its bytes changed."""
    content = bytearray(random.choice(_bases()))
    for _ in range(random.choice((1, 1, 2, 3, 8, 30))):
        start = random.randrange(len(content) + 1)
        end = min(len(content), start + random.choice((0, 0, 1, 2, 5, 20, 200)))
        other = random.randrange(len(content) + 1)
        content[start:end] = random.choice(
            (
                random.choice(_SIGNS).encode(),
                random.choice(_ODD_BYTES),
                pick_text(random).encode("utf-8", "surrogatepass"),
                bytes(content[other : other + random.choice((1, 10, 100))]),
                bytes(content[start:end]) * random.choice((2, 2, 3, 50)),
                b"",
                bytes([random.randrange(256)]),
            )
        )
    name = random.choice(("plans/x.yaml", "plans/plan.yaml", "plans/strategy.yaml", "plans/x.yml"))
    return Attempt(_small_workspace() | {name: bytes(content[:60_000])}, pick_commands(random, EVERY))


def build_structure(random: Random) -> Attempt:
    """One file of a kind beside a small workspace, its records sound or slightly broken."""
    kind = random.choice(sorted(KINDS))
    files = _small_workspace()
    where = f"plans/{kind}.yaml" if random.random() < 0.7 else "plans/x.yaml"
    files[where] = _encode(build_file(random, kind, random.choice((0, 0, 0.02, 0.05, 0.2))))
    return Attempt(files, pick_commands(random, EVERY))


def build_workspace(random: Random) -> Attempt:
    """Several files that name one another's records, some under odd names."""
    kinds = ["strategy", "measures", "settings", "plan", "plan", "updates", "paper", "paper"]
    files = _small_workspace()
    broken = random.choice((0, 0, 0, 0.01, 0.05))
    for place, kind in enumerate(kinds):
        if random.random() < 0.6:
            name = random.choice(_ODD_NAMES) if random.random() < 0.15 else f"plans/{kind}{place or ''}.yaml"
            name = "plans/strategy.yaml" if kind == "strategy" and random.random() < 0.95 else name
            files[name] = _encode(build_file(random, kind, broken))
    return Attempt(files, pick_commands(random, EVERY))


def build_own_templates(random: Random) -> Attempt:
    """Templates and a theme of one's own beside a small workspace."""
    files = _small_workspace()
    paper = SMALLEST["paper"].replace("committee-paper", random.choice(("own", "own", "highlight")))
    files["plans/paper.yaml"] = paper.encode()
    for name in ("own.md.j2", "own.html.j2", "highlight.md.j2", "parts/blocks.md.j2", "parts/own.md.j2"):
        if random.random() < 0.5 or name == "own.md.j2":
            files[f"templates/{name}"] = _encode(build_template(random))
    if random.random() < 0.4:
        files["templates/theme.css"] = _encode(build_theme(random))
    return Attempt(files, pick_commands(random, OF_TEMPLATES))


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")[:200_000]


TARGETS: Mapping[str, Callable[[Random], Attempt]] = {
    "bytes": change_bytes,
    "structures": build_structure,
    "workspaces": build_workspace,
    "templates": build_own_templates,
}
