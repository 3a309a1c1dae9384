"""Where the user reads: the article, its highlights, and the bar that files a selection."""
