"""The Correct page: see the error, paint it right, lose nothing."""
