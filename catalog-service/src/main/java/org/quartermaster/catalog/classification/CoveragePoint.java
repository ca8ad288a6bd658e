package org.quartermaster.catalog.classification;

/**
 * How right the surest part of the suggestions is.
 *
 * @param coverage part of the names, surest first, 0 to 1
 * @param precision part of them that was right, 0 to 1
 * @param confidence lowest confidence among them
 */
record CoveragePoint(double coverage, double precision, double confidence) {}
