"""PDF files: characters put into lines, columns, paragraphs and an article."""
