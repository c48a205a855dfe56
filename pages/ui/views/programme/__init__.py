"""The views of the page on waves and progress, a file for each."""
