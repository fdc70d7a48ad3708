"""What stands in a mail and is not its writer's own word on an application."""
