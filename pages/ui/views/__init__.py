"""What is particular to each page: a folder a page, a file a view."""
