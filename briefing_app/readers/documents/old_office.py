"""Office files in the container of old: old Word's, and new ones under a password."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

from briefing_app.errors import PasswordNeeded, UnreadableFile, UnsupportedFormat
from briefing_app.readers import signatures
from briefing_app.readers.documents.docx import read_docx
from briefing_app.readers.documents.office_program import read_converted
from briefing_app.readers.incoming import Contents, Incoming

_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "old Word format (.doc)"
_KINDS = (
    ("Workbook", "this is a spreadsheet", "Copy the text out of it and paste it into the window."),
    ("PowerPoint Document", "these are slides",
     "Copy the text out of them and paste it into the window."),
)  # fmt: skip
_SPINS = re.compile(rb'spinCount="(\d{1,20})"')
_MOST_SPINS = 1_000_000
"""Rounds of hashing a password: office programs do 100,000, a hostile file may ask for hours."""


def read_old_word(file: Incoming) -> Contents:
    """Read a document of Word before 2007, where LibreOffice is installed.

    Raises UnsupportedFormat: it is not. PasswordNeeded, or UnreadableFile.
    """
    if _is_encrypted(file.data):
        file = replace(file, data=_decrypted(file.data, file.options.password))
    return read_converted(file, ".doc", _OLD_WORD)


def read_old_office(file: Incoming) -> Contents:
    """Read a Word document that is protected by a password; all others are refused.

    Raises PasswordNeeded, UnsupportedFormat, or UnreadableFile as `read_docx` does.
    """
    if _PROTECTED in file.data:
        opened = replace(file, data=_decrypted(file.data, file.options.password))
        if not signatures.is_word(opened):
            raise UnsupportedFormat(
                "this is no text document.", "Copy the text out of it and paste it."
            )
        return read_docx(opened)
    for stream, what, hint in _KINDS:
        if stream.encode("utf-16-le") in file.data:
            raise UnsupportedFormat(f"{what}.", hint)
    raise UnsupportedFormat(
        "this kind of file cannot be read.", "Save the article as .docx, web page or text."
    )


def refuse_other_office(file: Incoming) -> Contents:
    """Refuse spreadsheets and slides. Raises UnsupportedFormat."""
    raise UnsupportedFormat(
        "this is a spreadsheet or a set of slides, no text document.",
        "Copy the text out of it and paste it into the window.",
    )


def _is_encrypted(data: bytes) -> bool:
    """Whether a document of old Word is encrypted; not so where it is too damaged to say."""
    from msoffcrypto import OfficeFile

    try:
        return bool(OfficeFile(BytesIO(data)).is_encrypted())
    except Exception:  # as below
        return False


def _decrypted(data: bytes, password: str) -> bytes:
    """Raises PasswordNeeded: no password, or the wrong one."""
    if not password:
        raise PasswordNeeded(
            "the document is protected by a password.",
            "Give its password, or save it without one.",
        )
    if any(int(spins) > _MOST_SPINS for spins in _SPINS.findall(data)):
        raise UnreadableFile("the protection of this file is damaged.", "Save it without password.")
    from msoffcrypto import OfficeFile
    from msoffcrypto.exceptions import InvalidKeyError

    opened = BytesIO()
    # The old kind of protection is always verified, and does not know the word.
    verified = {"verify_password": True} if _PROTECTED in data else {}
    try:
        protected = OfficeFile(BytesIO(data))
        protected.load_key(password=password, **verified)
        protected.decrypt(opened)
    except InvalidKeyError as error:
        raise PasswordNeeded("this is not its password.", "Check how it is written.") from error
    except Exception as error:  # the library lets every kind of error through for damaged files
        raise UnreadableFile(
            "its protection is of an unknown kind, or damaged.",
            "Save it without a password and import that file.",
        ) from error
    return opened.getvalue()
