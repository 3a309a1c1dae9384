"""How things come into the window: dropped, pasted, handed to the program, found in a folder."""
