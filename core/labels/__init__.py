"""Labels: the legend, layers of them and their problems, and where which class is labelled."""
