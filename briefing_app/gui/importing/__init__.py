"""Files coming in, as the window does it: read beside it, stored in parcels, told of at the end."""
