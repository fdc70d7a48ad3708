"""The geometry of pictures: numbers in, places on a sheet out; templates draw them."""
