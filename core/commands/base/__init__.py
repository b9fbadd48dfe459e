"""What commands share: options, scenes files, the terminal, and how they are interrupted."""
