"""The map of an indicator, with ranks, spread, course, figures and files: official ones and uploaded ones alike."""
