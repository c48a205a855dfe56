"""In work."""

from pages.ui import frame

frame.open_page("In work")
frame.headline("In work", "")
frame.close_page()
