"""The articles of a briefing: the list with its search and filters, and what is dropped into it."""
