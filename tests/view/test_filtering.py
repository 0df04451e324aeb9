"""What is typed to filter a list: its words, folded, of a pasted page the beginning."""

from reader.formats import parse_text
from reader.text.folding import Folding, FoldOptions
from reader.view.filtering import LONGEST, words_of
from reader.view.list_model import ListModel
from reader.view.panes.sections import SectionsPane


def test_words_are_folded_and_each_counts_once() -> None:
    assert words_of("  الذَّكاءُ  AI ai ") == ("الذكاء", "ai")
    assert words_of("") == ()
    geresh = Folding(FoldOptions(ignore_geresh=True)).fold
    assert words_of("צה״ל", geresh) == ("צהל",)


def test_of_a_page_that_was_pasted_the_beginning_counts() -> None:
    page = "كلمة " * 20_000
    assert words_of(page + "أخرى") == ("كلمه",)
    tree = SectionsPane(ListModel(), document=parse_text("عنوان\n\nنص")).filtered(page)
    assert 0 < len(tree.query) <= LONGEST
