package org.quartermaster.benchmarks;

import java.sql.SQLException;
import java.util.Locale;

/**
 * Rows in numbers that requests would take hours to make, written in bulk as superuser: all that the measured paths
 * read, with the counters that the service keeps.
 */
final class Mass {
    /** Machines that have samples: the first ones. */
    static final int WITH_SAMPLES = 1_000;

    static final int DAYS = 300;
    private static final int CHUNKS = 10;

    /** NB: without triggers, because each row would count in the same few rows, whose versions pile up until commit. */
    private static final String MACHINES = """
            set session_replication_role = replica;
            insert into equipment (tenant_id, equipment_id, name, equipment_type, status, brand, model, serial_number,
              year, field_id, location_name, horsepower, qr_code, current_hours, current_hours_at, current_lat,
              current_lon, current_position_at)
            select '%1$s', %3$s, w.brand || ' ' || w.type || ' ' || n, w.type, w.status, w.brand, 'M' || 100 + n %% 17,
              'SC-' || to_char(n, 'fm00000000'), 1995 + n %% 30, 'field_' || n %% 200, 'Depot ' || n %% 500,
              20 + n %% 600, 'QR_' || substr(md5(n::text), 1, 22), 100, now(), w.lat, w.lon,
              case when w.lat is not null then now() end
            from generate_series(1, %2$d) n
            cross join lateral (select
              (array['Northfield', 'Halden', 'Brightwater', 'Okoro', 'Ridgeback'])[1 + n %% 5] as brand,
              (array['tractor', 'pump', 'drone', 'harvester', 'sprayer', 'pivot', 'sensor', 'vehicle', 'other'])
                [1 + n %% 9] as type,
              case n %% 10 when 7 then 'maintenance' else 'operational' end as status,
              case when n %% 10 = 0 then 46 + 6 * random() end as lat,
              case when n %% 10 = 0 then 8 + 8 * random() end as lon) w;
            reset session_replication_role;
            insert into equipment_counts as c (tenant_id, equipment_type, status, slot, n, n_with_position)
            select tenant_id, equipment_type, status, 0, count(*), count(current_lat) from equipment
            where tenant_id = '%1$s' and serial_key like 'SC-%%' group by 1, 2, 3
            on conflict (tenant_id, equipment_type, status, slot)
              do update set n = c.n + excluded.n, n_with_position = c.n_with_position + excluded.n_with_position;
            """;

    /** NB: by time, as samples come: those of one machine lie as far apart as those of a real fleet. */
    private static final String SAMPLES = """
            insert into equipment_telemetry (tenant_id, equipment_id, recorded_at, received_at, sample_key, source,
              fuel_percent, hours, total_hours, lat, lon, speed_kmh, engine_on)
            select '%1$s', %2$s, s.at, s.at, md5(i::text)::uuid, 'device', 30 + s.k %% 70, s.k * 0.01, s.k * 0.01,
              47 + s.k %% 40 * 0.0001, 9 + n * 0.001, 4 + s.k %% 20, true
            from generate_series(%3$d, %4$d) i
            cross join lateral (select 1 + i %% %5$d as n, i / %5$d as k,
              now() - interval '%6$d days' + i / %5$d * interval '%7$d seconds' as at) s
            """;

    private static final String ALERTS = """
            insert into equipment_alerts (tenant_id, alert_id, equipment_id, equipment_name, maintenance_type,
              description, priority, kind, dedupe_key, explanation)
            select tenant_id, 'alert_' || substr(equipment_id, 4), equipment_id, name, 'tire_check', 'Check the tyres',
              'medium', 'manual', 'manual:tire_check', '{}'
            from equipment where tenant_id = '%s' limit 2000
            on conflict do nothing
            """;

    /** Plans of the machines from one to another; time to look at them now, or in a month at the earliest. */
    private static final String PLANS = """
            insert into maintenance_plans (tenant_id, plan_id, equipment_id, name, maintenance_type, interval_days,
              interval_hours, last_done_at, last_done_hours, next_due_at, next_due_hours, next_check_at)
            select '%1$s', 'plan_' || to_char(n, 'fm00000000'), %2$s, 'Service', 'general_service', 365, 500,
              due.at - interval '365 days', 0, due.at, 500, due.at - interval '7 days'
            from generate_series(%3$d, %4$d) n
            cross join lateral (select now() + case when %5$b then interval '6 days'
              else interval '40 days' + n %% 300 * interval '1 day' end as at) due
            """;

    private static final String ID = "'eq_' || lpad(to_hex(n), 32, '0')";

    private final Stand stand;

    Mass(Stand stand) {
        this.stand = stand;
    }

    /** The id of one of the machines, from 1. */
    static String id(long n) {
        return String.format("eq_%032x", n);
    }

    void alerts() throws SQLException {
        execute(ALERTS.formatted(Stand.TENANT), "analyze equipment_alerts");
    }

    void machines(int count) throws SQLException {
        execute("select setseed(0.5)", MACHINES.formatted(Stand.TENANT, count, ID), "vacuum (analyze) equipment");
    }

    void samples(long count) throws SQLException {
        var every = (long) DAYS * 86_400 * WITH_SAMPLES / count;
        for (var chunk = 0; chunk < CHUNKS; chunk++) {
            execute(SAMPLES.formatted(
                    Stand.TENANT,
                    ID,
                    count * chunk / CHUNKS,
                    count * (chunk + 1) / CHUNKS - 1,
                    WITH_SAMPLES,
                    DAYS,
                    every));
        }
        execute("vacuum (analyze) equipment_telemetry");
    }

    void plans(int from, int to, boolean due) throws SQLException {
        execute(String.format(Locale.ROOT, PLANS, Stand.TENANT, ID, from, to, due));
    }

    void execute(String... statements) throws SQLException {
        stand.execute(statements);
    }

    /** The one number that a query gives. */
    double number(String sql) throws SQLException {
        try (var connection = stand.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }
}
