"""What is taken whole is given back by no part of it, in no time that grows with its square."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.text.patterns import atomic, possessive

COMMENTS = re.compile(possessive("<!--.*?-->", "comment") + "<p", re.DOTALL)


@given(st.text("ab", max_size=12), st.integers(0, 200))
def test_as_many_items_as_there_are(tail: str, count: int) -> None:
    text = "ab" * count + tail
    match = re.match(possessive("ab", "item"), text)
    assert match
    end = next(at for at in range(0, len(text) + 2, 2) if text[at : at + 2] != "ab")
    assert match.end() == end


@given(st.integers(0, 200))
def test_none_is_given_back(count: int) -> None:
    assert not re.match(possessive("a|b", "item") + "b", "ab" * count)
    assert re.match(possessive("a|b", "item") + "c", "ab" * count + "c")


def test_an_item_ends_where_it_first_can() -> None:
    assert COMMENTS.match("<!-- a --><!-- b --><p")
    assert not COMMENTS.match("<!-- a --><b><!-- c --><p")
    assert re.match(atomic("a|ab", "either") + "c", "abc") is None


def test_long_texts_that_match_nowhere_are_left_soon() -> None:
    """Every way to part these would be tried, two to the power of thousands, if one were given back."""
    assert not COMMENTS.match("<!-- a -->" * 20_000 + "<b")
