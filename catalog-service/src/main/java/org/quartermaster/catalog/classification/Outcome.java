package org.quartermaster.catalog.classification;

/** A suggestion of which the truth is known. */
record Outcome(double value, boolean right) {}
