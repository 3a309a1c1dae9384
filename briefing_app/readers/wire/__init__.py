"""Formats of news agencies and feeds."""
