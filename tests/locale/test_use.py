"""Every text of the interface is used, and every text that is asked for is there.

The sources are read: a text's name stands in them as a whole, or as the beginning that an f-string completes.
"""

import ast
import re
from collections.abc import Iterator

import pytest

from reader.locale import Messages
from tests.samples import ROOT

TEXTS = {re.sub(r"^(\w+\.\w+)\.(?:zero|one|two|few|many|other)$", r"\1", name) for name in Messages("en")._texts}
SECTIONS = {name.partition(".")[0] for name in TEXTS if "." in name}


def expressions() -> Iterator[ast.AST]:
    for path in (ROOT / "reader").rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def names() -> tuple[set[str], set[str], set[str]]:
    """What is written of texts' names in the sources: whole ones, and beginnings and ends of f-strings."""
    whole, beginnings, ends = set(), set(), set()
    for node in expressions():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            whole.add(node.value)
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            beginning = str(node.values[0].value)
            if beginning.partition(".")[0] in SECTIONS:
                beginnings.add(beginning)
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[-1], ast.Constant):
            end = str(node.values[-1].value)
            if len(node.values) == 2 and re.fullmatch(r"\.[a-z_]+", end):
                ends.add(end)
    return whole, beginnings, ends


@pytest.mark.exhaustive
def test_no_text_is_unused() -> None:
    whole, beginnings, ends = names()
    made = (tuple(beginnings), tuple(ends))
    used = {name for name in TEXTS if name in whole or name.startswith(made[0]) or name.endswith(made[1])}
    assert [name for name in TEXTS if name not in used] == []


@pytest.mark.exhaustive
def test_no_text_is_missing() -> None:
    """Arguments of ``text`` and ``say`` that look like names of texts are some."""
    asked = {
        node.args[0].value
        for node in expressions()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"text", "say"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
        and node.args[0].value.partition(".")[0] in SECTIONS
    }
    assert asked
    assert asked - TEXTS == set()
