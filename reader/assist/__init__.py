"""Asking the document: passages, prompts, quotations and their places, tools, the conversation.

Everything here is pure but for the edge, :mod:`reader.assist.client` and :mod:`reader.assist.local`. Nothing of it is
imported before the first question.
"""
