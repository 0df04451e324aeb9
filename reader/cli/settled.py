"""The user's configuration, and complaints about it, in words."""

from typing import TYPE_CHECKING

from reader.cli.arguments import JUSTIFICATIONS, LANGUAGES, Options
from reader.model import UsageError
from reader.store.configuration import Complaint, Configuration, configuration
from reader.view.theme_names import THEMES

if TYPE_CHECKING:
    from reader.locale import Messages
    from reader.view.keys import Refused


def configured() -> Configuration:
    """The user's configuration.

    Raises:
        UsageError: ``READER_CONFIG`` names no place that can be.
    """
    return configuration(languages=LANGUAGES, themes=THEMES, justifications=JUSTIFICATIONS)


def language_of(options: Options) -> str:
    """The language of what is printed: asked for, configured, or the locale's."""
    from reader.locale import language_of_environment

    try:
        said = configured().language
    except UsageError:
        said = ""
    return options.lang or said or language_of_environment()


def complaints_of(said: Configuration, refused: "tuple[Refused, ...]") -> tuple[Complaint, ...]:
    """The faults of the configuration, the keys that cannot be bound included."""
    return (*said.complaints, *(_of_key(said, one) for one in refused))


def _of_key(said: Configuration, refused: "Refused") -> Complaint:
    from reader.cli.suggestions import meant
    from reader.view.keys import Action

    values = [("place", said.places.get(f"keys.{refused.name}", "config.toml")), ("name", refused.name)]
    if refused.key:
        return Complaint("config.key_taken", (*values, ("key", refused.key), ("other", refused.other)))
    if close := meant(refused.name, Action):
        return Complaint("config.action_meant", (*values, ("meant", close)))
    return Complaint("config.action", tuple(values))


def in_words(complaint: Complaint, messages: "Messages") -> str:
    """A complaint as a sentence."""
    return messages.text(complaint.text, **dict(complaint.values))
