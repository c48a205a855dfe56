"""Charts as plain Vega-Lite specifications, a file for each family."""
