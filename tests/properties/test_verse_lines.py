"""What holds for the lines of any stanza at any width."""

from hypothesis import given
from hypothesis import strategies as st

from reader.text.layout import Justification, analyse
from reader.text.verse import VerseLines
from tests.strategies import base_levels, texts, widths


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["قفا نبك من ذكرى حبيب ومنزل", "بسقط اللوى", "   ", "\t", " *** ", "\n", "سَلَامٌ"]), texts
        ),
        max_size=9,
    ).map("".join),
    widths,
    st.sampled_from(list(Justification)),
    base_levels,
)
def test_lines_rejoin_to_the_stanza_and_fit_the_width(text: str, width: int, how: Justification, base: int) -> None:
    at = 0
    for line in VerseLines(analyse(text, base), width, how):
        assert line.start == at
        clusters = [cluster for cluster in sorted(line.clusters) if cluster.start < cluster.end]
        for cluster in clusters:
            assert cluster.start == at
            at = cluster.end
        assert line.end == at
        assert line.width <= width or len([cluster for cluster in clusters if cluster.width]) == 1
        for column in range(line.width):
            assert line.start <= line.index_at(column) < max(line.end, 1)
    assert at == len(text)
