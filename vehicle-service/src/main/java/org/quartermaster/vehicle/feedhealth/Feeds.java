package org.quartermaster.vehicle.feedhealth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** How the feeds are, as the registry and the registers say. NB: a partial file counts where there is no snapshot. */
@ApplicationScoped
class Feeds {
    private static final String FROM = """
            (select distinct source from raw.csv_files) s
            left join lateral (
              select f.file_id, f.snapshot_at, r.completed_at, r.started_at, r.rows_processed, r.counts, r.gate,
                cast(r.about -> 'header' ->> 'drift' as boolean) as drift,
                cast(r.counts ->> 'read' as bigint) as read,
                cast(r.counts ->> 'quarantined' as bigint) as quarantined,
                (select sum(cast(r.counts ->> name as bigint)) from unnest(array['ok', 'repaired', 'flagged']) as name)
                  as usable,
                (select sum(cast(r.counts ->> name as bigint)) from unnest(array['inserted', 'updated', 'touched',
                  'unchanged', 'stale', 'conflicts', 'duplicates_in_file']) as name) as accounted
              from raw.csv_files f
              join audit.etl_runs r on r.file_id = f.file_id and r.status = 'completed'
              where f.source = s.source and f.state = 'loaded'
              order by f.mode desc, f.snapshot_at desc, f.ingested_at desc limit 1
            ) n on true\
            """;

    /** NB: what waits in quarantine is counted up to a bound, like the total of a list. */
    private static final String FEED = """
            cast(jsonb_build_object('source', s.source, 'import_id', n.file_id, 'snapshot_at', n.snapshot_at,
              'loaded_at', n.completed_at, 'age_seconds', cast(extract(epoch from now() - n.snapshot_at) as bigint),
              'rows', n.read, 'rows_per_second', cast(round(n.rows_processed
                / nullif(extract(epoch from n.completed_at - n.started_at), 0)) as bigint),
              'unchanged_share', round(cast(n.counts ->> 'unchanged' as numeric) / nullif(n.read, 0), 4),
              'quarantined_share', round(n.quarantined / cast(nullif(n.read, 0) as numeric), 4),
              'unaccounted_rows', abs(n.read - n.quarantined - n.usable) + abs(n.usable - n.accounted),
              'rejects', (
                select coalesce(jsonb_object_agg(code, number), '{}') from (
                  select code, count(*) as number from staging.copart_raw q cross join unnest(q.codes) as code
                  where q.file_id = n.file_id group by code) by_code),
              'gate', n.gate,
              'open_quarantine', (
                select count(*) from (
                  select from staging.copart_raw q join raw.csv_files f on f.file_id = q.file_id
                  where q.state = 'open' and f.source = s.source limit 100000) waiting),
              'open_unknown_values', (
                select count(*) from audit.unknown_values u join raw.csv_files f on f.file_id = u.last_file_id
                where u.mapped_code is null and f.source = s.source),
              'header_drift', n.drift) as text) as feed\
            """;

    private static final SortKey SOURCE = SortKey.of("source", "s.source", "text");

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    Feeds(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    Uni<Slice<FeedHealth>> find(Caller caller, Fields query) {
        var list = new ListQuery("feeds", FEED, FROM);
        query.text("source", 1, 40).to(source -> list.where("s.source = ?", source));
        return list.page(query)
                .order(List.of(SOURCE), SOURCE)
                .run(database, caller, query, row -> read(row.getString("feed")));
    }

    /** All of them. Blocking. */
    List<FeedHealth> all(Connection connection) throws SQLException {
        return Sql.query(connection, "select " + FEED + " from " + FROM, row -> read(row.getString(1)));
    }

    private FeedHealth read(String text) {
        return json.read(text, FeedHealth.class);
    }
}
