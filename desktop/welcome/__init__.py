"""The first start: four questions and the plan is there."""
