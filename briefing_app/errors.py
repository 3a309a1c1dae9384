"""What the user can act on. Everything that is not a BriefingError is a fault of the program."""

from __future__ import annotations

from copy import copy


class BriefingError(Exception):
    """Something in the world went wrong and the user can do something about it.

    `message` says what happened and to which file, `hint` what to do; both are whole
    sentences for the interface.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message = message
        self.hint = hint

    def about(self, name: str) -> BriefingError:
        """The same error, with what it is about before the message: "“name”: message"."""
        other = copy(self)
        other.message = f"“{name}”: {self.message}"
        other.args = (f"{other.message} {self.hint}".strip(),)
        return other


class UnsupportedFormat(BriefingError):
    """The file is of a kind that no reader takes."""


class OnlyALink(UnsupportedFormat):
    """The file holds only the `address` of a page, not the page."""

    def __init__(self, message: str, hint: str = "", address: str = "") -> None:
        super().__init__(message, hint)
        self.address = address


class UnreadableFile(BriefingError):
    """The file is missing, locked, empty, too large or damaged."""


class TargetInUse(UnreadableFile):
    """Another program has the file open that was to be written."""


class PasswordNeeded(UnreadableFile):
    """The file is encrypted, and no password or a wrong one was given."""


class PicturesOnly(UnreadableFile):
    """The file holds pictures of pages and no text: text recognition would be needed."""


class NotABriefing(BriefingError):
    """The file is not a briefing file, or is damaged beyond opening."""


class NewerFileVersion(BriefingError):
    """The briefing file was written by a newer version of the program."""


class FileInUse(BriefingError):
    """Another program, or another window, has the briefing file open for writing."""


class ReadOnlyFile(BriefingError):
    """A change was asked of a briefing that is open for reading only."""


class QuoteNotFound(BriefingError):
    """A passage cannot be found again in its article."""


class QuotesDiffer(BriefingError):
    """Quotes of a memo are not verbatim; `differences` lists them (domain.memo.QuoteDifference)."""

    def __init__(self, message: str, hint: str = "", differences: tuple = ()) -> None:
        super().__init__(message, hint)
        self.differences = differences


class MarkingMissing(BriefingError):
    """The memo's scheme demands marks that are not there; `places` names what lacks one.

    They are ids of entries and "bottom line".
    """

    def __init__(self, message: str, hint: str = "", places: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.places = places
