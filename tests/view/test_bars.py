"""The header and the foot."""

import pytest

from reader.locale import LANGUAGES, Messages
from reader.model import Direction, Pos
from reader.view.bars import FootContent, header_row
from reader.view.field import Field
from reader.view.prompt import Prompt, PromptKind
from reader.view.styled import row_width, styled
from reader.view.viewpoint import Viewpoint
from reader.view.whereabouts import Whereabouts


@pytest.mark.parametrize(("title", "says"), [("", "Beginnings"), ("Tides", "Tides · Beginnings")])
def test_what_parts_the_titles_stands_only_between_two(title: str, says: str) -> None:
    painted = header_row(Whereabouts(title, "Beginnings", "4%"), Direction.LTR, 40)
    row = "".join(piece.text for piece in painted)
    assert (row[0], row[1:-1].split("  ")[0]) == (" ", says)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(
    "kind", [PromptKind.SEARCH, PromptKind.GOTO, PromptKind.FILES, PromptKind.COMMAND, PromptKind.TREE]
)
def test_an_empty_prompt_says_all_of_what_can_be_typed(kind: PromptKind, direction: Direction, language: str) -> None:
    messages = Messages(language)
    options = styled("Alt C W X R") if kind is PromptKind.SEARCH else styled("")

    def painted(text: str, width: int) -> str:
        prompt = Prompt(kind, Viewpoint(Pos(0), Pos(0)), Field(text, len(text), direction))
        hint = messages.text(prompt.hint)
        foot = FootContent(prompt=prompt, label=messages.text(f"{kind}.prompt"), options=options, hint=hint)
        (row,) = foot.rows(width, 1)
        assert row_width(row) == width
        return "".join(piece.text for piece in row)

    assert "…" not in painted("", 80).replace(" …", "")
    assert "abc" in painted("abc", 80)
    for width in range(6, 60, 6):
        painted("", width), painted("abc", width)
