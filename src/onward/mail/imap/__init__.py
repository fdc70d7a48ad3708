"""Mail servers: connect, list folders, read by number; nothing there is ever changed."""
