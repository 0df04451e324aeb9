"""Annotations in files of their own: to keep, to read, to take to another machine or program."""

from reader.store.exchange.entries import ExportEntry, Form, entries_of, form_of
from reader.store.exchange.files import write_private
from reader.store.exchange.forms import written
from reader.store.exchange.importing import Imported, read, take_in

__all__ = ["ExportEntry", "Form", "Imported", "entries_of", "form_of", "read", "take_in", "write_private", "written"]
