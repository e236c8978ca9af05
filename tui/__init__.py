"""What is shown: the Textual app and the command line. The top floor: it imports `index` and `briefings`."""
