"""Web pages, saved or dropped: what is the article and what is furniture."""
