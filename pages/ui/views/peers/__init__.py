"""The views of the page on comparable places."""
