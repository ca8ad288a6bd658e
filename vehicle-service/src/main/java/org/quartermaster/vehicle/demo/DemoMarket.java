package org.quartermaster.vehicle.demo;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.imports.ImportSettings;
import org.quartermaster.vehicle.imports.ImportSettings.Mode;
import org.quartermaster.vehicle.imports.Intake;
import org.quartermaster.vehicle.sale.SaleInput;
import org.quartermaster.vehicle.sale.SaleService;

/** The feed of the demo, sent as a data admin would send it, and the sale of one lot that is gone from it. Blocking. */
@ApplicationScoped
class DemoMarket {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final String IS_USED = "select path from raw.csv_files where source = ?";
    private static final String IS_LOADING = """
            select 1 from audit.etl_runs
            where about ->> 'source' = ? and about ->> 'name' = ? and status in ('queued', 'running')
            """;
    private static final String SOLD = """
            select l.id from vehicle.lots l
            where l.source = ? and l.lot_external_id like '%' || ? and l.disappeared_at is not null
              and not exists (select from vehicle.sale_events s where s.lot_id = l.id)
            """;
    private static final String SALE = """
            {"sale_date": "%s", "status": "sold", "final_bid": 5200.00, "currency_code": "USD",
             "note": "Told by the auction house"}""";

    private final SystemConnection database;
    private final Intake intake;
    private final Writes writes;
    private final SaleService sales;

    @Inject
    DemoMarket(SystemConnection database, Intake intake, Writes writes, SaleService sales) {
        this.database = database;
        this.intake = intake;
        this.writes = writes;
        this.sales = sales;
    }

    /** Sends the feed where none of its source ever came in; a run that was ended before the sale goes on from there. */
    void write(Caller caller, DemoSnapshots feed, String source) {
        try {
            var known = ask(IS_USED, source);
            if (known.isEmpty()) {
                send(caller, feed, source);
            }
            var newest = feed.files().get(1);
            if (known.isEmpty() || known.contains(newest.name())) {
                while (!ask(IS_LOADING, source, newest.name()).isEmpty()) {
                    Thread.sleep(LOOK.toMillis());
                }
                sell(caller, feed, source);
            }
        } catch (SQLException broken) {
            Log.warn("the feed of the demo is not whole", broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Caller caller, DemoSnapshots feed, String source) throws SQLException {
        for (var file : feed.files()) {
            var settings = new ImportSettings(source, file.name(), file.at(), Mode.SNAPSHOT, false, null);
            intake.take(caller, settings, new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void sell(Caller caller, DemoSnapshots feed, String source) throws SQLException {
        for (var lot : ask(SOLD, source, feed.numberOfSold())) {
            var text = SALE.formatted(feed.files().get(1).at().minus(Duration.ofDays(1)));
            var body = Fields.ofJson(Json.object(text.getBytes(StandardCharsets.UTF_8)), Fields.Nulls.IGNORED);
            var sale = SaleInput.read(body);
            Awaiting.result(() -> writes.writeGlobal(caller, unit -> sales.record(unit, lot, sale)));
        }
    }

    private List<String> ask(String sql, Object... parameters) throws SQLException {
        try (var connection = database.open()) {
            return Sql.query(connection, sql, row -> row.getString(1), parameters);
        }
    }
}
