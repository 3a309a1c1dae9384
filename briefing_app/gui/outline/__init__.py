"""The outline pane: the memo's sections, and what is filed in them."""
