"""What is known of an article besides its text: headline, people, dates, outlet, language."""
