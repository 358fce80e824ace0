"""What templates may do: print plain facts, escaped; and what they may not, however they try."""

import re
from pathlib import Path

import pytest

from coparent.errors import CoparentError
from coparent.papers.limits import start_counting
from coparent.papers.rendering import render
from coparent.papers.rich_text import RichText
from coparent.papers.template_folders import own_folder
from coparent.papers.template_outlines import outline
from tests.papers.hostile import HOSTILE
from tests.papers.own_templates import Page, write_templates

SECRET = "the words of another file"  # noqa: S105 - it is what nobody may read.


def show(tmp_path: Path, source: str, form: str = "md", page: Page = Page()) -> str:  # noqa: B008 - it is frozen.
    """What a template of one's own makes of a page."""
    return render(page, "own", form, write_templates(tmp_path, {f"own.{form}.j2": source}))


def refuse(tmp_path: Path, source: str, form: str = "md") -> str:
    """Why a template of one's own is refused, in words."""
    with pytest.raises(CoparentError) as refused:
        show(tmp_path, source, form)
    assert refused.value.advice
    return refused.value.message


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ paper.title }}", "Music &amp; memories"),
        ("{{ paper.number }} {{ 1 }} {{ -1.5 }}", "2.5 1 -1.5"),
        ("{{ paper.rich }}", "One **bold** word.\n\n- a\n- b"),
        ("{{ paper.rich|inline }}", "One **bold** word. a; b"),
        ("{{ paper.rich|plain }}", "One bold word. a; b"),
        ("- x {{ paper.rich|indent(2) }}", "- x One **bold** word.\n\n  - a\n  - b"),
        ("{{ '*a*' }} {{ '*a*'|inline }} {{ '*a*'|block }}", "\\*a\\* \\*a\\* \\*a\\*"),
        ("{{ 'a'|inline ~ '*' ~ 1 }}", "a\\*1"),
        ("{{ 'a'|inline + '*' }}", "a\\*"),
        ("{{ ['*', 'b'|inline, 1]|join(' | ') }}", "\\* &#124; b &#124; 1"),
        ("{{ paper.sections|join(', ', attribute='name') }}", "purpose, risks"),
        ("{{ paper.sections|map(attribute='name')|join('*') }}", "purpose\\*risks"),
        ("{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m('*') ~ '*' }}", "**\\***\\*"),
        ("{% set x %}{{ '*' }}{% endset %}{{ x }}", "\\*"),
        ("{{ '*'|e }}{{ '*'|escape|upper }}", "\\*\\*"),
        ("[a]({{ 'https://a.example/(b)?c=1&d'|href }})", "[a](<https://a.example/(b)?c=1&amp;d>)"),
        ("{{ 'Ab c '|upper }}{{ 'Ab'|lower }}{{ 'ab'|capitalize }}{{ ' a '|trim }}", "AB C abAba"),
        ("{{ 2.456|round(1) }} {{ 2.5|round }} {{ 2|round(2) }}", "2.5 2 2"),
        ("{% for i in range(3) %}{{ loop.index }}{{ ', ' if not loop.last }}{% endfor %}", "1, 2, 3"),
        ("{% set n = namespace(x=1) %}{% for i in range(3) %}{% set n.x = n.x + i %}{% endfor %}{{ n.x }}", "4"),
        ("{% set shapes = {'a': 'tick'} %}{{ shapes['a'] }}{{ shapes.get('b', '-') }}", "tick\\-"),
        ("{{ 'a,b'.split(',')|length }}{{ 7 // 2 * 2 ** 2 % 5 }}{{ '-' * 3 }}", "22\\---"),
        ("{% for k, v in {'a': 1}.items() %}{{ k }}{{ v }}{% endfor %}", "a1"),
        ("{{ (paper.sections + paper.sections)|length }}", "4"),
    ],
)
def test_what_is_printed_is_escaped_in_its_own_way(tmp_path: Path, source: str, shown: str) -> None:
    assert show(tmp_path, source) == f"{shown}\n"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ paper.title }}", "Music &amp; memories"),
        ('<a title="{{ paper.rich|plain }}" href="{{ "https://a.example/?b&c"|href }}">', None),
        ("{{ paper.rich|inline }}", "One <strong>bold</strong> word. a; b"),
        ("{{ paper.title|block }}{{ paper.rich|block }}", None),
        ("{{ '<i>' ~ ('<b>'|inline) }}", "&lt;i&gt;&lt;b&gt;"),
        ("{{ [paper.title, '<'|inline]|join('<br>') }}", "Music &amp; memories&lt;br&gt;&lt;"),
        ("{{ '<' }}{{ '<'|e }}{{ '<' + '>' }}", "&lt;&lt;&lt;&gt;"),
        (
            "{% macro m(x) %}<b>{{ x }}</b>{{ caller() }}{% endmacro %}{% call m('<') %}<i>{% endcall %}",
            "<b>&lt;</b><i>",
        ),
    ],
)
def test_html_is_escaped_though_its_name_ends_in_j2(tmp_path: Path, source: str, shown: str | None) -> None:
    wanted = {
        1: '<a title="One bold word. a; b" href="https://a.example/?b&amp;c">',
        3: "<p>Music &amp; memories</p><p>One <strong>bold</strong> word.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
    }
    expected = shown or wanted[1 if source.startswith("<a") else 3]
    assert show(tmp_path, source, "html") == f"{expected}\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_opens_a_tag_in_html(tmp_path: Path, text: str) -> None:
    source = '<p class="{{ paper.title }}">{{ paper.title }}{{ paper.rich }}{{ paper.title ~ ("a"|inline) }}</p>'
    page = Page(title=text, rich=RichText(text))
    tags = set(re.findall(r"<[^>]*>", re.sub(r'class="[^"<>]*"', "", show(tmp_path, source, "html", page))))
    assert all(
        re.fullmatch(
            r"</?(p|ul|ol|li|em|strong|a|br|t[hdr]|table|thead|tbody)( (start|href|scope)=\"[^\"<>]*\")? ?>", tag
        )
        for tag in tags
    )


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("{{ paper.nothing }}", "there is nothing to print here: it is none"),
        ("{{ paper.nothing.name }}", 'there is nothing that could have a field "name": it is none'),
        ("{{ paper.nothing ~ 'a' }}", "it is none"),
        ("{{ paper.nothing|upper }}", "it is none"),
        ("{{ [paper.nothing]|join }}", "it is none"),
        ("{{ paper.nothing|plain }}", "it is none"),
        ("{{ true }}", "this is a yes or a no"),
        ("{{ paper.sections }}", "these are several values"),
        ("{{ {'a': 1} }}", "these are several values"),
        ("{{ paper }}", "this cannot be printed, only what is in it: it is a Page"),
        ("{{ range }}", "this cannot be printed"),
        ("{{ paper.titel }}", 'Page has no field "titel": did you mean title?'),
        ("{{ paper.xyz }}", 'Page has no field "xyz"'),
        ("{{ papers }}", 'nothing is called "papers" here'),
        ("{{ 'a'|uper }}", "did you mean upper?"),
        ("{% if 'a' is odder %}{% endif %}", 'nothing is called "odder"'),
        ("{% include 'nowhere.md.j2' %}", 'there is no template "nowhere.md.j2"'),
        ("{% include 'parts/blocs.md.j2' %}", "did you mean parts/blocks.md.j2?"),
        ("{% if %}", "expected an expression"),
        ("{% fro x in y %}", "encountered unknown tag 'fro'"),
        ("{{ 1 / 0 }}", "this does not work: division by zero"),
        ("{{ 1 + 'a' }}", "this does not work"),
        ("{{ 'javascript:alert(1)'|href }}", "a paper may not link to 'javascript:alert(1)'"),
        ("{{ 'x'|indent(99) }}", "by 40 spaces at most"),
    ],
)
def test_a_slip_is_reported_at_its_line_in_plain_words(tmp_path: Path, source: str, why: str) -> None:
    message = refuse(tmp_path, f"first line\n{source}")
    assert message.startswith("templates/own.md.j2:2: ")
    assert why in message


ATTEMPTS = (
    *("{{ ''.__class__ }}", "{{ ''['__class__'] }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}"),
    *("{{ paper.__class__ }}", "{{ paper['__class__'] }}", "{{ paper.__init__.__globals__ }}", "{{ paper.__slots__ }}"),
    *(
        "{{ paper.rich.__eq__ }}",
        "{{ paper.title.__len__() }}",
        "{{ (1).__class__ }}",
        "{{ paper.number.as_integer_ratio() }}",
    ),
    *("{{ self.__init__ }}", "{{ self._TemplateReference__context }}", "{{ self['_TemplateReference__context'] }}"),
    *("{{ environment }}", "{{ context }}", "{{ self.environment }}", "{{ loop }}", "{{ caller }}", "{{ config }}"),
    *("{{ range.__self__ }}", "{{ range.__func__.__globals__ }}", "{{ namespace.__init__.__globals__ }}"),
    *("{{ namespace.mro() }}", "{{ namespace() .__class__ }}", "{{ namespace()._Namespace__attrs }}"),
    *("{{ lipsum }}", "{{ cycler }}", "{{ joiner }}", "{{ dict(a=1) }}", "{{ open('x') }}", "{{ __import__('os') }}"),
    *("{{ ''|attr('__class__') }}", "{{ ''|map(attribute='__class__')|first }}", "{{ ['']|map('attr', 'x')|list }}"),
    *("{{ ['a']|map(attribute='__class__')|first }}", "{{ ['a']|selectattr('__class__')|list|first }}"),
    *("{{ ['a', 'b']|sort(attribute='__class__')|first }}", "{{ ['a']|join(attribute='__class__') }}"),
    *("{{ paper|pprint }}", "{{ paper|string }}", "{{ paper|tojson }}", "{{ paper|xmlattr }}", "{{ ['a']|random }}"),
    *(
        "{{ '{0.__class__}'.format(1) }}",
        "{{ '{0.__class__}'|format(1) }}",
        "{{ '%s' % paper }}",
        "{{ '%s'|format(1) }}",
    ),
    *(
        "{{ 'a'.format_map({}) }}",
        "{{ ('a'|inline).format(1) }}",
        "{{ ('a'|inline).unescape() }}",
        "{{ 'a'.join(['b']) }}",
    ),
    *(
        "{{ [].append(1) }}",
        "{{ {}.update(a=1) }}",
        "{{ {}.pop('a') }}",
        "{{ [1].count(1) }}",
        "{{ paper.sections.index(1) }}",
    ),
    *("{% macro m() %}{% endmacro %}{{ m.__call__ }}", "{% macro m() %}{% endmacro %}{{ m._func }}"),
    *("{% for i in [1] %}{{ loop.__class__ }}{% endfor %}", "{% for i in [1] %}{{ loop._iterator }}{% endfor %}"),
    *("{% import 'other.md.j2' as o %}{{ o.__dict__ }}", "{% import 'other.md.j2' as o %}{{ o._body_stream }}"),
    *("{% block b %}{% endblock %}{{ self.b.__self__ }}", "{% block b %}{% endblock %}{{ self.b._context }}"),
    *("{% autoescape false %}{{ paper.title }}{% endautoescape %}", "{% do 1 %}", "{% debug %}"),
    *("{% include '../secret.md.j2' %}", "{% include 'x/../../secret.md.j2' %}", "{% import '../plans/x' as x %}"),
    *(
        "{% include '/etc/passwd' %}",
        "{% extends '../secret.md.j2' %}",
        "{% include paper.title %}",
        "{% include 'link.md.j2' %}",
    ),
    *(
        "{% include 'builtin/../secret.md.j2' %}",
        "{% from '..\\\\secret.md.j2' import x %}",
        "{% include 'folder/secret.md.j2' %}",
    ),
    *("{% include ['../secret.md.j2', '/etc/passwd'] %}", "{% include 'file:///etc/passwd' %}", "{% include '~/x' %}"),
)


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_template_reaches_nothing_but_the_facts(tmp_path: Path, attempt: str, form: str) -> None:
    own = write_templates(tmp_path, {f"own.{form}.j2": attempt, "other.md.j2": "{% macro m() %}{% endmacro %}"})
    (tmp_path / "secret.md.j2").write_text(SECRET, encoding="utf-8")
    (own / "link.md.j2").symlink_to(tmp_path / "secret.md.j2")
    (own / "folder").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(CoparentError) as refused:
        render(Page(), "own", form, own)
    assert re.match(r"templates/(own|link|folder/secret)\.?\S*:", refused.value.message)
    assert refused.value.advice
    assert SECRET not in refused.value.message


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("{{ 'a' * 10**9 }}", "too large a number|more than 10000"),
        ("{{ 'a' * 999999999 }}", "more than 10000"),
        ("{{ [1] * 999999999 }}", "more than 10000"),
        ("{{ 999999999 * 'a' }}", "more than 10000"),
        ("{{ 10 ** 10 ** 10 }}", "too large a number"),
        ("{{ 2.5 ** 999 }}", "too large a number"),
        ("{{ 'a'|indent(10 ** 9) }}", "40 spaces"),
        ("{{ 'a'.ljust(999999999) }}", "ljust"),
        ("{{ '%999999999d' % 1 }}", "numbers only"),
        ("{{ range(10 ** 9)|list }}", "10000 numbers at most"),
        ("{% set s = 'aaaaaaaa' %}" + "{% set s = s ~ s %}" * 40 + "{{ s }}", "20 million characters"),
        ("{% set s = 'aaaaaaaa' %}" + "{% set s = s + s %}" * 40 + "{{ s }}", "20 million characters"),
        ("{% set s = 9 %}" + "{% set s = s * s %}" * 40 + "{{ s }}", "too large a number"),
        ("{% set s = [1, 2] %}" + "{% set s = s + s %}" * 40, "more than 10000"),
        (
            "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}{% set s = 'aaaaaaaa' %}" + "{% set s = m(s) %}" * 40,
            "20 million",
        ),
        ("{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}", "1 million steps"),
        (
            "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
            "1 million steps",
        ),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "without end"),
        ("{% block b %}{{ self.b() }}{% endblock %}", "without end"),
        ("{% include 'own.md.j2' %}", "without end"),
        ("{% extends 'own.md.j2' %}", "without end"),
        ("{% for i in [[1]] recursive %}{{ loop(i) }}{% endfor %}", "a loop cannot be recursive"),
        ("{% for i in [1] %}" * 30 + "{% endfor %}" * 30, "nested too deeply"),
        ("{{ " + "(" * 999 + "1" + ")" * 999 + " }}", "without end|nested too deeply"),
    ],
)
def test_a_template_that_would_never_end_or_never_fit_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, why: str
) -> None:
    monkeypatch.setattr("coparent.papers.sandbox.MOST_STEPS", 1_000_000)
    message = refuse(tmp_path, source)
    assert re.match(r"templates/own\.md\.j2(:1)?: ", message)
    assert re.search(why, message)


DOUBLED = "{% set ns = namespace(a=[1], b=[1]) %}{% for i in range(40) %}{% set ns.a = [ns.a, ns.a] %}"


@pytest.mark.parametrize(
    "source",
    [
        DOUBLED + "{% set ns.b = [ns.b, ns.b] %}{% endfor %}{{ 1 if ns.a == ns.b else 0 }}",
        "{% set ns = namespace(x='abcdefgh' * 1000, all=[]) %}{% for i in range(11) %}{% set ns.x = ns.x ~ ns.x %}"
        "{% endfor %}{% for i in range(60) %}{% set ns.all = [ns.all, ns.x ~ i] %}{% endfor %}",
    ],
    ids=["time", "memory"],
)
def test_what_no_count_of_steps_catches_is_stopped_by_its_time_or_its_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    start_counting()
    monkeypatch.setattr("coparent.papers.limits.SECONDS", 1)
    monkeypatch.setattr("coparent.papers.limits.MEBIBYTES", 100)
    assert re.match(
        r"templates/own\.md\.j2(:1)?: this (takes more than 1 second|is nested too deeply)", refuse(tmp_path, source)
    )


def test_slow_templates_share_one_allowance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start_counting()
    monkeypatch.setattr("coparent.papers.limits.SECONDS", 1)
    monkeypatch.setattr("coparent.papers.limits.SLOW", 0)
    assert show(tmp_path, "a") == "a\n"
    endless = "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}"
    monkeypatch.setattr("coparent.papers.sandbox.MOST_STEPS", 10**9)
    assert "this takes more than 1 second" in refuse(tmp_path, endless)
    monkeypatch.setattr("coparent.papers.limits.SLOW", 1)
    assert "the templates before it took all the time" in refuse(tmp_path, "a")
    start_counting()
    assert show(tmp_path, "a") == "a\n"


def test_the_steps_of_one_paper_do_not_count_for_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coparent.papers.sandbox.MOST_STEPS", 1_000)
    own = write_templates(tmp_path, {"own.md.j2": "{% for i in range(600) %}{% endfor %}a"})
    assert [render(Page(), "own", "md", own) for _ in range(3)] == ["a\n"] * 3


def test_a_generator_can_be_looped_over_and_is_counted(tmp_path: Path) -> None:
    assert show(tmp_path, "{% for n in ['a']|map('upper') %}{{ n }}{{ loop.length }}{% endfor %}") == "A1\n"


def test_safe_is_there_for_those_who_review_what_they_mark_with_it(tmp_path: Path) -> None:
    assert show(tmp_path, "{{ '<hr>'|safe }}", "html") == "<hr>\n"


@pytest.mark.parametrize("target", [".", ".git"])
def test_no_link_makes_a_template_of_what_lies_beside_the_plans(tmp_path: Path, target: str) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text(SECRET, encoding="utf-8")
    (tmp_path / ".git" / "own.md.j2").write_text("{% include 'config' %}{% include '.git/config' %}", encoding="utf-8")
    (tmp_path / "templates").symlink_to(target, target_is_directory=True)
    with pytest.raises(CoparentError) as refused:
        render(Page(), "own", "md", own_folder(tmp_path / "plans"))
    assert SECRET not in refused.value.message


def test_a_template_that_extends_many_is_refused(tmp_path: Path) -> None:
    chain = {f"a{number}.md.j2": f"{{% extends 'a{number + 1}.md.j2' %}}" for number in range(40)}
    own = write_templates(tmp_path, {**chain, "a40.md.j2": "x"})
    with pytest.raises(CoparentError, match=r"extends another 20 times over"):
        outline("a0", "md", own, ())


def test_replaced_parts_that_lack_what_a_shipped_template_needs_are_reported(tmp_path: Path) -> None:
    own = write_templates(tmp_path, {"parts/blocks.md.j2": ""})
    with pytest.raises(CoparentError, match=r"^templates/: the shipped highlight does not go with what lies here: "):
        render(Page(), "highlight", "md", own)


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x9b", "\u2028", "\u202e"])
def test_no_character_that_cannot_be_seen_comes_out_of_a_template(tmp_path: Path, character: str) -> None:
    assert "templates/own.md.j2:2: this line holds a character" in refuse(tmp_path, f"first line\n{character}")
    written = f"\\u{ord(character):04x}"
    assert show(tmp_path, f"{{{{ 'a{written}b'|safe }}}}") == "ab\n"
