"""The findings of `coparent check`: looked for, compared with a baseline, and written where they were asked for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from coparent.checking import Report, Selection
from coparent.cli import github
from coparent.cli.loading import LoadedPlans, load
from coparent.cli.options import read_as_at
from coparent.cli.output import say, write_out
from coparent.cli.requested_files import RequestedFiles, find_requested
from coparent.cli.result_files import ResultFiles
from coparent.cli.terminal import Colour, wants_colour
from coparent.diagnostics import Level
from coparent.documents.snapshot import Snapshot
from coparent.reporters import FORMS, REPORTERS, statistics
from coparent.reporters.style import ReportStyle
from coparent.values import frozen


@frozen
class CheckOptions:
    """What to check, what to do about it, and where to write what is found."""

    paths: tuple[Path, ...]
    stdin_name: str | None
    plans: Path | None
    as_at: str | None
    format_name: str
    annotates: bool
    """Whether what is found also becomes annotations on GitHub."""
    report_files: Sequence[tuple[Path, str]]
    """The files to write, each with its format."""
    show: Level
    """The least serious level that people see."""
    fail_on: Level | None
    """The least serious level that fails the check; None where no level does."""
    selection: Selection
    baseline: Path | None
    write_baseline: Path | None
    fix: bool
    diff: bool
    statistics: bool
    color: Colour
    quiet: bool
    verbose: bool

    @property
    def result_paths(self) -> Sequence[Path]:
        """Every file that is to be written."""
        baseline = [self.write_baseline] if self.write_baseline is not None else []
        return [*baseline, *(path for path, _ in self.report_files)]

    @property
    def is_for_people(self) -> bool:
        """Whether people read what is written to stdout, of which they see only what --show asks for."""
        return self.format_name in ("text", "concise")

    @property
    def needs_all_places(self) -> bool:
        """Whether the line of every finding is needed, also of those that are less serious than --show."""
        if not self.is_for_people or self.report_files or self.annotates:
            return True
        if self.baseline is not None or self.write_baseline is not None:
            return True
        return self.fix or self.diff

    @property
    def least(self) -> Level:
        """The least serious level whose lines are looked up."""
        return Level.NOTE if self.needs_all_places else self.show


def check_each_save(options: CheckOptions) -> None:
    """Check the plans at once, and again at every save of one, until Ctrl+C."""
    from coparent.cli.watch import each_save, passing_over_errors

    tree = find_requested(options.plans, options.paths, options.stdin_name).tree
    for _ in each_save(tree.plans):
        with passing_over_errors():
            check_once(options)


def check_once(options: CheckOptions) -> bool:
    """Check the plans and write what is found; whether that fails the check."""
    day = read_as_at(options.as_at)
    requested = find_requested(options.plans, options.paths, options.stdin_name)
    results = ResultFiles(options.result_paths, requested.tree)
    plans = _load(options, day, requested, Snapshot(requested.tree, requested.stdin))
    if options.diff:
        return _show_fixes(plans, options)
    if options.fix:
        from coparent.cli.fixes import apply_fixes  # Few checks mend anything.

        fixed_texts = apply_fixes(plans, reads_stdin=options.stdin_name is not None)
        plans = _load(options, day, requested, fixed_texts)
    report = plans.report
    if options.write_baseline is not None:
        _write_baseline(report, options.write_baseline, results)
    if options.baseline is not None:
        report = _compare_with_baseline(report, options.baseline)
    if options.verbose:
        say(plans.summary)
    style = plans.style(options.show, wants_colour(options.color), full=options.verbose or requested.is_of_files)
    _write_findings(report, style, options, results)
    return options.write_baseline is None and _has_findings(report, options.fail_on)


def _load(options: CheckOptions, as_at: date, requested: RequestedFiles, texts: Snapshot) -> LoadedPlans:
    return load(requested.tree, texts, as_at, options.selection, options.least, requested.paths)


def _show_fixes(plans: LoadedPlans, options: CheckOptions) -> bool:
    """Show what could be mended, and nothing else; whether what was found fails the check."""
    from coparent.cli.fixes import show_fixes  # Few checks mend anything.

    show_fixes(plans, options.color)
    return _has_findings(plans.report, options.fail_on)


def _has_findings(report: Report, least: Level | None) -> bool:
    """Whether anything was found that is as serious as a level."""
    return least is not None and any(report.count(level) for level in Level if level.rank <= least.rank)


def _write_baseline(report: Report, file: Path, results: ResultFiles) -> None:
    """Write what is found now to a baseline."""
    from coparent.checking.baseline import write_baseline  # Most checks have none.

    results.write(file, write_baseline(report), "json")
    say(f"{len(report.diagnostics)} findings written to {file.as_posix()}")


def _compare_with_baseline(report: Report, file: Path) -> Report:
    """The report without what a baseline knows; of the baseline, what is no longer found is named on stderr."""
    from coparent.checking.baseline import leave_out, read_baseline  # Most checks have none.

    compared = leave_out(report, read_baseline(file))
    for key in compared.outdated_keys:
        say(f"no longer found, so take it out of {file.as_posix()}: {key}")
    return compared


def _write_findings(report: Report, style: ReportStyle, options: CheckOptions, results: ResultFiles) -> None:
    """Write the findings to stdout, to the files that were asked for, and to where GitHub looks for them."""
    is_silent = options.quiet and options.is_for_people and not _has_findings(report, options.show)
    if not is_silent:
        write = statistics.write if options.statistics and options.is_for_people else REPORTERS[options.format_name]
        text = write(report, style)
        write_out(text, FORMS.get(options.format_name, "text"), colour=style.colour)
    plain = replace(style, colour=False, ascii=False)
    for path, format_name in options.report_files:
        results.write(path, REPORTERS[format_name](report, plain), FORMS.get(format_name, "text"))
    if options.annotates:
        github.annotate(report, plain)
