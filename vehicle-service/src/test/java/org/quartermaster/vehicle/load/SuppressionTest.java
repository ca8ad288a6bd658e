package org.quartermaster.vehicle.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.sale.Auction;

/** Loads and what requests have said of lots: removals and recorded sales, which no snapshot takes back. */
@VehicleTest
class SuppressionTest {
    private static final String T1 = "2026-03-01T10:00:00Z";
    private static final String T2 = "2026-03-02T10:00:00Z";
    private static final String T3 = "2026-03-03T10:00:00Z";
    private static final int OTHERS = 20;

    private final Auction auction = Auction.create();
    private final String source = "s" + UUID.randomUUID().toString().substring(0, 8);

    /** Enough other lots that one may be missing without closing the gate. */
    private Snapshot snapshot(String at) {
        var snapshot = new Snapshot(source, at);
        for (var n = 0; n < OTHERS; n++) {
            snapshot.lot("o" + n, null, T1);
        }
        return snapshot;
    }

    private long lot() throws SQLException {
        return Long.parseLong(
                Auction.rows("select id from vehicle.lots where lot_external_id = '%s:1'".formatted(source))
                        .get(0));
    }

    private String state() throws SQLException {
        return Auction.column(lot(), "concat_ws(' ', status, is_removed, disappeared_at is not null)");
    }

    @Test
    void aRecordedSaleIsReplacedByNoInference() throws SQLException {
        snapshot(T1).lot("1", auction.vin(), T1).load();
        auction.post("/lots/" + lot() + "/sale-events", "{\"sale_date\": \"%s\", \"status\": \"sold\"}".formatted(T1))
                .statusCode(201);

        var gate = snapshot(T2).load().gate();

        assertThat(gate.isOpen()).isTrue();
        assertThat(state()).isEqualTo("sold f t");
        snapshot(T3).lot("1", auction.vin(), T3).load();
        assertThat(state()).isEqualTo("sold f f");
        assertThat(Auction.column(lot(), "outcome_confidence")).isEqualTo("1.00");
        assertThat(Auction.rows("select rule from vehicle.lot_outcomes where lot_id = " + lot()))
                .containsExactly("recorded_sale");
    }

    @Test
    void aLotOutOfSightIsFollowedSoThatItComesBackAsItIs() throws SQLException {
        snapshot(T1).lot("1", auction.vin(), T1).load();
        auction.post("/vehicles/" + auction.vin() + "/removal", "{\"reason\": \"abc\"}")
                .statusCode(201);

        var counts = snapshot(T2).load().counts();

        assertThat(counts.disappeared()).isZero();
        assertThat(state()).isEqualTo("removed t t");
        auction.delete("/vehicles/" + auction.vin() + "/removal").statusCode(200);
        assertThat(state()).isEqualTo("pending_result f t");
    }

    @Test
    void aLotThatTurnsOutToBeOfARemovedVehicleIsRemoved() throws SQLException {
        snapshot(T1).lot("1", null, T1).load();
        auction.post("/vehicles/" + auction.vin() + "/removal", "{\"reason\": \"abc\"}")
                .statusCode(201);

        var counts = snapshot(T2).lot("1", auction.vin(), T2).load().counts();

        assertThat(counts.suppressed()).isEqualTo(1);
        assertThat(state()).isEqualTo("removed t f");
        assertThat(Auction.timeline(lot())).last().isEqualTo("removed {\"status\": [\"active\", \"removed\"]}");
    }

    @Test
    void aVehicleThatIsRemovedWhileALoadBringsItIsRemoved() throws Exception {
        var removing = new AtomicReference<CompletableFuture<Integer>>();

        snapshot(T1).lot("1", auction.vin(), T1).load(() -> {
            removing.set(CompletableFuture.supplyAsync(
                    () -> auction.post("/vehicles/" + auction.vin() + "/removal", "{\"reason\": \"abc\"}")
                            .extract()
                            .statusCode()));
            waitsForTheLoad();
        });

        assertThat(removing.get().get(30, TimeUnit.SECONDS)).isEqualTo(201);
        assertThat(state()).isEqualTo("removed t f");
        auction.get("/vehicles/" + auction.vin()).statusCode(410);
    }

    private static void waitsForTheLoad() {
        await("the removal waits for the load").atMost(Duration.ofSeconds(20)).until(() -> !Auction.rows(
                        "select pid from pg_locks where locktype = 'advisory' and not granted")
                .isEmpty());
    }
}
