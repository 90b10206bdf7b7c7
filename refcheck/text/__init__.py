"""Pure knowledge of text: folding, markup, LaTeX, names, dates, identifiers."""
