"""The worker's environment: what it holds, which build of torch, and how it is made; standard library alone."""
