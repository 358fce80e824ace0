"""A baseline keeps what was there out of sight, and nothing else."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from coparent.checking import Report
from coparent.checking.baseline import LARGEST, identify, leave_out, read_baseline, write_baseline
from coparent.errors import CoparentError
from tests.workspaces import judge_texts, lay_over

TWICE = "partners: [icb, icb]"


def keys(report: Report) -> list[str]:
    return [key for key, _ in identify(report.diagnostics)]


def test_a_key_names_the_rule_the_record_the_field_and_the_id_referred_to() -> None:
    assert "repeated-reference plan/home-plan partners icb" in keys(judge_texts(lay_over({"plan": TWICE})))


def test_a_key_outlives_lines_moved_and_other_findings_added() -> None:
    before = judge_texts(lay_over({"plan": TWICE}))
    texts = lay_over({"plan": TWICE})
    texts["plans/moved.yaml"] = "# Moved, with a line above\n\n" + texts.pop("plans/plan.yaml")
    assert set(keys(before)) <= set(keys(judge_texts(texts)))


def test_equal_keys_are_numbered() -> None:
    report = judge_texts(lay_over({"plan": "partners: [icb, icb, icb]"}))
    assert [key for key in keys(report) if key.startswith("repeated-reference")] == [
        "repeated-reference plan/home-plan partners icb",
        "repeated-reference plan/home-plan partners icb #2",
    ]


def test_what_a_baseline_knows_is_left_out_and_counted(tmp_path: Path) -> None:
    report = judge_texts(lay_over({"plan": TWICE}))
    file = tmp_path / "baseline.json"
    file.write_text(write_baseline(report), encoding="utf-8")
    compared = leave_out(replace(report, ignored=2), read_baseline(file))
    assert compared.diagnostics == ()
    assert compared.ignored == len(report.diagnostics) + 2
    assert compared.outdated_keys == ()


def test_a_new_finding_is_reported_and_a_mended_one_is_outdated() -> None:
    known = frozenset(keys(judge_texts(lay_over({"plan": TWICE}))))
    compared = leave_out(judge_texts(lay_over({"plan": "partners: [icb]\nreports_to: [board, board]"})), known)
    assert "repeated-reference" in [finding.rule for finding in compared.diagnostics]
    assert "repeated-reference plan/home-plan partners icb" in compared.outdated_keys


def test_personal_data_is_never_in_a_baseline() -> None:
    report = judge_texts(lay_over({"plan": 'summary: "Her NHS number is 999 000 0018"'}))
    assert "personal-data" in [finding.rule for finding in report.diagnostics]
    assert "personal-data" not in write_baseline(report)
    known = frozenset(keys(report))
    assert "personal-data" in [finding.rule for finding in leave_out(report, known).diagnostics]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"format": 2, "findings": []}',
        b'{"format": 1, "findings": [1]}',
        b"[" * 100_000,
        b'{"format":' * 100_000,
        b'{"format": 1, "findings": ' + b"[" * 100_000,
        b'{"format": ' + b"1" * 100_000 + b', "findings": []}',
        b'{"format": 1, "findings": [], "findings": ["a"]}',
        b'{"format": 1, "findings": ["' + b"a" * 20_000 + b'"]}',
        b'{"format": 1, "findings": ["\xff"]}',
        b"\xff\xfe{\0}\0",
    ],
    ids=range(12),
)
def test_a_file_that_is_no_baseline_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_bytes(content)
    with pytest.raises(CoparentError, match="not a baseline"):
        read_baseline(file)


def test_what_is_no_ordinary_file_is_never_read_as_a_baseline(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero"), tmp_path):
        with pytest.raises(CoparentError, match="it is not an ordinary file"):
            read_baseline(path)
    with (tmp_path / "large").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(CoparentError, match="is too large"):
        read_baseline(tmp_path / "large")
    for name in ("none", "x" * 5_000, "a\0b"):
        with pytest.raises(CoparentError, match="cannot read"):
            read_baseline(tmp_path / name)


def test_a_baseline_is_sorted_json_that_git_merges_line_by_line() -> None:
    written = write_baseline(judge_texts(lay_over({"plan": TWICE})))
    findings = json.loads(written)["findings"]
    assert findings == sorted(findings)
    assert len(written.splitlines()) == len(findings) + 5
