"""What is painted of a cluster that has more marks than any letter."""

import pytest

from reader.text.layout import analyse


@pytest.mark.parametrize("marks", [1, 16, 17, 400])
def test_sixteen_marks_are_painted_and_the_others_are_kept_as_text(marks: int) -> None:
    text = "ب" + "\u064e" * marks
    (line,) = analyse(text, 1).wrap(20)
    assert line.text.count("\u064e") == min(marks, 16)
    assert (line.start, line.end) == (0, len(text))
