"""Dialogs: calm sheets that ask one thing and write one undo step."""
