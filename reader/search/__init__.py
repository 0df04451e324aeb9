"""Finding text in a document: by what is meant, not by how it is spelled."""

from reader.search.find import Index
from reader.search.hits import Failure, Hits, Matching
from reader.search.whole_words import WORD, word_from
from reader.text.folding import FoldOptions, folded

__all__ = ["WORD", "Failure", "FoldOptions", "Hits", "Index", "Matching", "folded", "word_from"]
