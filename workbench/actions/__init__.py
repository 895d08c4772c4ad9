"""Actions with owner and day, and the assumptions that the plan rests on."""
