"""Where to look next: tiles of a map, offered one after another and answered by key."""
