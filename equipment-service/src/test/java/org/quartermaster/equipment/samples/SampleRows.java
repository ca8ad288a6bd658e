package org.quartermaster.equipment.samples;

import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** Samples as the writing side leaves them, put straight into the table as the role that serves requests. */
public record SampleRows(TestTenant tenant, String machine) {
    private static final String INSERT = """
            insert into equipment_telemetry (tenant_id, equipment_id, recorded_at, sample_key, source, fuel_percent,
              hours, total_hours, km, total_km, lat, lon, speed_kmh, measures, warnings)
            select ?, ?, at, coalesce(key, gen_random_uuid()), 'device', fuel, hours, hours, km, km, lat, lon, speed,
              measures, warnings
            from jsonb_to_recordset(cast(? as jsonb)) as sample (at timestamptz, key uuid, fuel numeric, hours numeric,
              km numeric, lat float8, lon float8, speed real, measures jsonb, warnings text[])
            """;
    private static final String NOTE = """
            insert into equipment_usage_dirty (tenant_id, equipment_id, day)
            select distinct tenant_id, equipment_id, cast(recorded_at at time zone 'UTC' as date)
            from equipment_telemetry where equipment_id = ? and recorded_at in (
              select at from jsonb_to_recordset(cast(? as jsonb)) as sample (at timestamptz))
            on conflict (tenant_id, equipment_id, day) do update set updated_at = clock_timestamp()
            """;

    /** A new machine of the tenant. */
    public static SampleRows of(TestTenant tenant) {
        String machine = tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"tractor\"}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
        return new SampleRows(tenant, machine);
    }

    /** A connection that sees the tenant's rows, in a transaction. */
    public Connection connect() throws SQLException {
        var connection =
                DriverManager.getConnection("jdbc:" + LocalServers.databaseUrl("equipment"), "equipment_app", "none");
        connection.setAutoCommit(false);
        try (var set = connection.prepareStatement("select set_config('app.tenant_id', ?, false)")) {
            set.setString(1, tenant.id());
            set.execute();
        }
        return connection;
    }

    /** Adds a JSON array of samples and commits them. */
    public SampleRows add(String json) throws SQLException {
        try (var connection = connect()) {
            add(connection, json);
            connection.commit();
        }
        return this;
    }

    /** Adds a JSON array of samples and leaves the transaction open. */
    public void add(Connection connection, String json) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT);
                var note = connection.prepareStatement(NOTE)) {
            insert.setString(1, tenant.id());
            insert.setString(2, machine);
            insert.setString(3, json);
            insert.execute();
            note.setString(1, machine);
            note.setString(2, json);
            note.execute();
        }
    }

    /** Adds samples one every so many seconds: the n-th has fuel n modulo 100. */
    public SampleRows addSeries(String from, int seconds, int count) throws SQLException {
        var sql = """
                insert into equipment_telemetry (tenant_id, equipment_id, recorded_at, sample_key, source, fuel_percent,
                  lat, lon)
                select ?, ?, cast(? as timestamptz) + n * make_interval(secs => ?), gen_random_uuid(), 'device',
                  n % 100, 50 + n * 0.00001, 10
                from generate_series(0, ? - 1) n
                """;
        try (var connection = connect();
                var insert = connection.prepareStatement(sql)) {
            insert.setString(1, tenant.id());
            insert.setString(2, machine);
            insert.setString(3, from);
            insert.setDouble(4, seconds);
            insert.setInt(5, count);
            insert.execute();
            connection.commit();
        }
        return this;
    }

    /** Path of a view of the machine. */
    public String path(String view) {
        return "/api/v1/equipment/" + machine + "/" + view;
    }
}
