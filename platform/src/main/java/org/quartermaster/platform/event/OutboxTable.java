package org.quartermaster.platform.event;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quartermaster.platform.db.Sql;

/** The outbox as the relay sees it, over all tenants. */
final class OutboxTable {
    private static final long LOCK = 0x514D_5245_4C41_59L;
    private static final int NO_ANSWER_MILLIS = 120_000;
    private static final String REPLAY = "-replay-";
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-replay-\\d+)?");

    /** Rows of the slow lane that go at a time, so that what comes meanwhile waits for no more than these. */
    static final int SLOW_BATCH = 200;

    private static final long FORGET_EVERY_NANOS = Duration.ofMinutes(10).toNanos();

    private final Connection connection;
    private boolean locked;
    private long forgotten = System.nanoTime();

    /**
     * The outbox over a session that the server ends, and with it the lock, when it hears nothing for the length of
     * the lease. NB: a process that is paused, or whose machine is gone, would hold the lock for hours.
     */
    static OutboxTable of(Connection connection, Duration lease) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, NO_ANSWER_MILLIS);
        var millis = Long.toString(lease.toMillis());
        Sql.query(connection, "select set_config('idle_session_timeout', ?, false)", row -> row.getString(1), millis);
        return new OutboxTable(connection);
    }

    private OutboxTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * A row on its way.
     *
     * @param replays how often it was asked for again; part of the message id, or the server would drop it as known
     */
    record Row(UUID id, String entityKey, String subject, String envelope, int replays) {
        String messageId() {
            return replays == 0 ? id.toString() : id + REPLAY + replays;
        }
    }

    /** What waits to be published, and for how long the oldest has. */
    record Backlog(long pending, double oldestSeconds) {}

    /** True for the one relay that holds the lock; it keeps it until its connection ends. */
    boolean lock() throws SQLException {
        if (!locked) {
            locked = Sql.query(connection, "select pg_try_advisory_lock(?)", row -> row.getBoolean(1), LOCK)
                    .get(0);
        }
        return locked;
    }

    /**
     * Gives committed rows their dense position, those of the slow lane when no others wait. Rows that commit later get
     * later ones, whatever their seq, so a reader who remembers a position never misses a row. A row whose entity has an
     * earlier one in the slow lane goes there too, and is stamped behind it next time: the order of an entity stays.
     *
     * @return whether there may be more to stamp
     */
    boolean stamp(int limit) throws SQLException {
        var sql = """
                with fast as (
                  select o.event_id, o.seq, exists (
                    select from platform.outbox s
                    where s.lane = 1 and s.published_at is null and s.tenant_id = o.tenant_id and s.entity = o.entity
                      and s.entity_id = o.entity_id and s.seq < o.seq) as follows
                  from (
                    select event_id, seq, tenant_id, entity, entity_id from platform.outbox
                    where position is null and lane = 0 order by seq limit ?
                  ) o
                ), moved as (
                  update platform.outbox o set lane = 1 from fast
                  where fast.follows and o.event_id = fast.event_id
                  returning 1
                ), due as (
                  select event_id, 0 as lane, seq from fast where not follows
                  union all (
                    select event_id, 1, seq from platform.outbox
                    where position is null and lane = 1 and (select count(*) from fast) < ?
                      and seq < coalesce((select min(seq) from fast where follows), 9223372036854775807)
                    order by seq limit ?)
                ), pick as (
                  select event_id, row_number() over (order by lane, seq) as n from due
                ), counter as (
                  update platform.outbox_position set last_position = last_position + (select count(*) from pick),
                    updated_at = now()
                  where exists (select from pick)
                  returning last_position - (select count(*) from pick) as base
                ), stamped as (
                  update platform.outbox o set position = counter.base + pick.n
                  from pick, counter where o.event_id = pick.event_id
                  returning 1
                )
                select (select count(*) from stamped) >= ? or exists (select from moved)
                """;
        return Sql.query(connection, sql, row -> row.getBoolean(1), limit, limit, SLOW_BATCH, SLOW_BATCH)
                .get(0);
    }

    /** A row in the lane that it waits in. */
    private record Waiting(int lane, long position, Row row) {}

    /** The next rows to publish, in their order; those of the slow lane last, and only when they are all the others. */
    List<Row> unpublished(int limit) throws SQLException {
        var lane = """
                (select lane, position, event_id, tenant_id || '/' || entity || '/' || entity_id as entity_key, subject,
                  envelope, replays
                from platform.outbox
                where published_at is null and position is not null and lane = %d order by position limit ?)
                """;
        var waiting = Sql.query(
                connection,
                lane.formatted(0) + " union all " + lane.formatted(1),
                row -> new Waiting(row.getInt("lane"), row.getLong("position"), row(row)),
                limit,
                SLOW_BATCH);
        var isFull = waiting.stream().filter(one -> one.lane == 0).count() == limit;
        return waiting.stream()
                .filter(one -> one.lane == 0 || !isFull)
                .sorted(comparing(Waiting::lane).thenComparing(Waiting::position))
                .map(Waiting::row)
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("event_id", UUID.class),
                row.getString("entity_key"),
                row.getString("subject"),
                row.getString("envelope"),
                row.getInt("replays"));
    }

    void published(Collection<UUID> ids) throws SQLException {
        if (!ids.isEmpty()) {
            var sql = "update platform.outbox set published_at = now() where event_id = any (cast(? as uuid[]))";
            Sql.update(connection, sql, (Object) texts(ids.stream().map(UUID::toString)));
        }
    }

    private static String[] texts(Stream<String> values) {
        return values.toArray(String[]::new);
    }

    /** Marks what is found in the stream by the ids of its messages; those of others are passed over. */
    void foundInStream(Collection<String> messageIds) throws SQLException {
        var sql = """
                update platform.outbox set published_at = now() where published_at is null
                and event_id = any (cast(? as uuid[])) and event_id || case replays when 0 then '' else ? || replays end = any (?)
                """;
        var ours = messageIds.stream().filter(id -> OURS.matcher(id).matches()).toList();
        var ids = texts(ours.stream().map(id -> id.substring(0, 36)));
        Sql.update(connection, sql, ids, REPLAY, texts(ours.stream()));
    }

    Backlog backlog() throws SQLException {
        var sql = """
                select (select count(*) from platform.outbox where published_at is null),
                  coalesce((select extract(epoch from now() - created_at) from platform.outbox
                    where published_at is null order by lane, position limit 1), 0)
                """;
        return Sql.query(connection, sql, row -> new Backlog(row.getLong(1), row.getDouble(2)))
                .get(0);
    }

    /** Drops rows published longer ago than the given time; looks every ten minutes. */
    void forget(Duration age) throws SQLException {
        if (System.nanoTime() - forgotten < FORGET_EVERY_NANOS) {
            return;
        }
        forgotten = System.nanoTime();
        var sql = "delete from platform.outbox where published_at < now() - make_interval(secs => ?)";
        Sql.update(connection, sql, (double) age.toSeconds());
    }
}
