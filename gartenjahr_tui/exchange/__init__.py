"""What goes out of the garden and comes into it as files of other programs."""
