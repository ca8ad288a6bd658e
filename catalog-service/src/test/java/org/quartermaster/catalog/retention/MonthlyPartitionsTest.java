package org.quartermaster.catalog.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogDatabase;
import org.quartermaster.catalog.CatalogTest;

/** The months of the tables that only grow. */
@CatalogTest
class MonthlyPartitionsTest {
    private static String month(String table, int fromNow) {
        var month = YearMonth.now(ZoneOffset.UTC).plusMonths(fromNow);
        return table + "_p" + month.format(DateTimeFormatter.ofPattern("yyyyMM"));
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog.stockmovement", "catalog.activitylog"})
    void areThereWhenTheServiceHasStartedAndClosedToThoseWhoServeRequests(String table) throws SQLException {
        try (var owner = CatalogDatabase.as("catalog_owner");
                var app = CatalogDatabase.as("catalog_app");
                var statement = app.createStatement()) {
            assertThat(exists(owner, month(table, 0))).isTrue();
            assertThat(exists(owner, month(table, 3))).isTrue();
            assertThatThrownBy(() -> statement.execute("select from " + month(table, 0)))
                    .hasMessageContaining("permission denied");
        }
    }
}
