"""Just enough reading of C++ for the rules: code without comments and strings, includes, function bodies."""

import re
from typing import NamedTuple

_SKIP = re.compile(
    r'//[^\n]*'
    r'|/\*.*?\*/'
    r'|R"(?P<mark>[^()\s\\]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'",
    re.DOTALL,
)
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
_DIRECTIVE = re.compile(r'^[ \t]*#(?:[^\n]*\\\n)*[^\n]*', re.MULTILINE)
# A namespace, class or the like: from the keyword, first on its line, to the brace there is no parenthesis.
_SCOPE = re.compile(
    r'(?:^|[\n;:>])[ \t]*(?:inline[ \t]+|typedef[ \t]+)?'
    r'(?:namespace|class|struct|union|enum|extern)\b(?:[ \t]+alignas\([^()]*\))?[^()]*$')


class Include(NamedTuple):
    line: int
    quoted: bool
    name: str


class Body(NamedTuple):
    line: int
    lines: int
    signature: str


def line_of(text, offset):
    return text.count('\n', 0, offset) + 1


def includes(text):
    """Every include line, comments left out, in any spelling."""
    bare = re.sub(r'/\*.*?\*/|//[^\n]*', lambda m: '\n' * m.group().count('\n'), text, flags=re.DOTALL)
    return [Include(line_of(bare, m.start()), m.group(1) == '"', m.group(2).strip())
            for m in _INCLUDE.finditer(bare)]


def code_only(text):
    """The text with comments and literals blanked out; every line break stays where it was."""
    def blank(match):
        kept = '\n' * match.group().count('\n')
        return kept if match.group()[0] == '/' else '""' + kept
    return _SKIP.sub(blank, text)


def _kind_of_brace(head, nested):
    """What a brace after `head` opens; `nested` when it stands inside a function or an initialiser."""
    if nested or head.rstrip().endswith(('=', ',', '(', 'return')):
        return 'other'
    if re.search(r'[\w>]\Z', head):
        return 'initialiser'  # clang-format leaves a space before every other brace
    if _SCOPE.search(head):
        return 'scope'
    return 'function' if '(' in head else 'other'


def functions(text):
    """The outermost function bodies: line of the opening brace, lines from brace to brace, signature."""
    code = _DIRECTIVE.sub(lambda m: '\n' * m.group().count('\n'), code_only(text))
    found, stack, start = [], [], 0
    for match in re.finditer(r'[{};]', code):
        nested = any(kind != 'scope' for kind, _, _ in stack)
        if match.group() == '{':
            head = code[start:match.start()]
            kind = _kind_of_brace(head, nested)
            stack.append((kind, match.start(), head))
            if kind in ('scope', 'function'):
                start = match.end()
            continue
        kind = 'scope'
        if match.group() == '}' and stack:
            kind, opened, head = stack.pop()
            if kind == 'function':
                first = line_of(code, opened)
                found.append(Body(first, line_of(code, match.start()) - first + 1, ' '.join(head.split())))
        elif nested:
            continue
        if kind in ('scope', 'function'):
            start = match.end()
    return found
