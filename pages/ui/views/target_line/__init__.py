"""The views of the page on the way to the target."""
