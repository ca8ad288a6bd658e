package org.quartermaster.platform.db;

import java.util.List;

/**
 * What a service lets its owner role do in its database from time to time, such as making the next monthly
 * partitions. A statement may run in several replicas at once, and again at any time.
 */
public interface Upkeep {
    /** Statements that must have run before the first request; they run daily too. */
    List<String> beforeRequests();

    /** Statements that may take their time, in the background and daily. */
    List<String> daily();
}
