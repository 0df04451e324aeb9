"""Code is shown in the order it is run in, whatever formatting characters hide in it."""

import pytest

from reader.formats.raw import Raw
from reader.formats.registry import parser_of
from reader.view.printing import printed_lines

HIDDEN = {
    "comment": ("if admin:\u202e \u2066# check\u2069 \u2066return", "if admin: # check return"),
    "string": ('level != "user\u202e \u2066// admin only\u2069 \u2066" {', 'level != "user // admin only " {'),
    "embedding": ("a\u202b = b\u202c; c", "a = b; c"),
    "override": ("x = \u202d'ab'\u202c\u202etxet", "x = 'ab'txet"),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_code_is_in_its_own_order(name: str) -> None:
    source, shown = HIDDEN[name]
    document = parser_of("code")(Raw(source.encode()))
    assert [line.text for line in printed_lines(document, 80)] == [shown]
    assert document.slice(document.range) == source
