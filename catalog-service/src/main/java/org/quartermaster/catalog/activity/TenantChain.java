package org.quartermaster.catalog.activity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.chain.ChainLink;
import org.quartermaster.platform.db.Sql;

/** The chain over the log of one tenant, as the chainer extends it. */
final class TenantChain {
    private static final int AT_ONCE = 500;

    /** NB: the rows of bulk loads come last. */
    private static final String WAITING = """
            select p.log_id, %s, exists (
              select from catalog.activitychain c where c.tenant_id = p.tenant_id and c.log_id = p.log_id)
            from (select * from catalog.activitypending where tenant_id = ? order by is_bulk, log_id limit %d) p
            join catalog.activitylog r
              on r.tenant_id = p.tenant_id and r.id = p.log_id and r."timestamp" = p.log_timestamp
            order by p.is_bulk, p.log_id
            """.formatted(ActivityRow.CONTENT, AT_ONCE);

    private static final String HEAD = """
            select seq, prev_hash, hash from catalog.activitychain where tenant_id = ? order by seq desc limit 1
            """;

    /** One statement, so that a row is either waiting or chained for everybody. */
    private static final String ADD = """
            with done as (
              delete from catalog.activitypending
              where tenant_id = ? and is_bulk in (false, true) and log_id = any (?)
              returning tenant_id, log_id, log_timestamp)
            insert into catalog.activitychain (tenant_id, seq, log_id, log_timestamp, prev_hash, hash)
            select d.tenant_id, l.seq, d.log_id, d.log_timestamp, l.prev_hash, l.hash
            from unnest(?, ?, ?, ?) as l (log_id, seq, prev_hash, hash) join done d on d.log_id = l.log_id
            """;

    private TenantChain() {}

    private record Waiting(long id, String content, boolean isChained) {}

    /** Adds a bounded number of the rows that wait. @return how many */
    static int extend(Connection connection, String tenant) throws SQLException {
        var rows = Sql.query(
                connection, WAITING, row -> new Waiting(row.getLong(1), row.getString(2), row.getBoolean(3)), tenant);
        if (rows.isEmpty()) {
            return 0;
        }
        var fresh = rows.stream().filter(row -> !row.isChained()).toList();
        add(connection, tenant, rows, fresh, links(head(connection, tenant), fresh));
        return rows.size();
    }

    private static ChainLink head(Connection connection, String tenant) throws SQLException {
        return Sql.query(
                        connection,
                        HEAD,
                        row -> new ChainLink(row.getLong(1), row.getBytes(2), row.getBytes(3), null),
                        tenant)
                .stream()
                .findFirst()
                .orElseGet(ChainLink::origin);
    }

    private static List<ChainLink> links(ChainLink head, List<Waiting> rows) {
        var links = new ArrayList<ChainLink>(rows.size());
        var last = head;
        for (var row : rows) {
            last = last.next(row.content());
            links.add(last);
        }
        return links;
    }

    private static void add(
            Connection connection, String tenant, List<Waiting> done, List<Waiting> rows, List<ChainLink> links)
            throws SQLException {
        Sql.update(
                connection,
                ADD,
                tenant,
                connection.createArrayOf(
                        "bigint", done.stream().map(Waiting::id).toArray()),
                connection.createArrayOf(
                        "bigint", rows.stream().map(Waiting::id).toArray()),
                connection.createArrayOf(
                        "bigint", links.stream().map(ChainLink::seq).toArray()),
                connection.createArrayOf(
                        "bytea", links.stream().map(ChainLink::prevHash).toArray()),
                connection.createArrayOf(
                        "bytea", links.stream().map(ChainLink::hash).toArray()));
    }
}
