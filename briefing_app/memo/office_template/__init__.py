"""The office's own Word template: opened, checked, scrubbed, and written into."""
