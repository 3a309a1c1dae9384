"""The memo in the window: the page to look at, and the way out to Word."""
