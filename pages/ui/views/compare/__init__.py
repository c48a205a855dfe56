"""The views of the page that compares places, a file for each, and the slides made of them."""
