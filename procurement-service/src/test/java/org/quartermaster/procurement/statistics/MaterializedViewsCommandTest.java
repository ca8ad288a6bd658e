package org.quartermaster.procurement.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.CommandDatabases;
import org.quartermaster.procurement.ProcurementTest;

/** {@code deploy/migrate procurement materialized-views}. */
@ProcurementTest
class MaterializedViewsCommandTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private int run(String... arguments) throws SQLException {
        var out = new PrintStream(told, true, StandardCharsets.UTF_8);
        return new MaterializedViewsCommand().run(new CommandDatabases(), List.of(arguments), out);
    }

    @Test
    void eachViewIsMadeAnewAndToldOfHoweverOftenItRuns() throws Exception {
        assertThat(run()).isZero();
        assertThat(run()).isZero();

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("mv_buyer_stats as of", "mv_cpv_stats as of", "mv_tender_stats_daily as of");
    }

    @Test
    void itTakesNoArguments() throws Exception {
        assertThat(run("all")).isEqualTo(2);
    }
}
