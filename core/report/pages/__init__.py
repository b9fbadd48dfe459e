"""Pages to read: a model's card, accuracy reports, tables of measures."""
