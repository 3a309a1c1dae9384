"""Archives of files: ZIP, with passwords or without."""
