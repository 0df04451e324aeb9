"""The conversation about a document: its questions and answers as values, and as a document beside the text."""
