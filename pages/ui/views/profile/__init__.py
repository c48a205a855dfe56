"""The parts of the place profile, in the order of the page."""
