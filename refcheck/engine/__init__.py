"""The run. The engine alone knows the order of the stages and does all asking."""
