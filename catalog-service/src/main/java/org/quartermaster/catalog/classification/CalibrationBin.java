package org.quartermaster.catalog.classification;

/**
 * A stretch of shares and how many of the suggestions within it were right.
 *
 * @param from lowest share of the bin, included
 * @param confidence the share of right ones, 0 to 1
 * @param size how many suggestions were counted
 */
record CalibrationBin(double from, double confidence, int size) {}
