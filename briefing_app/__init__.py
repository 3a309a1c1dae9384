"""Briefing App: from news articles to a footnoted Word memo."""

__version__ = "0.2.0"
