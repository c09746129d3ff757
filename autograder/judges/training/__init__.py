"""What a recorded training did: its story, the gradients that its updates used, and a twin that trains rightly."""
