"""Python patterns: what RE2 can decide of them, and which of them may backtrack without end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

CLASSES = {
    code.CATEGORY_DIGIT: "0-9",
    code.CATEGORY_WORD: "0-9A-Za-z_",
    code.CATEGORY_SPACE: " \\t\\n\\r\\f\\v",
}
NOT_ASCII = "\\x{80}-\\x{10FFFF}"
SPACES = " \\t-\\r\\x{1C}-\\x{1F}\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}"
SPACES += "\\x{205F}\\x{3000}"
NEGATED = {
    code.CATEGORY_DIGIT: "0-9" + NOT_ASCII,
    code.CATEGORY_WORD: "0-9A-Za-z_" + NOT_ASCII,
    code.CATEGORY_SPACE: SPACES,
}
PLAIN_FLAGS = re.UNICODE
SHORT = 8


class Untranslatable(Exception):  # noqa: N818 -- not an error: another tier takes the pattern
    """RE2 has no expression that accepts only what Python accepts."""


def to_re2(pattern: str) -> str | None:
    r"""Return an RE2 expression, to be searched, that accepts only texts without line ends that Python accepts.

    frictionless matches `^<pattern>$` from the start of the cell, without a group around the pattern. Classes such as
    `\d` are narrowed to ASCII, so that what RE2 accepts is accepted by Python, and not the reverse. None where the
    pattern has anything (look-around, back reference, flag) that has no such expression.
    """
    try:
        tree = parser.parse(f"^{pattern}$")
        if tree.state.flags != PLAIN_FLAGS:
            return None
        return "\\A(?:" + _sequence(tree) + ")"
    except (Untranslatable, re.error, RecursionError, OverflowError):
        return None


def is_risky(pattern: str) -> bool:
    """Whether a pattern may take time that grows faster than the cell's length times a small number."""
    try:
        tree = parser.parse(f"^{pattern}$")
    except (re.error, RecursionError, OverflowError):
        return False
    return _repeats(tree) > 1


def _sequence(items: Iterable[tuple[Any, Any]]) -> str:
    return "".join(_item(operator, value) for operator, value in items)


def _item(operator: Any, value: Any) -> str:
    if operator is code.AT and value in EDGES:
        return EDGES[value]
    if operator not in WRITERS:
        raise Untranslatable
    return WRITERS[operator](value)


def _branch(value: tuple[Any, Any]) -> str:
    return "(?:" + "|".join(_sequence(branch) for branch in value[1]) + ")"


def _group(value: tuple[Any, int, int, Any]) -> str:
    _, added, removed, body = value
    if added or removed:
        raise Untranslatable
    return f"(?:{_sequence(body)})"


def _repeat(value: tuple[int, Any, Any]) -> str:
    least, most, body = value
    inner = f"(?:{_sequence(body)})"
    if most is code.MAXREPEAT:
        return inner + {0: "*", 1: "+"}.get(least, f"{{{least},}}")
    return f"{inner}{{{least},{most}}}"


def _class(items: list[tuple[Any, Any]]) -> str:
    is_negated = items[0][0] is code.NEGATE
    parts = []
    for operator, value in items[1:] if is_negated else items:
        if operator is code.LITERAL:
            parts.append(_literal(value))
        elif operator is code.RANGE:
            parts.append(f"{_literal(value[0])}-{_literal(value[1])}")
        elif operator is code.CATEGORY and value in CLASSES:
            parts.append((NEGATED if is_negated else CLASSES)[value])
        else:
            raise Untranslatable
    return f"[{'^' if is_negated else ''}{''.join(parts)}]"


def _literal(number: int) -> str:
    if number in range(0xD800, 0xE000) or number == 0:
        raise Untranslatable
    return chr(number) if chr(number).isalnum() and number < SHORT * 16 else f"\\x{{{number:X}}}"


EDGES: dict[Any, str] = {
    code.AT_BEGINNING: "\\A",
    code.AT_BEGINNING_STRING: "\\A",
    code.AT_END: "\\z",
    code.AT_END_STRING: "\\z",
}
WRITERS: dict[Any, Callable[[Any], str]] = {
    code.LITERAL: _literal,
    code.NOT_LITERAL: lambda value: f"[^{_literal(value)}]",
    code.ANY: lambda _: "[^\\n]",
    code.IN: _class,
    code.BRANCH: _branch,
    code.SUBPATTERN: _group,
    code.MAX_REPEAT: _repeat,
    code.MIN_REPEAT: _repeat,
}


def _repeats(items: Iterable[tuple[Any, Any]]) -> int:
    """Return how many open repeats can stand for the same text; a repeat of repeats counts as many."""
    total = 0
    for operator, value in items:
        if operator in {code.MAX_REPEAT, code.MIN_REPEAT}:
            least, most, body = value
            inner = _repeats(body)
            is_open = most != least and most > SHORT
            total += (inner + 1) * 2 if is_open and inner else inner + is_open
        elif operator is code.BRANCH:
            total += max(_repeats(branch) for branch in value[1])
        elif operator is code.SUBPATTERN:
            total += _repeats(value[3])
        elif operator in {code.ASSERT, code.ASSERT_NOT}:
            total += _repeats(value[1])
        elif operator not in {code.LITERAL, code.NOT_LITERAL, code.ANY, code.IN, code.AT}:
            total += 2
    return total
