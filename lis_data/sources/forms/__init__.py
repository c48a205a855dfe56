"""What several publishers' modules share: how files are laid out, how they write areas, units and doubt."""
