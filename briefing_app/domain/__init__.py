"""The nouns of the program: frozen dataclasses and pure functions. No files, no database, no Qt."""
