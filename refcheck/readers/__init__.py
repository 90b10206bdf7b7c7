"""Documents to cited references with exact spans."""
