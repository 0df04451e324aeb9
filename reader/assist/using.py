"""Results of the tools: passages that hold words, a passage's text, the facts of a kind."""

from collections.abc import Sequence

from reader.assist.passages import Passage
from reader.assist.prompts import passage_text
from reader.assist.tools import Request, ToolResult
from reader.facts import extract
from reader.model import Document
from reader.search import Index
from reader.search.ranking import Ranking

_HITS = 8
_FACTS = 60


class Looking:
    """The documents, for the tools that look at them; what takes long is made when it is first asked for.

    Args:
        documents: The documents.
        passages: All their passages.
    """

    def __init__(self, documents: Sequence[Document], passages: Sequence[Passage]) -> None:
        self._documents = documents
        self._passages = passages
        self._ranking: Ranking | None = None

    def ranking(self) -> Ranking:
        """The passages, ready to be ranked."""
        if self._ranking is None:
            texts = (self._documents[passage.source].slice(passage.range) for passage in self._passages)
            self._ranking = Ranking(texts)
        return self._ranking

    def result(self, request: Request) -> ToolResult:
        """The result of a request, in words for the model."""
        match request.tool.name, request.value:
            case "search", str(query):
                return self._searched(query)
            case "read", int(number):
                return ToolResult(passage_text(self._documents, self._passages[number - 1]), 1)
            case "facts", str(kind):
                return self._facts(kind)
            case name, _:
                return ToolResult(f"{name} is not possible here")

    def _searched(self, query: str) -> ToolResult:
        """The passages with the words as they stand, else those that fit best."""
        hits: list[Passage] = []
        for source, document in enumerate(self._documents):
            for hit in Index(document).find(query):
                passage = next((p for p in self._passages if p.source == source and hit.start in p.range), None)
                if passage is not None and passage not in hits:
                    hits.append(passage)
                if len(hits) == _HITS:
                    break
        found = hits or [self._passages[number] for number in self.ranking().best(query, _HITS // 2)]
        if not found:
            return ToolResult("nothing was found")
        return ToolResult("\n\n".join(passage_text(self._documents, passage) for passage in found), len(found))

    def _facts(self, kind: str) -> ToolResult:
        lines = [
            f"{' '.join(document.slice(fact.range).split())} = {fact.value} {fact.unit}".strip()
            for document in self._documents
            for fact in extract(document)
            if fact.kind == kind
        ]
        return ToolResult("\n".join(lines[:_FACTS]) or "there are none", min(len(lines), _FACTS))
