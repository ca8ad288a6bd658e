package org.quartermaster.platform.feed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quartermaster.platform.db.Sql;

/**
 * The events that came between two looks at the outbox.
 *
 * @param after place of the look before
 * @param end place that this look has come to
 * @param tenants whose events these are; and the public ones
 */
record NewEvents(long after, long end, Set<String> tenants, List<Entry> entries) {
    static final String PUBLIC = "public";
    private static final int MOST = 1_000;
    private static final String END = "select last_position from platform.outbox_position";
    private static final String EVENTS = """
            select position, tenant_id, envelope from platform.outbox
            where tenant_id = any (?) and position > ? and position <= ? order by position
            """;

    /** One event at its place in the feed. */
    record Entry(long position, String tenant, String envelope) {}

    /** Nothing yet: whoever follows looks by himself once. */
    static NewEvents none() {
        return new NewEvents(Long.MAX_VALUE, -1, Set.of(), List.of());
    }

    /**
     * The events that came since; none when there are too many to keep for streams that may not want them.
     * NB: positions are stamped in order, so nothing comes later below the end.
     */
    NewEvents next(Connection connection, Set<String> followed) throws SQLException {
        long last = Sql.query(connection, END, row -> row.getLong(1)).get(0);
        if (end < 0 || last <= end || last - end > MOST) {
            return new NewEvents(last, last, followed, List.of());
        }
        var tenants = new ArrayList<>(followed);
        tenants.add(PUBLIC);
        var found = Sql.query(connection, EVENTS, NewEvents::entry, tenants.toArray(String[]::new), end, last);
        return new NewEvents(end, last, followed, found);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong(1), row.getString(2), row.getString(3));
    }

    /** Whether these are all the events of the tenant after the place. */
    boolean continues(String tenant, long place) {
        return tenants.contains(tenant) && place >= after;
    }

    List<Entry> of(String tenant, long place) {
        return entries.stream()
                .filter(entry -> entry.position() > place
                        && (entry.tenant().equals(tenant) || entry.tenant().equals(PUBLIC)))
                .toList();
    }
}
