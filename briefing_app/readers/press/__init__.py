"""Exports of press databases: one file, many articles."""
