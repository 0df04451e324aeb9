"""Where the links of a text lead."""

import pytest

from reader.facts import extract
from reader.formats import parse_text
from reader.formats.raw import OpenOptions, Raw
from reader.formats.registry import parser_of
from reader.model import Document
from reader.view.fact_index import FactIndex
from reader.view.flow import Flow
from reader.view.links import (
    Destination,
    ToAddress,
    ToFile,
    ToNote,
    ToPlace,
    destination_of,
    links_here,
    misleading_host,
)
from reader.view.reading_state import ReadingState
from tests.samples import pos_of

LINKED = """# Title

See [the end](#end-part), [a page](https://a.example/), [my notes](other%20notes/%D8%A3.md#part) and a note[^n].

<h2 id="end-part">End part</h2>

Nothing here but text. [Lost](#nowhere)

[^n]: The note.

    It has two paragraphs.
[^m]: Another[^n] one.
"""


def noted(path: str = "/home/user/notes/a.md") -> Document:
    return parser_of("markdown")(Raw(LINKED.encode(), path, OpenOptions()))


def at(needle: str, document: Document | None = None) -> ReadingState:
    document = document or noted()
    return ReadingState(Flow(document, 40), 10).pointed(pos_of(document, needle))


def led(needle: str, document: Document | None = None) -> Destination | None:
    state = at(needle, document)
    (link,) = links_here(state)
    return destination_of(state.document, link)


def test_a_link_into_the_document_leads_to_its_place() -> None:
    place = led("the end")
    assert isinstance(place, ToPlace)
    assert noted().slice(place.range) == "End part"


def test_a_reference_leads_to_its_note_and_to_no_other() -> None:
    note = led("¹")
    assert isinstance(note, ToNote)
    assert [note.note.slice(block.range) for block in note.note.blocks] == ["The note.", "It has two paragraphs."]
    assert note.range.start == pos_of(noted(), "The note.")


def test_an_address_leads_out_of_the_document() -> None:
    assert led("a page") == ToAddress("https://a.example/", "a page")


def test_a_relative_link_is_a_file_beside_the_document() -> None:
    assert led("my notes") == ToFile("/home/user/notes/other notes/أ.md")
    assert led("my notes", noted("")) is None


def test_a_link_to_a_place_that_is_not_there_leads_nowhere() -> None:
    assert led("Lost") is None


def test_where_none_is_at_the_cursor_the_links_of_the_sentence_count() -> None:
    state = at("See")
    assert [state.document.slice(link.range) for link in links_here(state)] == ["the end", "a page", "my notes", "¹"]
    assert links_here(at("Title")) == ()


def test_addresses_written_out_are_links() -> None:
    document = parse_text("Write to Someone@example.org or see www.example.org/a for more of this kind of thing.")
    state = ReadingState(Flow(document, 40), 10).with_facts(FactIndex(extract(document)))
    assert [link.target for link in links_here(state)] == ["mailto:someone@example.org", "https://www.example.org/a"]


@pytest.mark.parametrize(
    ("words", "address", "host"),
    [
        ("https://bank.example/login", "https://evil.example/bank.example", "evil.example"),
        ("bank.example", "https://bank.example.evil.test/", "bank.example.evil.test"),
        ("bank.example", "https://bank.example@evil.test/", "evil.test"),
        ("bank.example", "https://www.bank.example/x", ""),
        ("www.bank.example/x", "http://bank.example/", ""),
        ("البنك", "https://evil.example/", ""),
        ("see below", "https://evil.example/", ""),
        ("v1.2", "https://evil.example/", ""),
    ],
)
def test_words_that_name_another_host_are_told(words: str, address: str, host: str) -> None:
    assert misleading_host(words, address) == host


def start_of(document: Document) -> ReadingState:
    return ReadingState(Flow(document, 60), document.range.start)


ODD_ADDRESSES = [
    "http://[",
    "http://℀.com/",
    "http://[::1",
    "http://a:x/",
    "//[",
    "http://\ud800/",
    "http://",
    "https:",
]


@pytest.mark.parametrize("address", ODD_ADDRESSES)
def test_addresses_that_no_parser_takes_lead_somewhere_and_mislead_nobody(address: str) -> None:
    document = parser_of("html")(Raw(f"<p><a href='{address}'>x.example</a>".encode("utf-8", "replace")))
    misleading_host("x.example", address)
    for link in links_here(start_of(document)):
        destination_of(document, link)


def test_what_could_do_something_where_it_is_pasted_is_no_part_of_an_address() -> None:
    page = "<p><a href=' https://a.example/\ta\nb&#13; c&#x202e;d '>x</a> <a href='java&#10;script:x'>y</a>"
    document = parser_of("html")(Raw(page.encode()))
    (link,) = links_here(start_of(document))
    found = destination_of(document, link)
    assert isinstance(found, ToAddress)
    assert found.address == "https://a.example/ab%20c%E2%80%AEd"
