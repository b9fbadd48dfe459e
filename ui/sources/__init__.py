"""How the layers of a stack are read: what they are taken for, and the button that says otherwise."""
