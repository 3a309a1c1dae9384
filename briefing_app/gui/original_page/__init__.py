"""Pages of an original: drawn, zoomed, moved and found by their number."""
