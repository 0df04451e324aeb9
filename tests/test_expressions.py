"""Regular expressions match the same on every Python the project names.

Before 3.11.5 a possessive repeat of a group and an atomic group match wrongly where what is inside can match in more
than one way (gh-106052): telephone numbers were not found, strings in code not seen, in silence. A possessive repeat
of one character, or of what a group matched, is right everywhere; for the rest there is :mod:`reader.text.patterns`.
"""

import ast
import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import reader
from tests.samples import CHRONICLE, HISTORY, SEED

PACKAGE = Path(reader.__file__).parent
SINGLE = {"LITERAL", "NOT_LITERAL", "ANY", "IN", "CATEGORY", "GROUPREF", "GROUPREF_IGNORE"}
WRITTEN = re.compile(r"(?<!\\)\(\?>|(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+")

RECORDER = """
import importlib, json, pkgutil, re, sys
import re._compiler as compiler
seen, real = set(), compiler.compile
def recording(pattern, flags=0):
    frame = sys._getframe(1)
    while frame and "/re/" in frame.f_code.co_filename:
        frame = frame.f_back
    if frame and "/reader/" in frame.f_code.co_filename:
        text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        seen.add((text, int(flags), isinstance(pattern, bytes)))
    return real(pattern, flags)
compiler.compile = recording
import reader
for module in pkgutil.walk_packages(reader.__path__, "reader."):
    if not module.name.endswith("__main__") and ".generate" not in module.name:  # programs
        importlib.import_module(module.name)
from reader.cli import main
for path in sys.argv[1:]:
    main(["facts", path]), main(["print", path])
print(json.dumps(sorted(seen)), file=sys.stderr)
"""


def wrong_parts(parsed: Any) -> Iterator[str]:
    """What early Pythons get wrong in an expression, parsed."""
    if isinstance(parsed, tuple | list) or hasattr(parsed, "data"):
        parts = list(parsed)
        if len(parts) == 2 and str(parts[0]) == "ATOMIC_GROUP":
            yield "an atomic group"
        if len(parts) == 2 and str(parts[0]) == "POSSESSIVE_REPEAT":
            repeated = list(parts[1][2])
            if len(repeated) != 1 or str(repeated[0][0]) not in SINGLE:
                yield "a possessive repeat of a group"
        for part in parts:
            yield from wrong_parts(part)


def wrong_in(pattern: str, flags: int = 0, *, as_bytes: bool = False) -> list[str]:
    parser = importlib.import_module("re._parser")
    return list(wrong_parts(parser.parse(pattern.encode("latin-1") if as_bytes else pattern, flags)))


@pytest.mark.parametrize("pattern", [r"(?:a|b.)*+", r"(?>ab?)c", r"x(?:[ab]c){1,3}+", r"(?:(?:a|bc)?+d)*"])
def test_what_is_wrong_is_seen(pattern: str) -> None:
    assert wrong_in(pattern)
    assert WRITTEN.search(pattern)


@pytest.mark.parametrize("pattern", [r"a*+", r"[ab]{1,3}+", r"(.)\1*+", r"(?:\s++x)*", r"\)*+", r"(?:a)++"])
def test_what_is_right_is_let_be(pattern: str) -> None:
    assert not wrong_in(pattern)


@pytest.mark.exhaustive
def test_no_expression_that_is_compiled_is_one_early_pythons_get_wrong(tmp_path: Path) -> None:
    paths = [tmp_path / "history.txt", tmp_path / "chronicle.md", tmp_path / "data.json", tmp_path / "page.xml"]
    paths[0].write_text(HISTORY)
    paths[1].write_text(CHRONICLE)
    paths[2].write_text(json.dumps({"نص": [CHRONICLE] * 3}))
    paths[3].write_text(f"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'b'>]><html><p>{CHRONICLE}</p></html>")
    script = [sys.executable, "-c", RECORDER, *map(str, paths), str(SEED)]
    done = subprocess.run(script, capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    seen = json.loads(done.stderr.splitlines()[-1])
    assert len(seen) > 150
    assert [pattern for pattern, flags, as_bytes in seen if wrong_in(pattern, flags, as_bytes=as_bytes)] == []


@pytest.mark.exhaustive
def test_no_piece_of_an_expression_in_the_sources_is_one_early_pythons_get_wrong() -> None:
    found = []
    for path in sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "data"):
        tree = ast.parse(path.read_text("utf-8"))
        prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) and id(node) not in prose:
                text = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
                found += [f"{path.name}:{node.lineno}: {match[0]}" for match in WRITTEN.finditer(text)]
    assert found == []
