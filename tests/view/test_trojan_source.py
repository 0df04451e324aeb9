"""Code is shown in the order it is run in, whatever formatting characters hide in it."""

import pytest

from reader.formats import parse_text
from reader.formats.raw import Raw
from reader.formats.registry import parser_of
from reader.model import Pos
from reader.view.flow import Flow
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


def test_overrides_in_prose_do_not_reorder_it_and_those_an_isolate_holds_do() -> None:
    document = parse_text("Open the file invoice\u202egpj.exe and then go on reading here.\n")
    (row,) = Flow(document, 80).window(Pos(0), 5)
    assert row.line is not None
    assert row.line.text == "Open the file invoicegpj.exe and then go on reading here."
    isolated = parse_text(
        "A word set \u2067\u202eabc\u202c\u2069 the other way round, and \u2066\u202eno end of this one.\n"
    )
    (row,) = Flow(isolated, 80).window(Pos(0), 5)
    assert row.line is not None
    assert row.line.text == "A word set cba the other way round, and no end of this one."
