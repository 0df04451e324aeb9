"""Addresses that are shown, copied and opened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.addresses import cleaned, parts_of


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (" \x01https://a.example/\ta\nb\r c\x7f\u202ed\x1b ", "https://a.example/ab%20c%7F%E2%80%AEd"),
        ("java\nscript:x", "javascript:x"),
        ("https://ar.example/مقالة_عن‌شيء?q=س#ق", "https://ar.example/مقالة_عن‌شيء?q=س#ق"),
        ("a\ud800", "a%3F"),
        ("", ""),
    ],
)
def test_what_could_do_something_is_taken_out_or_encoded(address: str, expected: str) -> None:
    assert cleaned(address) == expected


@given(st.text(alphabet=st.characters(exclude_categories=()) | st.sampled_from("[]:/@.℀\n\t\x1b#?% ")))
def test_every_text_is_an_address_without_controls_and_has_parts(text: str) -> None:
    address = cleaned(text)
    address.encode()  # nothing that is no character is left
    assert not any(character <= " " or "\x7f" <= character <= "\x9f" for character in address)
    assert cleaned(address) == address
    parts_of(text)
    parts_of(f"http://{text}")
