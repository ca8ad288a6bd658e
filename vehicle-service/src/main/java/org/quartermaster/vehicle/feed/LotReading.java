package org.quartermaster.vehicle.feed;

import java.util.List;

/**
 * What came of the cells of one record.
 *
 * @param lot null when quarantined
 */
record LotReading(RowVerdict verdict, List<Finding> findings, LotValues lot) {}
