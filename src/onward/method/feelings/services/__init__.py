"""Step 1's use cases: keep it quiet, write down what is here, choose a next step."""
