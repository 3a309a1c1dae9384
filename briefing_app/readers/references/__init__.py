"""Lists of references with files beside them."""
