"""What customers gain: value statements, and the words to say on visits."""
