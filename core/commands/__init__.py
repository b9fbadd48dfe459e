"""The command line: one module a group of commands, over the jobs that the worker does too."""
