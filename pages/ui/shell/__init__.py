"""The frame of a page: menu, heading, folds, attribution, style, and text made safe for the page."""
