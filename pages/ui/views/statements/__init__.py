"""The parts of the page on claims."""
