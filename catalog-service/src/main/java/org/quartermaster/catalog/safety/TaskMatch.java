package org.quartermaster.catalog.safety;

/**
 * A task that a text speaks of.
 *
 * @param confidence 0 to 1
 * @param phrase the name or synonym that was found, or words of several
 */
record TaskMatch(SafetyTask task, double confidence, String phrase) {}
