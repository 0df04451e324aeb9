"""The page shown before there is a workspace is the page that the workspace shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import parse_text
from reader.locale import Messages
from reader.model import Document, Pos
from reader.text.layout import Justification
from reader.view.actions import keymap_of
from reader.view.arrange import BAR, PaneName, Window
from reader.view.events import Resized
from reader.view.first_page import first_page
from reader.view.opening import opened_workspace
from reader.view.page import painted_page
from reader.view.session import Memory, SetUp, Share
from reader.view.update import step
from tests.examples import examples
from tests.formats.making import parsed
from tests.samples import article

DOCUMENTS = {
    "right to left": article(),
    "left to right": parsed("markdown", "# One\n\n" + "Some words of a text. " * 80 + "\n\n## Two\n\nMore.\n"),
    "without sections": parse_text("كلمات في سطر واحد. " * 200),
    "printed": parsed("terminal", "NAME\n     ls - list\n\nDESCRIPTION\n     \x1b[1mbold\x1b[m\n" * 30),
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
@given(
    window=st.builds(Window, st.integers(10, 200), st.integers(3, 60)),
    panes=st.none() | st.frozensets(st.sampled_from([*PaneName, "another"])),
    numbers=st.tuples(st.integers(10, 60), st.integers(0, 4000), st.integers(20, 120)),
    justification=st.sampled_from(list(Justification)),
)
@examples(40)
def test_it_is_the_page_of_the_workspace(
    document: Document,
    window: Window,
    panes: frozenset[str] | None,
    numbers: tuple[int, int, int],
    justification: Justification,
) -> None:
    asked, place, measure = numbers
    shares = tuple(Share(Share.size_of(window.columns), name, asked) for name in PaneName)
    memory = Memory(Pos(min(place, len(document))), SetUp(panes=panes, shares=shares))
    page = first_page(document, memory, window, measure=measure, justification=justification, isolate=True)
    workspace = opened_workspace(
        document, memory, Messages("en"), keymap_of(), measure=measure, justification=justification
    )
    workspace, _ = step(workspace, Resized(*window))
    shown = workspace.arrangement
    assert page.rows == painted_page(workspace.reading, shown.width_of(PaneName.TEXT) - BAR)[: workspace.reading.height]
    assert page.top == shown.bars * (1 + shown.titled)
    order = [width for name, width in shown.widths if name in _left_of_text(document)]
    assert page.left == sum(order) + BAR * document.direction.is_rtl


def _left_of_text(document: Document) -> set[str]:
    return {PaneName.FACTS} if document.direction.is_rtl else {PaneName.SECTIONS}
