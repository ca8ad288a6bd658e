package org.quartermaster.platform.list;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;

/**
 * A part of a list, as it was read.
 *
 * @param total rows that match, or a lower bound where {@code totalExact} is false; null where they were not counted
 * @param next cursor of the part after this one, or null
 * @param previous cursor of the part before this one, or null
 * @param extras results of the extra queries that ran with the list
 */
public record Slice<T>(
        List<T> items,
        Long total,
        boolean totalExact,
        int limit,
        int offset,
        String next,
        String previous,
        List<RowSet<Row>> extras) {}
