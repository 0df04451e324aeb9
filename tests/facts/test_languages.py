"""The engine knows no language: what is of one stands in its table, and everything a table says is understood."""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

from reader.facts.grammar_language import Features, Words
from reader.facts.languages import LANGUAGES, language_of
from reader.facts.languages.tables import table_of
from reader.facts.naming.name_tables import INSTITUTIONS, Names, names_of

FACTS = Path(__file__).parents[2] / "reader" / "facts"
OWN = ("languages", "data")
"""Folders that are about languages: their tables and rules, and the scripts that write tables."""
SCRIPTS = "scripts.py"
"""What is of a script, whatever the language."""
LETTERS = re.compile("[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]")
ENGINE = sorted(
    path for path in FACTS.rglob("*.py") if path.relative_to(FACTS).parts[0] not in OWN and path.name != SCRIPTS
)


def strings(tree: ast.Module) -> list[str]:
    """The string literals of a module, docstrings and the notes under names left out."""
    notes = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes
    ]


@pytest.mark.parametrize("path", ENGINE, ids=lambda path: str(path.relative_to(FACTS)))
def test_the_engine_has_no_literal_of_a_language(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert [text for text in strings(tree) if LETTERS.search(text)] == []


@pytest.mark.parametrize("path", ENGINE, ids=lambda path: str(path.relative_to(FACTS)))
def test_the_engine_compares_nothing_with_a_language(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    compared = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            names = {each.value for side in sides for each in ast.walk(side) if isinstance(each, ast.Constant)}
            about = any("language" in ast.unparse(side) or ast.unparse(side).endswith("code") for side in sides)
            compared += [ast.unparse(node)] if about and names & set(LANGUAGES) else []
    assert compared == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_table_says_nothing_that_is_not_understood(code: str) -> None:
    table = table_of(code)
    assert set(table) <= {
        "features", "words", "proclitics", "number", "ordinal_ending", "joined", "fraction", "offset",
        "currency", "nation", "nation_ending", "respelt", "unit", "period", "month", "era", "calendar", "limit",
        "limit_verb", "limit_after", "part_of_day", "decade", "hour_name", "letters", "thousands", "cue", "other",
        "announcing", "spoken_of", "country", "names", "shapes", *INSTITUTIONS,
    }  # fmt: skip
    assert {row.key for row in table["words"]} <= {field.name for field in fields(Words)}
    names = {row.key for section in ("names", "shapes") for row in table.get(section, ())}
    assert names - {"people"} <= {field.name for field in fields(Names)}
    kinds = [row.key.split() for section in INSTITUTIONS for row in table.get(section, ())]
    assert {flag for _, *flags in kinds for flag in flags} <= {"apart", "free", "indefinite", "conjoined", "bare"}
    keys = [row.key for row in table["words"]]
    assert len(keys) == len(set(keys))
    language = language_of(code)
    assert language.words.function


def test_every_feature_is_of_some_language_and_not_of_all() -> None:
    for field in fields(Features):
        having = [code for code in LANGUAGES if getattr(language_of(code).features, field.name)]
        assert 0 < len(having) < len(LANGUAGES), field.name


def test_every_kind_of_word_is_used_by_some_language() -> None:
    for field in fields(Words):
        assert any(getattr(language_of(code).words, field.name) for code in LANGUAGES), field.name


def test_everything_that_names_rest_on_is_of_some_language() -> None:
    tables = list(map(names_of, LANGUAGES))
    empty = Names()
    for field in fields(Names):
        if field.name != "begins":
            assert any(getattr(names, field.name) != getattr(empty, field.name) for names in tables), field.name
