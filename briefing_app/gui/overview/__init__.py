"""The memo at a glance: what covers which section, and when things happened."""
