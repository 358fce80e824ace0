"""The mutants of a module: its source with one small change each, made by the operators of cosmic-ray."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator
from parso.tree import NodeOrLeaf

# Of the many that cosmic-ray has for an operator, the ones that are likeliest as a slip: a boundary and an opposite.
_COMPARISONS = ("Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt", "Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt")
_EQUALITIES = ("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is")
_SUMS = (
    "Add_Sub",
    "Sub_Add",
    "Mul_FloorDiv",
    "Div_Mul",
    "FloorDiv_Mul",
    "Mod_FloorDiv",
    "BitOr_BitAnd",
    "BitAnd_BitOr",
)
_OTHERS = (
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_Delete_USub",
    "AddNot",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "ExceptionReplacer",
    "NumberReplacer",
    "ZeroIterationForLoop",
)
_OPERATORS = (
    *(f"ReplaceComparisonOperator_{name}" for name in (*_COMPARISONS, *_EQUALITIES)),
    *(f"ReplaceBinaryOperator_{name}" for name in _SUMS),
    *_OTHERS,
)


@dataclass(frozen=True)
class Mutant:
    """A module's source with one small change, and the lines of the source that were changed."""

    path: Path
    source: str
    line: int
    before: str
    after: str
    in_function: bool
    """Whether the change is in the body of a function, so that it shows without importing the module again."""

    @property
    def module(self) -> str:
        """The name by which its module is imported."""
        return ".".join(self.path.with_suffix("").parts).removesuffix(".__init__")

    @property
    def file(self) -> str:
        """The whole path of its module, as functions and coverage name it."""
        return str(self.path.resolve())


_OPPOSITES = {"in": "not in", "not in": "in"}


class _ReplaceIn(Operator):  # type: ignore[misc]  # cosmic-ray has no types.
    """Replaces `in` by `not in` and the other way round, which cosmic-ray leaves alone."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        is_operator = node.parent is not None and node.parent.type == "comparison"
        if is_operator and node.get_code(include_prefix=False) in _OPPOSITES:
            yield node.start_pos, node.end_pos

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:
        return get_ast(f" {_OPPOSITES[node.get_code(include_prefix=False)]}")

    @classmethod
    def examples(cls) -> tuple[()]:
        return ()


def find_mutants(path: Path) -> list[Mutant]:
    """Every mutant of a module, each once, in the order of its lines."""
    source = path.read_text(encoding="utf-8")
    operators = [_ReplaceIn(), *(get_operator(f"core/{name}")() for name in _OPERATORS)]
    mutants: dict[str, Mutant] = {}
    start = 0
    # Statement by statement, because cosmic-ray reads the code again for each mutant.
    for statement in get_ast(source).children:
        code = statement.get_code()
        for operator in operators:
            for occurrence, node in enumerate(_mutated_nodes(code, operator)):
                mutated = mutate_code(code, operator, occurrence)
                if mutated not in (None, code) and not _is_annotation(node) and not _is_opposite(node, operator):
                    whole = source[:start] + mutated + source[start + len(code) :]
                    mutants.setdefault(whole, _describe(path, source, whole, _is_in_function(node)))
        start += len(code)
    return sorted(mutants.values(), key=lambda mutant: mutant.line)


def _mutated_nodes(code: str, operator: Operator) -> Iterator[NodeOrLeaf]:
    for node in ast_nodes(get_ast(code)):
        yield from (node for _ in operator.mutation_positions(node))


def _ancestors(node: NodeOrLeaf) -> Iterator[tuple[NodeOrLeaf, NodeOrLeaf]]:
    """Each node above, with the child of it on the way down, from the inside out."""
    while node.parent is not None:
        yield node.parent, node
        node = node.parent


def _is_annotation(node: NodeOrLeaf) -> bool:
    """Whether it is part of an annotation, or of a decorator such as @dataclass(frozen=True)."""
    return any(
        parent.type == "decorator"
        or (parent.type in ("annassign", "tfpdef") and child.get_previous_sibling() == ":")
        or (parent.type == "funcdef" and child.get_previous_sibling() == "->")
        for parent, child in _ancestors(node)
    )


def _is_opposite(node: NodeOrLeaf, operator: Operator) -> bool:
    """Whether the condition that gets a `not` has an opposite, which another operator makes of it."""
    if not isinstance(operator, get_operator("core/AddNot")):
        return False
    condition = node.children[2 if node.type == "test" else 1]
    return condition.type in ("comparison", "not_test")


def _is_in_function(node: NodeOrLeaf) -> bool:
    return any(parent.type == "funcdef" and child is parent.children[-1] for parent, child in _ancestors(node))


def _describe(path: Path, source: str, mutated: str, in_function: bool) -> Mutant:
    lines, others = source.splitlines(), mutated.splitlines()
    first = next(index for index, pair in enumerate(zip(lines, others, strict=False)) if pair[0] != pair[1])
    gone = len(lines) - len(others)
    after = "" if gone else others[first].strip()
    return Mutant(path, mutated, first + 1, lines[first].strip(), after, in_function)
