"""What the pages share: the frame around them, pickers, pictures of figures, downloads. No figure is computed here."""
