"""Campaign folders: finding, reading and writing what a team typed, without ever losing it."""
