"""What is particular to the page on research and development."""
