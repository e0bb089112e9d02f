"""What the window asks and shows when the plan goes into a file or comes from one."""
