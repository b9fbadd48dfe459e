"""Running pip: its process, settings, failures, and what mustn't be written down."""
