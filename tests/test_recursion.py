"""No function calls itself over what a file holds: nesting a hundred thousand deep must not end a run."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import coparent

ROOT = Path(coparent.__file__).parent

BOUNDED: Mapping[str, str] = {
    "advice:as_yaml": "plain data, which is nested at most 32 deep",
    "authoring/edits:_values": "plain data, which is nested at most 32 deep",
    "documents/anchors:_as_writable": "plain data, which is nested at most 32 deep",
    "documents/anchors:Anchors._sources": "nodes, which are nested at most 32 deep",
    "documents/composing:_Composer.close": "the item above is closed before one begins: no deeper than that",
    "documents/composing:_Composer.add": "as close",
    "documents/composing:_Composer.add_name": "as close",
    "documents/composing:_Composer.begin_item": "as close",
    "documents/nodes:walk_scalars": "nodes, which are nested at most 32 deep",
    "papers/context_json:_plain": "the facts of a paper, which are nested as deep as their classes",
    "papers/markdown_text:_blocks": "markdown-it, which nests at most 20 deep",
    "papers/markdown_text:_items": "as _blocks",
    "papers/sections/purpose:_letter": "the logarithm of a number",
    "papers/sections/texts:_changed": "the facts of a paper, which are nested as deep as their classes",
    "rules/wording/short_forms:_spells": "the letters of a short form, which are few",
    "schema/cutting:_prune": "plain data, which is nested at most 32 deep",
    "schema/cutting:ids_in": "plain data, which is nested at most 32 deep",
    "schema/dating:_short_texts": "plain data, which is nested at most 32 deep",
    "schema/field_values:_add_values": "records, which are nested as deep as their classes",
    "schema/field_values:_ways": "the classes of records, which are nested a few deep",
    "schema/ids:_id_fields": "the classes of records, which are nested a few deep",
    "schema/ids:kinds_with_ids": "the classes of records, which are nested a few deep",
    "schema/ids:_find_identified": "records, which are nested as deep as their classes",
    "schema/ids:_add_references": "records, which are nested as deep as their classes",
    "schema/ids:without_ids": "records, which are nested as deep as their classes",
    "schema/offers:example": "the classes of records, which are nested a few deep",
    "schema/offers:first_fields": "the classes of records, which are nested a few deep",
    "schema/reshaping:_join": "plain data, which is nested at most 32 deep",
    "schema/reshaping:_plain": "plain data, which is nested at most 32 deep",
    "schema/shapes:_read_shape": "the types of fields, which are nested a few deep",
    "schema/texts:_text_fields": "the classes of records, which are nested a few deep",
    "schema/texts:_holds_prose": "the classes of records, which are nested a few deep",
    "schema/texts:find_texts": "records, which are nested as deep as their classes",
    "schema/texts:TextCollection._add": "records, which are nested as deep as their classes",
    "schema/written:writable": "plain data, which is nested at most 32 deep",
    "schema/written:as_data": "plain data, which is nested at most 32 deep",
    "schema/written:fields_of": "plain data, which is nested at most 32 deep",
    "tables/record/fields:_describe": "records, which are nested as deep as their classes",
    "tables/record/fields:details_of": "records, which are nested as deep as their classes",
    "tables/record/fields:_all_in_words": "records, which are nested as deep as their classes",
    "tables/record/fields:_in_words": "records, which are nested as deep as their classes",
    "tables/record/fields:_record_in_words": "records, which are nested as deep as their classes",
    "tables/record/fields:fields_value": "records, which are nested as deep as their classes",
    "tables/record/fields:_plain_value": "records, which are nested as deep as their classes",
    "timescales/formatting:in_words": "a review has no review of its own",
    "timescales/keeping:_match": "the facts of a date, of which a few are compared",
    "timescales/recurring:recognise_without_days": "a review has no review of its own",
    "timescales/recurring:_recognise_review": "a review has no review of its own",
    "timescales/spans:_recognise_form": "a beginning, behind which no other may follow",
    "timescales/suggestions:accepted_offers": "the offers of refusals, which offer what is accepted",
    "workspace/assembling:_validate_all": "once more, where the settings turn up late",
}
"""The functions that call themselves all the same, and what bounds how often."""


def _find_calls(tree: ast.Module) -> dict[str, set[str]]:
    """For each function and method of a module, those of the same module that it names."""
    top = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    calls = {node.name: _named(node) & top for node in tree.body if isinstance(node, ast.FunctionDef)}
    for holder in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        methods = [node for node in holder.body if isinstance(node, ast.FunctionDef)]
        own = {method.name for method in methods}
        for method in methods:
            of_self = {f"{holder.name}.{name}" for name in _named_of_self(method) & own}
            calls[f"{holder.name}.{method.name}"] = of_self | (_named(method) & top)
    return calls


def _named(function: ast.FunctionDef) -> set[str]:
    names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    stored = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    arguments = {argument.arg for argument in ast.walk(function) if isinstance(argument, ast.arg)}
    return names - stored - arguments


def _named_of_self(function: ast.FunctionDef) -> set[str]:
    return {
        node.attr
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
    }


def _reaches(start: str, calls: Mapping[str, set[str]]) -> bool:
    """Whether a function comes back to itself."""
    seen: set[str] = set()
    to_visit = list(calls[start])
    while to_visit:
        name = to_visit.pop()
        if name == start:
            return True
        if name in calls and name not in seen:
            seen.add(name)
            to_visit += calls[name]
    return False


def _find_recursive() -> Iterator[str]:
    for file in sorted(ROOT.rglob("*.py")):
        calls = _find_calls(ast.parse(file.read_text(encoding="utf-8")))
        module = file.relative_to(ROOT).with_suffix("").as_posix()
        yield from (f"{module}:{name}" for name in calls if _reaches(name, calls))


def test_a_function_that_calls_itself_says_what_bounds_it() -> None:
    assert sorted(_find_recursive()) == sorted(BOUNDED)
