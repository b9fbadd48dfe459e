"""The split: which labels train, which validate and which test, without leaks between them."""
