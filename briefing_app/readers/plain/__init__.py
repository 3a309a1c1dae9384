"""Plain text: files of it, text that was pasted, Markdown."""
