"""Texts that stay on disk: the same text, blocks and sections as in memory, whatever they are read in."""

import errno
import io
import os
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import large, open_document, open_snapshots, opening, paged_text, plain_blocks, windows
from reader.formats.charsets import decoded
from reader.formats.packed_blocks import PackedArrays, PackedBlocks
from reader.formats.paged_text import Pages
from reader.model import Block, BlockKind, Blocks, Direction, Document, DocumentError, Pos, Source, Text, range_of
from reader.view.flow import Flow
from reader.view.printing import unwrapped_lines
from tests.examples import examples
from tests.samples import SEED

LINES = st.sampled_from(
    [
        "",
        "   ",
        "الفصل الأول",
        "فصل في اللغة",
        "A heading",
        "1.2 Numbered",
        "- item one",
        "* بند",
        "هذه جملة طويلة فيها كلمات كثيرة، وهي تنتهي كما تنتهي الجمل في العربية دائمًا.",
        "A sentence that goes on for long enough to be running text, and ends as one does.",
        "قفا نبك من ذكرى حبيب ومنزل\tبسقط اللوى بين الدخول فحومل",
        "name  size  date",
        "a.txt    12  2020",
        "\u202ex",
        "👩‍👩‍👧‍👦 😀",
    ]
)
TEXTS = st.lists(LINES, max_size=60).map("\n".join)
CUTS = st.lists(st.integers(1, 200), min_size=1, max_size=10)


def pieces(data: bytes, sizes: Sequence[int]) -> Iterator[bytes]:
    at = number = 0
    while at < len(data):
        size = sizes[number % len(sizes)]
        yield data[at : at + size]
        at, number = at + size, number + 1


def made_small(patch: pytest.MonkeyPatch) -> None:
    """Windows, pages and large files of a size that tests need not be large for."""
    patch.setattr(windows, "WINDOW", 200)
    patch.setattr(plain_blocks, "_FEW", 1)
    patch.setattr(paged_text, "PAGE", 64)
    patch.setattr(large, "PAGE", 64)
    patch.setattr(large, "WINDOW", 200)
    patch.setattr(large, "_FIRST", 500)
    patch.setattr(opening, "LARGE", 1)
    patch.setattr(large, "HEAD", 4096)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    made_small(monkeypatch)


@given(
    data=st.one_of(st.binary(max_size=300), TEXTS.map(str.encode), st.text(alphabet="a\r\nش€😀\ufffd").map(str.encode)),
    sizes=CUTS,
)
def test_pages_are_the_decoded_bytes(data: bytes, sizes: list[int]) -> None:
    with TemporaryFile(buffering=0) as file, pytest.MonkeyPatch.context() as patch:
        patch.setattr(paged_text, "PAGE", 16)
        patch.setattr(paged_text, "PAGES_KEPT", 2)
        file.write(data)
        pages = Pages(file)
        snapshots = []
        for piece in pieces(data, sizes):
            pages.add(piece)
            snapshots.append(pages.snapshot(pages.length))
        pages.add(b"", last=True)
        snapshots.append(pages.snapshot(pages.length))
        whole = decoded(data, asked="utf-8")
        # A mark at the beginning is for whoever opens the file.
        text = io.StringIO(data.decode("utf-8", "replace"), newline=None).read()
        assert pages.replaced == whole.replaced
        for snapshot in snapshots:
            kept = snapshot.slice(0, len(snapshot))
            assert text.startswith(kept)
            assert snapshot.slice(3, 20) == kept[3:20]
            half = pages.snapshot(len(snapshot) // 2)
            assert half.slice(0, len(text)) == text[: len(half)]
            assert half.digest == Text(text[: len(half)]).digest
        assert kept == text
        assert all(later.goes_on_from(earlier) for earlier, later in pairwise(snapshots))
        assert snapshots[-1].digest == Text(text).digest


@given(st.data())
def test_packed_blocks_answer_as_blocks_do(data: st.DataObject) -> None:
    lengths = data.draw(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 5)), max_size=20))
    at, made = 0, []
    for number, (gap, length) in enumerate(lengths):
        at += gap + 1
        kind = data.draw(st.sampled_from(list(BlockKind)))
        direction = data.draw(st.sampled_from(list(Direction)))
        made.append(Block(kind, range_of(at, at + length), direction, number % 7, source=Source("", 2 * number + 1)))
        at += length
    known = data.draw(st.integers(0, len(made)))
    arrays = PackedArrays()
    arrays.extend(made[:known])
    packed, blocks = PackedBlocks(arrays, made[known:]), Blocks(made)
    arrays.extend(made[known:])  # what is added later is not theirs
    assert list(packed) == list(blocks)
    assert [packed[index] for index in range(-len(packed), len(packed))] == [*blocks, *blocks]
    first, last = data.draw(st.integers(0, 25)), data.draw(st.integers(0, 25))
    assert list(packed.between(first, last)) == list(blocks.between(first, last))
    for pos in range(at + 2):
        assert packed.first_from(Pos(pos)) == blocks.first_from(Pos(pos))
        assert packed.index_at_line(pos) == blocks.index_at_line(pos)
        if blocks:
            assert packed.index_at(Pos(pos)) == blocks.index_at(Pos(pos))
    with pytest.raises(IndexError):
        packed[len(packed)]


def same(one: Document, other: Document) -> None:
    assert one.slice(one.range) == other.slice(other.range)
    assert list(one.blocks) == list(other.blocks)
    assert one.root == other.root
    assert (one.meta, one.direction, one.digest) == (other.meta, other.direction, other.digest)


def both(path: Path) -> tuple[list[Document], Document]:
    """A file's snapshots from disk, and the document in memory."""
    snapshots = list(open_snapshots(path))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "LARGE", 1 << 40)
        return snapshots, open_document(path)


@given(text=TEXTS, suffix=st.sampled_from([".txt", ".log"]), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@examples(60)
def test_on_disk_as_in_memory(tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str, encoding: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        made_small(patch)
        path = tmp_path_factory.getbasetemp() / f"large{suffix}"
        path.write_bytes(text.encode(encoding, "replace"))
        snapshots, memory = both(path)
        same(snapshots[-1], memory)
        assert [document.complete for document in snapshots[-1:]] == [True]
        for before, after in pairwise(snapshots[1:]):
            assert after.source.goes_on_from(before.source)
            assert list(before.blocks)[:-2] == list(after.blocks)[: max(0, len(before.blocks) - 2)]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SEED.read_text(encoding="utf-8"), "windows-1256"),
        ("All of this is English.\n" * 4500 + SEED.read_text(encoding="utf-8"), "windows-1256"),
        ("שלום לכולם, זה טקסט בעברית.\n" * 60, "iso-8859-8"),
        ("כל זה בעברית ויזואלית"[::-1] + "\nםולש םלוכל\n" * 40, "iso-8859-8"),
        ("one\r\ntwo\rthree\r\n" * 99, "utf-8"),
    ],
    ids=["arabic", "arabic after English", "hebrew", "visual hebrew", "line ends"],
)
def test_other_encodings_are_converted_once(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(text.encode(encoding, "replace"))
    snapshots, memory = both(path)
    assert snapshots[-1].slice(snapshots[-1].range) == memory.slice(memory.range)
    assert list(snapshots[-1].blocks) == list(memory.blocks)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("suffix", [".txt", ".log", ".py"])
@pytest.mark.parametrize(
    "line",
    ["كلمة في سطر طويل. " * 60 + "آخره", "x" * 999, "word " * 130 + "   " + "word " * 130 + "end"],
    ids=["sentences", "no space", "words"],
)
def test_a_line_longer_than_a_window_is_one_line_still(tmp_path: Path, suffix: str, line: str) -> None:
    path = tmp_path / f"long{suffix}"
    path.write_text(f"first.\n{line}\nlast.\n", encoding="utf-8")
    snapshots, memory = both(path)
    for document in (snapshots[-1], memory):
        assert len(document.blocks) > 4
        assert [text for text in unwrapped_lines(document) if text] == ["first.", line, "last."]
        flow, places = Flow(document, 40), [block.range for block in document.blocks]
        assert [flow.gap_before(number) for number in range(2, len(places) - 1)] == [0] * (len(places) - 3)
        assert places[document.blocks.index_at_line(2)].start == len("first.\n")


@pytest.mark.usefixtures("small")
def test_a_file_that_is_cut_while_it_is_read_keeps_its_positions(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("هذه كلمات كثيرة في سطر.\n" * 200, encoding="utf-8")
    *_, document = open_snapshots(path)
    length = len(document)
    os.truncate(path, 100)
    assert len(document.slice(document.range)) == length
    path.unlink()
    assert len(document.slice(document.range)) == length


@pytest.mark.usefixtures("small")
def test_a_full_cache_folder_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "text.txt"
    path.write_text("كلمة " * 900, encoding="utf-16")

    def full(_: int, __: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("reader.model.spool.os.write", full)
    with pytest.raises(DocumentError, match=r"^\S+text\.txt: .*no space left on device; make room[^\n]*$"):
        list(open_snapshots(path))
