"""What the page of an analyst's own indicators is made of: bring a file, see what is understood, describe, keep."""
