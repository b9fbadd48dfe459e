"""The commands of the command line, one file for each kind of work; each has `add`, which adds them to the parser."""
