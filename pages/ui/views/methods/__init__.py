"""The views of the page on methods and sources, a module for each."""
