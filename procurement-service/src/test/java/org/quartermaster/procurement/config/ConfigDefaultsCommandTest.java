package org.quartermaster.procurement.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.CommandDatabases;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestRows;

/** {@code deploy/migrate procurement config-defaults}. */
@ProcurementTest
class ConfigDefaultsCommandTest {
    /** NB: these two are read by requests alone, so nothing misses them meanwhile. */
    @AfterEach
    void restore() throws SQLException, IOException {
        run();
        TestRows.update(
                "update procurement.system_config set config_value = null where config_key = 'search.count_cap'");
    }

    private static String run() throws SQLException, IOException {
        var out = new ByteArrayOutputStream();
        assertThat(new ConfigDefaultsCommand().run(new CommandDatabases(), List.of(), new PrintStream(out)))
                .isZero();
        return out.toString();
    }

    @Test
    void bringsBackWhatIsMissingAndOverwritesNothing() throws SQLException, IOException {
        try (var system = ProcurementDatabase.system()) {
            Sql.update(system, "delete from procurement.system_config where config_key = 'search.facet_cap'");
            Sql.update(
                    system,
                    "update procurement.system_config set config_value = '7' where config_key = 'search.count_cap'");

            var told = run();
            var again = run();

            assertThat(told).contains("added  search.facet_cap").contains("Added 1 settings.");
            assertThat(again).contains("Nothing to do");
            assertThat(Sql.query(
                            system,
                            "select config_value from procurement.system_config where config_key = 'search.count_cap'",
                            row -> row.getString(1)))
                    .containsExactly("7");
        }
    }
}
