"""Finding text in a document: by what is meant, not by how it is spelled."""

from reader.search.find import Hits, Index
from reader.text.folding import FoldOptions, folded

__all__ = ["FoldOptions", "Hits", "Index", "folded"]
