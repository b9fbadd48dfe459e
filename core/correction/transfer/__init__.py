"""Transfer: the corrections of one prediction brought to another."""
