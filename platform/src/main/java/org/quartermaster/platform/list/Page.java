package org.quartermaster.platform.list;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;

/**
 * One page of a list.
 *
 * @param total rows that match, or a lower bound where {@code totalExact} is false
 * @param next cursor of the page after this one, or null
 * @param previous cursor of the page before this one, or null
 * @param extras results of the extra queries that ran with the list
 */
public record Page<T>(
        List<T> items,
        long total,
        boolean totalExact,
        int limit,
        int offset,
        String next,
        String previous,
        List<RowSet<Row>> extras) {}
