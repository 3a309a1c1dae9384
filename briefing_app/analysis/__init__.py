"""Findings in article texts: pure functions of text, in code points of the body."""
