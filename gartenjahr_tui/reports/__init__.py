"""Documents made from the workbook: plain functions from values to text."""
