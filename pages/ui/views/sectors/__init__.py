"""The views of the page on sector strengths."""
