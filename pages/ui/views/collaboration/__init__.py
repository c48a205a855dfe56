"""The page on collaboration, part by part."""
