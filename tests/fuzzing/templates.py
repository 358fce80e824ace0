"""Templates and style sheets from the grammar of Jinja, and from what people try."""

from random import Random

from tests.fuzzing.words import HOSTILE, NUMBERS, PLAIN

_NAMES = ("paper", "paper.title", "paper.sections", "a", "b", "ns", "ns.a", "loop", "loop.index", "self", "caller", "range",
          "namespace", "style", "policy", "m", "varargs", "kwargs", "none", "true", "paper.purpose", "paper.titel",
          "blocks")  # fmt: skip
_FILTERS = (
    "abs", "block", "capitalize", "count", "default('x')", "e", "escape", "first", "href", "indent(4)", "inline", "int",
    "join(', ')", "join", "last", "length", "list", "lower", "map('upper')", "map(attribute='name')", "max", "min", "plain",
    "reject", "rejectattr('x')", "reverse", "round(2)", "safe", "select", "selectattr('name')", "sort", "sum", "trim",
    "sort(attribute='name', reverse=true)", "sum(start=[])", "unique", "upper", "pprint", "tojson", "xmlattr", "groupby('x')",
    "attr('__class__')", "format(1)", "batch(2)", "random", "string", "replace('a', 'b' * 9999)", "center(9999999)",
    "map('map', 'list')", "map('sum', [])", "map('join', ',')", "select('in', a)", "wordwrap", "counted", "urlize", "d",
    "sum(attribute='x', start=0)", "int(base=36)", "int('x', 99)", "indent(-1)", "round(999)", "default(a, true)",
)  # fmt: skip
_TESTS = (
    "defined",
    "none",
    "in a",
    "eq(a)",
    "odd",
    "divisibleby(0)",
    "sameas paper",
    "filter",
    "callable",
    "iterable",
    "odder",
)
_ATTRIBUTES = ("__class__", "mro()", "_x", "title", "name", "format('x')", "items()", "split('')", "split()", "append(1)", "x",
               "heading", "__init__.__globals__", "upper()", "get('x', a)", "cycle(1, 2)", "changed(1)", "previtem", "depth",
               "strip('a')", "join(a)")  # fmt: skip
_THEMES = (
    "h1 { color: red }", "@import 'x';", "a { background: url(http://x) }", "a { background: url(data:,x) }", "</style>",
    "a { background: u\\72l(http://x) }", "@page { margin: 0 }", "/* url(x) */", "a { content: 'url(' }", "}" * 50, "{" * 50,
    "a{b:url(\thttp://x)}", "a{b:src('x')}", "a{b:image-set('x' 1x)}", "\\", "\\110000 ", "\\0", "@charset \"x\";", "<!-- -->",
    "a{b:url(#x)}", "a{b:URL( \"x\")}", "@\\69mport 'x';", "a{b:cross-fade(x)}", "@font-face{src:url(x)}", "\x00", "é" * 99,
    "url(" * 3000, "(" * 9000, "\\75\\72\\6c(x)", "@namespace url(x);", "a{b:ur\\\nl(x)}", "url(" + " " * 20_000,
)  # fmt: skip


def build_template(random: Random) -> str:
    """A template: some statements after an opening that may extend another."""
    opening = ("", "{# For: a test #}\n", "{% extends 'highlight.md.j2' %}\n", "{% extends 'parts/paper.md.j2' %}",
               "{% extends 'own.md.j2' %}", "{% extends 'builtin/highlight.html.j2' %}", "{# For: " + " " * 9000,
               "{% import 'parts/blocks.md.j2' as blocks %}", "{% extends a %}", "{% set ns = namespace(a=[1]) %}",
               "{% set a = [1, 2, 3] %}{% set b = 'abc' %}", "{#" * 40, "{# For:" * 3000)  # fmt: skip
    return random.choice(opening) + "".join(_build_statement(random, 0) for _ in range(random.choice((1, 2, 3, 6))))


def build_theme(random: Random) -> str:
    """A style sheet."""
    return "\n".join(random.choice(_THEMES) for _ in range(random.choice((1, 2, 4))))


def _build_statement(random: Random, depth: int) -> str:
    if depth > 4:
        return random.choice(("x", "{{ a }}", "\n"))
    inner = _build_statement(random, depth + 1)
    value = _build_value(random, depth)
    name = random.choice(("a", "b", "ns.a", "x", "loop", "paper"))
    own = random.choice(
        ("own.md.j2", "parts/own.md.j2", "parts/blocks.md.j2", "highlight.md.j2", "builtin/own.md.j2", "../x")
    )
    return random.choice(
        (
            f"{{{{ {value} }}}}",
            f"{{{{- {value} -}}}}\n",
            f"{{% if {value} %}}{inner}{{% elif {_build_value(random, 3)} %}}x{{% else %}}{inner}{{% endif %}}",
            f"{{% for a in {value} %}}{inner}{{{{ a }}}}{{% else %}}y{{% endfor %}}",
            f"{{% for a, b in {value} if a %}}{inner}{{% endfor %}}",
            f"{{% for i in range(9999) %}}{inner}{{% endfor %}}",
            f"{{% for i in range(40) %}}{{% set ns.a = [ns.a, ns.a] %}}{{% endfor %}}{inner}",
            f"{{% set {name} = {value} %}}{inner}",
            f"{{% set {name} %}}{inner}{{% endset %}}",
            f"{{% set {name} | upper %}}{inner}{{% endset %}}",
            f"{{% macro m(a, b={value}) %}}{inner}{{% endmacro %}}{{{{ m({value}) }}}}",
            f"{{% macro m(a) %}}{{{{ m(a) }}}}{{{{ m(a) }}}}{{% endmacro %}}{{{{ m({value}) }}}}",
            f"{{% call(x) m({value}) %}}{inner}{{% endcall %}}",
            f"{{% filter {random.choice(_FILTERS)} %}}{inner}{{% endfilter %}}",
            f"{{% block {random.choice(('purpose', 'x', 'risks', 'head'))} %}}{inner}{{% endblock %}}",
            f"{{% block x scoped required %}}{inner}{{% endblock %}}{{{{ self.x() }}}}",
            f"{{% include '{own}' %}}" * random.choice((1, 2)),
            f"{{% include [{value}, '{own}'] ignore missing with context %}}",
            f"{{% import '{own}' as {name} %}}{inner}",
            f"{{% from '{own}' import m, x as y with context %}}{inner}",
            f"{{% with a = {value} %}}{inner}{{% endwith %}}",
            f"{{% raw %}}{inner}{{% endraw %}}",
            f"{{% autoescape false %}}{inner}{{% endautoescape %}}",
            f"{{# {inner} #}}",
            "{% " * random.choice((1, 30)) + inner,
            inner * random.choice((2, 3, 20)),
            random.choice(HOSTILE),
            "<h2>" + inner + "</h2>",
            "{{ " + "(" * random.choice((3, 99, 900)) + value,
            "{{ " + " ~ ".join([value] * random.choice((2, 30))) + " }}",
        )
    )


def _build_value(random: Random, depth: int) -> str:
    if depth > 3:
        return random.choice((*_NAMES, "1", "''", "[]"))
    one, two = (_build_value(random, depth + 1 + random.randrange(2)) for _ in range(2))
    return random.choice(
        (
            random.choice(_NAMES),
            random.choice(_NAMES),
            repr(random.choice((*PLAIN, *HOSTILE[:40]))),
            random.choice([number for number in NUMBERS if number.isascii() and number[0].isdigit()]),
            f"[{one}, {two}]",
            f"{{'a': {one}, {two}: 1}}",
            f"({one}, {two})",
            f"{one}|{random.choice(_FILTERS)}",
            f"{one}|{random.choice(_FILTERS)}|{random.choice(_FILTERS)}",
            f"{one}.{random.choice(_ATTRIBUTES)}",
            f"{one}[{two}]",
            f"{one}[{two}:{two}]",
            f"{one} {random.choice(('+', '-', '*', '/', '//', '%', '**', '~', 'and', 'or', '==', '<', 'in', 'not in'))} {two}",
            f"{one} is {random.choice(_TESTS)}",
            f"{one} if {two} else {one}",
            f"{one}({two})",
            f"range({one}, {two})",
            f"range(9999)|{random.choice(_FILTERS)}",
            f"namespace(a={one})",
            f"not {one}",
            f"-{one}",
        )
    )
