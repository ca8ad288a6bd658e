package org.quartermaster.vehicle.feedhealth;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.vehicle.gauge.DatabaseGauges;
import org.quartermaster.vehicle.gauge.Gauge;

/** How the feeds stand in what no report of one feed tells. */
@ApplicationScoped
class FeedGauges implements DatabaseGauges {
    private static final List<Gauge> GAUGES = List.of(
            new Gauge("vehicle_feed_unknown_ratio", List.of("source", "column"), """
                    select n.source, c.column_name, (c.empty_rows + c.unknown_rows) / cast(c.rows as float8)
                    from (
                      select distinct on (source) source, file_id from raw.csv_files where state = 'loaded'
                      order by source, snapshot_at desc
                    ) n
                    join audit.column_stats c
                      on c.file_id = n.file_id and c.column_name in ('VIN', 'Lot number') and c.rows > 0
                    """),
            new Gauge("vehicle_unknown_values_open", List.of("domain"), """
                    select domain, count(*) from audit.unknown_values where mapped_code is null group by domain
                    """),
            new Gauge("vehicle_files_rejected", List.of(), """
                    select count(*) from raw.csv_files
                    where state = 'rejected' and ingested_at > now() - interval '24 hours'
                    """),
            new Gauge("vehicle_import_running_seconds", List.of(), """
                    select coalesce(max(extract(epoch from now() - started_at)), 0) from audit.etl_runs
                    where status = 'running'
                    """));

    @Override
    public List<Gauge> gauges() {
        return GAUGES;
    }
}
