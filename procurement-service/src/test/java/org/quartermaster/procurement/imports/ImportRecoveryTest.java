package org.quartermaster.procurement.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.platform.testing.Eventually.await;
import static org.quartermaster.procurement.OcdsFile.value;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.local.LocalServers;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementTest;

/** Imports whose run is broken while it writes. */
@ProcurementTest
class ImportRecoveryTest {
    /** More than one batch takes. */
    private static final int TENDERS = 600;

    private static final String WAITS = """
            select pid from pg_stat_activity where application_name = 'procurement-system' and wait_event_type = 'Lock'
              and regexp_replace(query, '\\s+', ' ', 'g') like '%insert into ' || ? || ' %'
            """;
    private static final String STATE = """
            select md5(replace(string_agg(concat(tender_id, compiled::text, release_count), '|' order by tender_id), ?, ''))
            from procurement.ocds_processes where ocid like ?
            """;
    private static final String CHANGES = """
            select concat_ws(' ', count(*), count(distinct c.tender_id), min(t.material_version), max(t.material_version),
              count(c.position), (select count(*) from procurement.ocds_releases where ocid like ?))
            from procurement.tender_changes c join procurement.tenders t using (tender_id) where t.ocid like ?
            """;
    private static final String EVENTS = """
            select concat_ws(' ', count(*), count(distinct entity_id)) from platform.outbox
            where entity = 'tender' and entity_id like ?
            """;

    private final OcdsFile calm = OcdsFile.create();
    private final OcdsFile broken = OcdsFile.create();

    private static String releases(OcdsFile file) {
        var releases = new ArrayList<String>();
        for (var n = 0; n < TENDERS; n++) {
            var id = Integer.toString(n);
            releases.add(file.release(id, "a", "2026-03-01T10:00:00Z", "{\"id\": \"1\", \"title\": \"Gloves\"}"));
            if (n % 2 == 0) {
                releases.add(file.release(id, "b", "2026-03-02T10:00:00Z", "{\"id\": \"1\", \"title\": \"Mittens\"}"));
            }
        }
        return OcdsFile.packageOf(releases.toArray(String[]::new));
    }

    private static String state(OcdsFile file) {
        return value(STATE, file.mark(), file.ocid("%"));
    }

    /** Keeps everybody from writing to a table until the connection is closed. */
    private static Connection hold(String table) throws SQLException {
        var connection = LocalServers.adminConnection("procurement");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in exclusive mode");
        }
        return connection;
    }

    private static void end(String session) throws SQLException {
        try (var connection = LocalServers.adminConnection("procurement");
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(" + session + ")");
        }
    }

    private String breakAt(String table) throws SQLException {
        try (var held = hold(table)) {
            var job = broken.send(releases(broken), "");
            var session = await("the write to " + table).until(() -> value(WAITS, table), pid -> pid != null);
            assertThat(state(broken)).as("what others see of it").isNull();
            end(session);
            return job;
        }
    }

    @ParameterizedTest
    @CsvSource({"procurement.ocds_releases", "procurement.tenders", "procurement.tender_changes"})
    void aBrokenRunIsTakenUpAgainAndEndsAsOneThatWasNot(String table) throws SQLException {
        var undisturbed = calm.load(releases(calm)).getMap("result");

        var job = breakAt(table);
        var ended = broken.ended(job);

        assertThat(ended.getString("state")).isEqualTo("succeeded");
        assertThat(ended.getMap("result")).isEqualTo(undisturbed);
        assertThat(state(broken)).isEqualTo(state(calm));
        assertThat(value(CHANGES, broken.ocid("%"), broken.ocid("%"))).isEqualTo("600 600 1 1 600 900");
        assertThat(value(EVENTS, broken.ocid("%"))).isEqualTo("600 600");
        assertThat(value("select count(*) from platform.outbox where entity = 'ocds_import' and entity_id = ?", job))
                .isEqualTo("1");
    }
}
