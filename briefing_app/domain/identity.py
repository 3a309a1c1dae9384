"""Stable names of rows: the same in the file, in merges and in Word bookmarks."""

import uuid


def new_id() -> str:
    """A fresh identifier: 32 lowercase hexadecimal digits."""
    return uuid.uuid4().hex
