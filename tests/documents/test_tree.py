"""The plan files of a folder: which are found, which are read, and which are never opened."""

import os
from pathlib import Path

import pytest

from coparent.documents import plan_files
from coparent.documents.plan_files import find_plans
from coparent.documents.reading import LARGEST, Unreadable
from coparent.documents.tree import PlanTree
from coparent.errors import CoparentError


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "council" / "plans"
    folder.mkdir(parents=True)
    (folder / "home.yaml").write_text("kind: plan\n", encoding="utf-8")
    return folder


def why_not(plans: Path, name: str) -> str:
    """Why a file below the plans gives no text."""
    content = PlanTree(plans)[f"plans/{name}"]
    assert isinstance(content, Unreadable)
    return content.message


def test_files_are_found_at_any_depth_in_the_order_of_their_paths(plans: Path) -> None:
    for name in ("b/x.yml", "b/c/y.yaml", "a.yaml", "z.YAML", "B/x.yaml"):
        file = plans / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"# {name}", encoding="utf-8")
    tree = PlanTree(plans)
    assert list(tree) == sorted(
        f"plans/{name}" for name in ("B/x.yaml", "a.yaml", "b/c/y.yaml", "b/x.yml", "home.yaml", "z.YAML")
    )
    assert tree["plans/b/c/y.yaml"] == b"# b/c/y.yaml"
    assert len(tree) == 6


def test_names_that_start_with_a_dot_or_an_underscore_and_other_files_are_left_out(plans: Path) -> None:
    for name in (".x.yaml", "_x.yaml", "x.json", "x.yaml~", "yaml"):
        (plans / name).write_text("x", encoding="utf-8")
    for name in (".git", "_old"):
        (plans / name).mkdir()
        (plans / name / "x.yaml").write_text("x", encoding="utf-8")
    assert list(PlanTree(plans)) == ["plans/home.yaml"]


def test_of_a_file_that_only_lacks_its_ending_the_first_lines_are_read(plans: Path) -> None:
    opening = b"\xef\xbb\xbf# Homes\r\n---\r\nid: homes\r\nkind: plan\r\n"
    (plans / "homes.txt").write_bytes(opening + b"title: A plan\r\n")
    assert PlanTree(plans)["plans/homes.txt"] == opening[3:]
    for name, content in {
        "late.txt": b"#\n" * 1500 + b"kind: plan\n",
        "binary.bin": b"kind: plan\n\0",
        "other.txt": b"title: A plan\nkin: plan\n",
        "kept.yaml~": b"kind: plan\n",
        "#kept.yaml#": b"kind: plan\n",
        "_x.txt": b"kind: plan\n",
    }.items():
        (plans / name).write_bytes(content)
    (plans / "wide.txt").write_bytes("kind: plan\nid: homes\n".encode("utf-16"))
    assert PlanTree(plans)["plans/wide.txt"] == b"kind: plan\n"
    (plans / "wide.txt").unlink()
    (plans / "link.txt").symlink_to("homes.txt")
    (plans / "folder").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(plans / "pipe.txt")
    assert list(PlanTree(plans)) == ["plans/home.yaml", "plans/homes.txt"]


def test_a_file_is_read_byte_by_byte(plans: Path) -> None:
    content = b"\xef\xbb\xbfa: b\r\nc: d\r\n"
    (plans / "home.yaml").write_bytes(content)
    assert PlanTree(plans)["plans/home.yaml"] == content


def test_a_folder_with_a_files_name_is_a_folder(plans: Path) -> None:
    (plans / "x.yaml").mkdir()
    (plans / "x.yaml" / "y.yaml").write_text("z", encoding="utf-8")
    assert list(PlanTree(plans)) == ["plans/home.yaml", "plans/x.yaml/y.yaml"]


def test_a_file_over_the_limit_is_not_opened(plans: Path) -> None:
    with (plans / "large.yaml").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert why_not(plans, "large.yaml").startswith("this file is too large")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_is_never_opened(plans: Path) -> None:
    os.mkfifo(plans / "pipe.yaml")
    assert why_not(plans, "pipe.yaml") == "this is not an ordinary file"


def test_a_link_to_a_plan_inside_is_read(plans: Path) -> None:
    (plans / "link.yaml").symlink_to("home.yaml")
    assert PlanTree(plans)["plans/link.yaml"] == b"kind: plan\n"


@pytest.mark.parametrize("target", ["../../secret.yaml", "/etc/passwd"])
def test_a_link_out_of_the_plans_is_not_followed(plans: Path, tmp_path: Path, target: str) -> None:
    (tmp_path / "secret.yaml").write_text("secret", encoding="utf-8")
    (plans / "link.yaml").symlink_to(target)
    assert why_not(plans, "link.yaml") == "this link leads out of the plans"


def test_a_link_by_way_of_another_out_of_the_plans_is_not_followed(plans: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("secret", encoding="utf-8")
    (plans / "_one.yaml").symlink_to("../../secret.yaml")
    (plans / "two.yaml").symlink_to("_one.yaml")
    assert why_not(plans, "two.yaml") == "this link leads out of the plans"


@pytest.mark.parametrize("target", ["nowhere.yaml", "link.yaml"])
def test_a_link_that_leads_nowhere_is_refused(plans: Path, target: str) -> None:
    (plans / "link.yaml").symlink_to(target)
    assert why_not(plans, "link.yaml") == "this link leads nowhere"


def test_links_to_folders_are_refused_even_in_a_circle(plans: Path) -> None:
    (plans / "again").symlink_to(".")
    (plans / "above.yaml").symlink_to("..")
    assert list(PlanTree(plans)) == ["plans/above.yaml", "plans/again", "plans/home.yaml"]
    assert why_not(plans, "again") == "this link leads to a folder, and such links are not followed"
    assert why_not(plans, "above.yaml") == "this link leads out of the plans"


def test_a_file_nobody_may_read_is_refused(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert why_not(plans, "home.yaml") == "this file cannot be read: permission denied"


def test_a_folder_nobody_may_look_into_stops_the_run(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(CoparentError, match="cannot look into"):
        PlanTree(plans)


def test_a_file_that_is_gone_since_is_refused(plans: Path) -> None:
    tree = PlanTree(plans)
    (plans / "home.yaml").unlink()
    content = tree["plans/home.yaml"]
    assert isinstance(content, Unreadable)
    assert content.message == "this file cannot be read: no such file or directory"


def test_a_file_has_changed_once_it_is_saved_after_the_folder_was_looked_into(plans: Path) -> None:
    tree = PlanTree(plans)
    assert not tree.has_changed("plans/home.yaml")
    (plans / "home.yaml").write_text("kind: plan\nid: home\n", encoding="utf-8")
    assert tree.has_changed("plans/home.yaml")
    (plans / "home.yaml").unlink()
    assert tree.has_changed("plans/home.yaml")


def test_no_folder_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(CoparentError, match="cannot look into"):
        PlanTree(tmp_path / "none")


def test_the_plans_are_found_from_any_folder_below_or_beside_them(plans: Path, tmp_path: Path) -> None:
    deep = plans / "delivery" / "old"
    deep.mkdir(parents=True)
    beside = plans.parent / "templates"
    beside.mkdir()
    assert find_plans(deep) == find_plans(plans) == find_plans(plans.parent) == find_plans(beside) == plans
    with pytest.raises(CoparentError, match="no plans/ folder here") as raised:
        find_plans(tmp_path)
    assert "--plans" in raised.value.advice


def test_a_file_is_named_by_its_path_beside_the_plans(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = PlanTree(plans)
    assert tree.name(plans / "a" / "b.yaml") == "plans/a/b.yaml"
    assert tree.name(plans / "a" / ".." / "b.yaml") == "plans/b.yaml"
    assert tree.name(plans) == "plans"
    assert tree.name(plans.parent / "b.yaml") is None
    monkeypatch.chdir(plans)
    assert tree.name(Path("b.yaml")) == "plans/b.yaml"


@pytest.mark.parametrize(
    ("path", "is_there"),
    [
        ("documents/minutes.pdf", True),
        ("plans/home.yaml", True),
        ("documents/other.pdf", False),
        ("../outside.pdf", False),
        ("documents/out.pdf", False),
        ("documents/loop.pdf", False),
        ("x" * 5000, False),
        ("documents/minutes.pdf/deeper", False),
    ],
)
def test_a_link_to_a_file_must_lead_to_one_beside_the_plans(plans: Path, path: str, is_there: bool) -> None:
    documents = plans.parent / "documents"
    documents.mkdir()
    (documents / "minutes.pdf").touch()
    (plans.parent.parent / "outside.pdf").touch()
    (documents / "out.pdf").symlink_to("../../outside.pdf")
    (documents / "loop.pdf").symlink_to("loop.pdf")
    assert PlanTree(plans).exists(path) is is_there


def test_of_a_link_that_leads_nowhere_the_likeliest_file_of_its_folder_is_found(plans: Path) -> None:
    documents = plans.parent / "documents"
    documents.mkdir()
    for name in ("minutes-may.pdf", "minutes-june.pdf", "terms.docx"):
        (documents / name).touch()
    (documents / "minutes-july.pdf").mkdir()
    tree = PlanTree(plans)
    assert tree.find("documents/terms.docx") == "documents/terms.docx"
    assert tree.find("documents/Minutes May.pdf") == "documents/minutes-may.pdf"
    assert tree.find("documents/terms.doc") == "documents/terms.docx"
    assert (tree.find("documents/other.pdf"), tree.find("elsewhere/terms.docx"), tree.find("../terms.docx")) == (
        "",
        "",
        "",
    )


def test_a_folder_of_plans_that_a_link_leads_out_is_refused_with_what_to_type(plans: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    (here / "plans").symlink_to(plans)
    with pytest.raises(CoparentError, match="leads out of the folder that holds it") as raised:
        PlanTree(here / "plans")
    assert raised.value.advice.endswith(f"--plans {plans.as_posix()}")
    (here / "elsewhere").mkdir()
    (here / "elsewhere" / "home.yaml").touch()
    (here / "plans").unlink()
    (here / "plans").symlink_to("elsewhere")
    assert list(PlanTree(here / "plans")) == ["plans/home.yaml"]


@pytest.mark.parametrize("target", ["plans", "a" * 300, "nowhere"])
def test_plans_that_are_a_link_to_no_folder_are_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "plans").symlink_to(target)
    with pytest.raises(CoparentError, match="is a link that leads to no folder"):
        find_plans(tmp_path)


def test_links_that_no_disk_can_follow_lead_nowhere(plans: Path) -> None:
    for name in ("a.yaml", "a"):
        (plans / name).symlink_to("a" * 300)
    (plans / "b.yaml").symlink_to("/".join(["b"] * 1_000))
    assert list(PlanTree(plans)) == ["plans/a.yaml", "plans/b.yaml", "plans/home.yaml"]
    assert why_not(plans, "a.yaml") == why_not(plans, "b.yaml") == "this link leads nowhere"


@pytest.mark.parametrize("name", ["a" * 5_000, "a\0b", "a/" * 3_000, "a\nb"])
def test_a_path_that_no_file_can_have_names_nothing(plans: Path, name: str) -> None:
    tree = PlanTree(plans)
    assert tree.name(plans.parent / name) is None
    assert tree.find(name) == ""
    assert not tree.is_plan(plans.parent / name)
    assert tree.is_plan(plans / f"{name}.yaml")


def test_a_folder_that_goes_away_while_the_plans_are_found_is_left_out(
    plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (plans / "below").mkdir()
    (plans / "below" / "x.yaml").touch()
    scan = os.scandir

    def scan_and_take_away(folder: Path) -> object:
        entries = scan(folder)
        if folder == plans:
            (plans / "below").rename(plans.parent / "below")
        return entries

    monkeypatch.setattr(os, "scandir", scan_and_take_away)
    assert list(PlanTree(plans)) == ["plans/home.yaml"]


def test_more_files_than_one_run_reads_are_refused(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_files, "MOST_FILES", 3)
    for number in range(3):
        assert len(PlanTree(plans)) == number + 1
        (plans / f"{number}.yaml").touch()
    with pytest.raises(CoparentError, match="more than 3 plan files"):
        PlanTree(plans)


def test_more_of_other_files_than_one_run_looks_at_are_refused(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_files, "MOST_ENTRIES", 3)
    (plans / "deep").mkdir()
    (plans / "deep" / "a.txt").touch()
    assert len(PlanTree(plans)) == 1
    (plans / "deep" / "b.txt").touch()
    with pytest.raises(CoparentError, match="more than 3 files and folders"):
        PlanTree(plans)


def test_folders_without_end_inside_one_another_are_refused(plans: Path) -> None:
    deep = plans
    for _ in range(plan_files.DEEPEST):
        assert len(PlanTree(plans)) == 1
        deep = deep / "d"
        deep.mkdir()
        (deep / "x.txt").touch()
    with pytest.raises(CoparentError, match="more than 32 folders inside"):
        PlanTree(plans)


def test_more_text_than_one_run_holds_is_refused(plans: Path) -> None:
    for number in range(4):
        with (plans / f"{number}.yaml").open("wb") as file:
            file.truncate(LARGEST)
        if number < 3:
            assert len(PlanTree(plans)) == number + 2
    with pytest.raises(CoparentError, match="more than 20 MB of plan files"):
        PlanTree(plans)
