"""A Python looked at from outside: what it is, what it can import, and what that is enough for."""
