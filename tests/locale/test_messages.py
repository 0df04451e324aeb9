"""Interface texts."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import reader.locale
from reader.locale import LANGUAGES, Messages, language_of_environment, texts_in
from reader.locale.cldr import plural_forms
from reader.model import NoticeCode, notice_of

FORMS = {"zero", "one", "two", "few", "many", "other"}


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def names(language: str) -> dict[str, dict[str, str]]:
    """The texts by name, each by its plural forms; "" for one that has none."""
    found: dict[str, dict[str, str]] = {}
    for key, text in Messages(language)._texts.items():
        name, _, form = key.rpartition(".")
        is_form = form in FORMS and key.count(".") > 1
        found.setdefault(name if is_form else key, {})[form if is_form else ""] = text
    return found


def named(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """The texts in a table and those in it."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from named(value, f"{above}{name}.")
        else:
            yield above + name, value


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_toml_and_read_as_such(language: str) -> None:
    source = Path(reader.locale.__file__).with_name(f"{language}.toml").read_text(encoding="utf-8")
    assert list(texts_in(source)) == list(named(tomllib.loads(source)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text_with_the_same_values(language: str) -> None:
    texts, english = names(language), names("en")
    assert texts.keys() == english.keys()
    for key, forms in texts.items():
        assert all(text.strip() for text in forms.values()), key
        asked = set().union(*map(placeholders, english[key].values()))
        assert set().union(*map(placeholders, forms.values())) == asked, key
        if forms.keys() != {""}:
            assert forms.keys() == plural_forms(language), key
            # What is said in words of one or two needs no figure; nothing else is left out.
            assert all(asked - placeholders(text) <= {"count"} for text in forms.values()), key
            assert "count" in placeholders(forms["other"]), key


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_translations_are_in_their_script(language: str) -> None:
    low, high = ("\u0590", "\u05ff") if language == "he" else ("\u0600", "\u06ff")
    for key, text in Messages(language)._texts.items():
        words = re.sub(r"\{\w+\}", "", text)  # what is nothing but a value has none
        assert not words or any(low <= char <= high for char in words), key


def test_a_value_is_isolated_in_its_own_direction() -> None:
    text = Messages("en").text("message.copied", text="لاما وميتا abc")
    assert text == "Copied: \u2067لاما وميتا abc\u2069"
    assert Messages("ar").text("goto.nowhere", place="page 7").endswith("\u2066page 7\u2069")


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "ar_EG.UTF-8"}, "ar"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "he_IL"}, "he"),
        ({"LANG": "iw_IL"}, "he"),
        ({"LANG": "fa"}, "fa"),
        ({"LC_MESSAGES": "ur_PK", "LANG": "de_DE"}, "ur"),
        ({"LANG": "de_DE"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(environ: dict[str, str], language: str) -> None:
    assert language_of_environment(environ) == language


@pytest.mark.parametrize(
    ("language", "whole", "decimal", "percent"),
    [
        ("en", "1,234,567", "1,234.5", "42%"),
        ("ar", "١٬٢٣٤٬٥٦٧", "١٬٢٣٤٫٥", "٤٢٪\u061c"),
        ("he", "1,234,567", "1,234.5", "42%"),
        ("fa", "۱٬۲۳۴٬۵۶۷", "۱٬۲۳۴٫۵", "۴۲٪"),
        ("ur", "1,234,567", "1,234.5", "42٪"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(language: str, whole: str, decimal: str, percent: str) -> None:
    messages = Messages(language)
    assert messages.number(1234567) == whole
    assert messages.number(1234.5) == decimal
    assert messages.percent(0.42) == percent
    assert messages.number(10**30) == messages.digits(f"{10**30:,}".replace(",", whole[1]))


@pytest.mark.parametrize("code", NoticeCode)
def test_every_notice_has_words(code: NoticeCode) -> None:
    values = dict.fromkeys(set().union(*map(placeholders, names("en")[f"notice.{code}"].values())), 2)
    assert all("{" not in Messages(language).notice(notice_of(code, **values)) for language in LANGUAGES)


def test_every_text_of_a_notice_has_its_code() -> None:
    named = {key.removeprefix("notice.") for key in names("en") if key.startswith("notice.")}
    assert named == set(NoticeCode)
