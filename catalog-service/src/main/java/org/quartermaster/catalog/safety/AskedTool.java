package org.quartermaster.catalog.safety;

import java.util.SortedSet;

/**
 * A tool that the work is done with.
 *
 * @param because the names and products by which it is meant
 */
record AskedTool(KnownTool tool, SortedSet<String> because) {}
