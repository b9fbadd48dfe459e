"""Pages and pictures made to be read: model cards, accuracy reports, tables, maps."""
