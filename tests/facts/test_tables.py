"""The generated tables: what is committed is what the scripts write, and what was collected is in it."""

import json
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from reader.facts.gazetteer import gazetteer_of
from reader.facts.languages import LANGUAGES
from reader.facts.lexicon import phrase_keys
from reader.facts.tokens import tokenise

DATA = Path(__file__).parents[2] / "reader" / "facts" / "data"
SCRIPTS = ("arab", "hebr", "latn")
LANGUAGE_TABLES = Path(__file__).parents[2] / "reader" / "facts" / "languages"
PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def _measures(language: str) -> dict[str, list[list[str]]]:
    table: dict[str, list[list[str]]] = json.loads((LANGUAGE_TABLES / f"{language}.measures.json").read_text("utf-8"))
    return table


def _sources_are_installed() -> bool:
    """Whether what the tables are made from is installed in the versions the project pins."""
    pinned = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["optional-dependencies"]["data"]
    try:
        return all(version(name) == wanted for name, wanted in (pin.split("==") for pin in pinned))
    except PackageNotFoundError:
        return False


@pytest.mark.skipif(not _sources_are_installed(), reason="the extra 'data' is not installed in the pinned versions")
def test_the_committed_tables_are_what_the_script_writes() -> None:
    from reader.facts.data.generate import tables

    written = tables()
    assert set(written) == {path.name for path in DATA.glob("*.tsv")} - {"names.tsv"}
    for name, text in written.items():
        assert (DATA / name).read_text("utf-8") == text, name


@pytest.mark.skipif(not _sources_are_installed(), reason="the extra 'data' is not installed in the pinned versions")
def test_the_committed_names_of_measures_are_what_the_script_writes() -> None:
    from reader.facts.data.generate_measures import measures

    assert {code: _measures(code) for code in LANGUAGES} == measures()


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_measures_are_folded(language: str) -> None:
    for first, entries in _measures(language).items():
        for rest, kind, code in entries:
            phrase = f"{first} {rest}".strip()
            assert " ".join(phrase_keys(phrase)) == phrase
            assert kind in {"c", "u"}
            assert code


def test_every_table_is_one_that_a_script_writes_or_that_is_kept_by_hand() -> None:
    known = {"names.tsv", "people.tsv", *(f"gazetteer.{script}.tsv" for script in SCRIPTS)}
    assert {path.name for path in DATA.iterdir() if path.suffix in {".tsv", ".json"}} == known


def test_every_collected_name_is_found_whole() -> None:
    missed = []
    for line in (DATA / "names.tsv").read_text("utf-8").splitlines():
        for spelling in line.partition("\t")[2].split("|"):
            tokens = tokenise(spelling)
            found = gazetteer_of("en").find(tokens, 0)
            if found is None or found.end != len(tokens):
                missed.append(spelling)
    assert missed == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_spellings_are_folded_and_stand_once(script: str) -> None:
    entities, lines, phrases = (DATA / f"gazetteer.{script}.tsv").read_text("utf-8").split("\n\n")
    keys = [key for line in lines.split("\n") for key in line.strip("|").split("|")]
    assert len(keys) == len(set(keys))
    assert all(" ".join(phrase_keys(key)) == key for key in keys)
    assert entities.count("\n") == lines.count("\n")
    begins = {line.partition("\t")[0] for line in phrases.splitlines()}
    assert begins == {key.partition(" ")[0] for key in keys if " " in key}
