"""The parts of the overview, a file for each."""
