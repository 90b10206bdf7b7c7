"""What `train_labeller.py` is made of."""
