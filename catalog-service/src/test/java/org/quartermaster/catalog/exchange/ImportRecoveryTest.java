package org.quartermaster.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.platform.testing.Eventually.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogDatabase;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.local.LocalServers;

/** Imports of articles whose run is broken while it writes. */
@CatalogTest
class ImportRecoveryTest {
    /** More than two pieces take. */
    private static final int ROWS = 2_500;

    private static final int LAST = ROWS - 1;

    private static final String WAITS = """
            select pid from pg_stat_activity where usename = 'catalog_app' and wait_event_type = 'Lock'
              and pg_backend_pid() <> pid and %d = any (pg_blocking_pids(pid))
            """;
    private static final String STATE = """
            select concat_ws(' ', count(*), sum(p.version), sum(p.base_price), (select count(*) from catalog.brand b
                where b.tenant_id = :t),
              (select count(*) from catalog.productpricing r where r.tenant_id = :t),
              (select count(*) from catalog.productfieldsource s where s.tenant_id = :t),
              (select count(*) from catalog.activitylog l where l.tenant_id = :t and l.entity_type = 'product'),
              (select count(*) from catalog.importkey k where k.tenant_id = :t))
            from catalog.product p where p.tenant_id = :t
            """;

    private final ImportShop calm = ImportShop.create();
    private final ImportShop broken = ImportShop.create();

    private static byte[] file() {
        return IntStream.range(0, ROWS)
                .mapToObj(n -> "R-%d,Rope %d m,%d.5,Maker %d".formatted(n, n, n, n % 7))
                .collect(Collectors.joining("\n", "sku,name,price,brand\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Ends the session that waits for what the connection holds. */
    private static void endWhoWaitsFor(Connection connection) throws SQLException {
        var waits = WAITS.formatted(pid(connection));
        var session = await("the import waits").until(() -> value(waits), pid -> pid != null);
        value("select pg_terminate_backend(" + session + ")");
    }

    private static int pid(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String value(String sql) throws SQLException {
        try (var connection = LocalServers.adminConnection("catalog");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** An article of the tenant that is not there yet for others, whom its SKU keeps waiting. */
    private Connection holdArticle(String sku) throws SQLException {
        var connection = CatalogDatabase.system();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "insert into catalog.product (tenant_id, sku, name, slug) values ('%s', '%s', 'Held', 'held')"
                            .formatted(broken.shelf().tenant().id(), sku));
        }
        return connection;
    }

    private static Connection holdLog() throws SQLException {
        var connection = LocalServers.adminConnection("catalog");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table catalog.activitylog in exclusive mode");
        }
        return connection;
    }

    private void requireAsUndisturbed(String job, Map<String, String> options) {
        var undisturbed = calm.load("products", file(), options);

        var ended = broken.ended(job);

        assertThat(ended.getString("state")).isEqualTo("succeeded");
        assertThat(ended.getMap("result")).isEqualTo(undisturbed.getMap("result"));
        assertThat(ended.getInt("result.created")).isEqualTo(ROWS);
        assertThat(broken.value(STATE)).isEqualTo(calm.value(STATE)).endsWith(" " + ROWS + " 0");
        assertThat(broken.events("product.created")).isEqualTo(ROWS);
        assertThat(broken.events("import.completed")).isEqualTo(1);
    }

    @Test
    void aBrokenRunGoesOnBehindTheLastPieceAndCountsEachRowOnce() throws SQLException {
        String job;
        try (var held = holdArticle("R-" + LAST)) {
            job = broken.send("products", file(), Map.of());
            endWhoWaitsFor(held);
            assertThat(broken.value("select count(*) from catalog.product where tenant_id = :t"))
                    .isEqualTo("2000");
        }

        requireAsUndisturbed(job, Map.of());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingOfAnAtomicFileIsSeenBeforeAllOfIt(boolean isTried) throws SQLException {
        var atomic = Map.of("atomic", "true");
        String job;
        try (var held = isTried ? holdLog() : holdArticle("R-" + LAST)) {
            job = broken.send("products", file(), atomic);
            endWhoWaitsFor(held);
            assertThat(broken.value("select count(*) from catalog.product where tenant_id = :t"))
                    .isEqualTo("0");
        }

        requireAsUndisturbed(job, atomic);
    }
}
