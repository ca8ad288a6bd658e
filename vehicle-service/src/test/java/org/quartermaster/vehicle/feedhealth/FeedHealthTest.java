package org.quartermaster.vehicle.feedhealth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.AlertRules;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.feed.Column;
import org.quartermaster.vehicle.gauge.GaugeTick;
import org.quartermaster.vehicle.imports.Sender;

/** What the service says of its feeds: to those who ask, and to those who watch. */
@VehicleTest
class FeedHealthTest {
    private final Sender sender = Sender.create();

    @Inject
    FeedMeters meters;

    @Inject
    GaugeTick gauges;

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    private String loaded(String... bids) {
        var lots = Sender.lots(bids.length);
        for (var i = 0; i < bids.length; i++) {
            lots.get(i).put(Column.HIGH_BID, bids[i]);
            lots.get(i).put(Column.TITLE_TYPE, "unheard of " + sender.source());
        }
        return sender.load(Sender.file(lots), "2026-03-01T08:00:00Z").getString("import_id");
    }

    @Test
    void aFeedIsAsItsNewestSnapshotSays() {
        var id = loaded("1.0", "x", "2.0", "y");

        sender.tenant()
                .as("viewer")
                .get("/api/v1/feed?source=" + sender.source())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].import_id", is(id))
                .body("items[0].rows", is(4))
                .body("items[0].unaccounted_rows", is(0))
                .body("items[0].quarantined_share", is(0.5f))
                .body("items[0].rejects.bad_number", is(2))
                .body("items[0].open_quarantine", is(2))
                .body("items[0].gate.state", is("closed"))
                .body("items[0].header_drift", is(false));
        sender.get("/api/v1/feed?source=none").body("items", hasSize(0));
    }

    @Test
    void anImportIsCountedWhenItIsLoaded() throws SQLException {
        loaded("1.0", "x", "2.0");
        meters.look();
        gauges.look();

        var source = "source=\"" + sender.source() + "\"";
        assertThat(metrics().lines().filter(line -> line.contains(source)))
                .anyMatch(line -> line.startsWith("vehicle_import_rows_total{") && line.contains("\"quarantine\"} 1.0"))
                .anyMatch(line -> line.startsWith("vehicle_import_rows_total{") && line.contains("\"ok\"} 2.0"))
                .anyMatch(line -> line.startsWith("vehicle_import_duration_seconds_count{") && line.endsWith(" 1.0"))
                .anyMatch(line -> line.startsWith("vehicle_gate_closed_total{") && line.endsWith(" 1.0"))
                .anyMatch(line -> line.startsWith("vehicle_feed_rows{") && line.endsWith(" 3.0"))
                .anyMatch(line -> line.startsWith("vehicle_quarantine_open{") && line.endsWith(" 1.0"))
                .anyMatch(line -> line.startsWith("vehicle_header_drift{") && line.endsWith(" 0.0"))
                .anyMatch(line -> line.startsWith("vehicle_import_rows_per_second{"));
        assertThat(metrics())
                .contains("vehicle_import_codes_total{code=\"bad_number\"}")
                .contains("vehicle_import_effects_total{effect=\"inserted\"}")
                .contains("vehicle_feed_unchanged_ratio{", "vehicle_feed_age_seconds{", "vehicle_transfers_pending ");
    }

    @Test
    void everyMetricOfTheAlertRulesIsThere() throws IOException, SQLException {
        loaded("1.0");
        meters.look();
        gauges.look();

        var named = AlertRules.metrics("vehicle");

        var there = metrics();
        assertThat(named).hasSizeGreaterThan(6).allSatisfy(name -> assertThat(there)
                .containsPattern("(?m)^" + name + "[{ ]"));
    }
}
