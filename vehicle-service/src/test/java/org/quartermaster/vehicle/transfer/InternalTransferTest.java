package org.quartermaster.vehicle.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.Metrics;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.gauge.GaugeTick;

/** A vehicle goes to another holder within its tenant. */
@VehicleTest
class InternalTransferTest {
    private static final String VIN = "1HGCM82633A004352";

    @Inject
    TransferExpiry expiry;

    @Inject
    GaugeTick gauges;

    private final TestTenant tenant = TestTenant.create();
    private final Party clerk = Party.of(tenant);
    private final Party chief = Party.of(tenant);
    private final Party driver = Party.of(tenant);
    private UUID asset;
    private final String toDriver = """
            {"kind": "internal", "target_person_id": "%s"}""".formatted(driver.user());

    @BeforeEach
    void enterTheVehicle() {
        asset = clerk.asset(VIN);
    }

    private String asked() {
        return clerk.ask(asset, toDriver).statusCode(201).extract().path("id");
    }

    private String holder() {
        return Party.read("select owner_person_id from vehicle.assets where id = ?", asset);
    }

    private static void overdue(String request) {
        Party.run(
                "update vehicle.vehicle_transfer_requests set expires_at = now() where id = cast(? as uuid)", request);
    }

    @Test
    void anotherUserConsentsAndTheHolderChanges() {
        var request = asked();

        chief.decide(request, "approve", "{}")
                .statusCode(200)
                .body("status", is("approved"))
                .body("giver_consent_by", is(clerk.user().toString()))
                .body("taker_consent_by", is(chief.user().toString()))
                .body("decided_by", is(chief.user().toString()))
                .body("asset.vin", is(VIN))
                .body("new_asset_id", nullValue());

        assertThat(holder()).isEqualTo(driver.user().toString());
        assertThat(clerk.events("asset.transferred")).isEqualTo(1);
        assertThat(clerk.events("transfer.requested")).isEqualTo(1);
        assertThat(clerk.events("transfer.approved")).isEqualTo(1);
        assertThat(Party.read(
                        "select string_agg(concat_ws(' ', action, field, source, source_ref, actor_id, new_value), ',')"
                                + " from vehicle.asset_history where asset_id = ? and action <> 'created'",
                        asset))
                .isEqualTo("transferred owner_person_id transfer %s %s \"%s\""
                        .formatted(request, chief.user(), driver.user()));
        chief.decide(request, "approve", "{}")
                .statusCode(409)
                .body("code", is("transfer_closed"))
                .body("status", is(409))
                .body("transfer_status", is("approved"));
    }

    @Test
    void nobodyConsentsToHisOwnRequest() {
        var request = asked();

        clerk.decide(request, "approve", "{}").statusCode(403).body("code", is("self_approval"));
        clerk.decide(request, "reject", "{\"reason\": \"no way\"}").statusCode(403);
        assertThat(holder()).isNull();
    }

    @Test
    void ofTwentyRequestsAtOnceOneGetsThrough() {
        var pool = Executors.newFixedThreadPool(20);

        var asking = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> clerk.ask(asset, toDriver).extract().statusCode(), pool))
                .toList();
        var answers = asking.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        pool.shutdown();

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 19L));
    }

    @Test
    void theRefusalNamesTheRequestThatWaits() {
        var request = asked();

        chief.ask(asset, toDriver)
                .statusCode(409)
                .body("code", is("open_transfer"))
                .body("transfer_id", is(request));
    }

    @Test
    void aReadingGoesToTheOdometerAndARollbackIsShown() {
        var request = clerk.ask(asset, toDriver.replace("}", ", \"odometer_value\": 1000, \"odometer_unit\": \"mi\"}"))
                .statusCode(201)
                .body("odometer_rollback.last_value", is(2000.0f))
                .body("odometer_rollback.value", is(1000.0f))
                .extract()
                .<String>path("id");

        chief.decide(request, "approve", "{}").statusCode(200).body("odometer_rollback.last_unit", is("km"));

        assertThat(Party.read("select odometer_value || odometer_unit from vehicle.assets where id = ?", asset))
                .isEqualTo("1000.0mi");
        chief.get("/api/v1/transfer-requests/" + request).body("odometer_rollback.last_value", is(2000.0f));
    }

    @Test
    void anOverdueRequestIsExpiredForAllWhoLook() {
        var request = asked();
        overdue(request);

        clerk.get("/api/v1/transfer-requests/" + request).body("status", is("expired"));
        clerk.get("/api/v1/transfer-requests?status=pending").body("items", empty());
        clerk.get("/api/v1/assets/" + asset).body("open_transfer_id", nullValue());
        clerk.get("/api/v1/transfer-requests?status=expired&direction=internal")
                .body("items.id", contains(request))
                .body("total", is(1));
        // NB: the worker may have come by in between.
        chief.decide(request, "approve", "{}")
                .statusCode(409)
                .body("code", oneOf("transfer_expired", "transfer_closed"));
        chief.decide(request, "approve", "{}").statusCode(409).body("code", is("transfer_closed"));
        assertThat(clerk.events("transfer.expired")).isEqualTo(1);
        asked();
    }

    @Test
    void theWorkerClosesWhatIsDue() throws SQLException {
        var request = asked();
        overdue(request);

        expiry.closeAll();

        assertThat(Party.read(
                        "select status from vehicle.vehicle_transfer_requests where id = cast(? as uuid)", request))
                .isEqualTo("expired");
        assertThat(clerk.events("transfer.expired")).isEqualTo(1);
    }

    @Test
    void anOverdueRequestMakesRoomForTheNext() {
        overdue(asked());

        asked();

        assertThat(clerk.events("transfer.expired")).isEqualTo(1);
    }

    @Test
    void aChangeOfOwnerAndAnArchivedAssetStopTheApproval() {
        var request = asked();

        Party.run("update vehicle.assets set owner_person_id = ? where id = ?", chief.user(), asset);
        chief.decide(request, "approve", "{}").statusCode(409).body("code", is("owner_changed"));
        Party.run("update vehicle.assets set data_status = 'archived' where id = ?", asset);
        chief.decide(request, "approve", "{}").statusCode(409).body("code", is("asset_archived"));
        chief.decide(request, "reject", "{\"reason\": \"it is gone\"}")
                .statusCode(200)
                .body("status", is("rejected"))
                .body("decision_reason", is("it is gone"));
        clerk.ask(asset, toDriver).statusCode(409).body("code", is("asset_archived"));
    }

    @Test
    void whoAskedOrAnAdminTakesItBack() {
        var request = asked();

        chief.decide(request, "cancel", "{}").statusCode(403);
        clerk.decide(request, "cancel", "{}").statusCode(200).body("status", is("cancelled"));
        chief.post("admin", "/api/v1/transfer-requests/" + asked() + "/cancel", "{}")
                .statusCode(200)
                .body("decided_by", is(chief.user().toString()));
    }

    @Test
    void anAdminTakesBackWhatASuspendedUserAsked() {
        var request = asked();
        Party.run("update identity.users set status = 'suspended' where id = ?", clerk.user());
        Party.run("update identity.persons set is_active = false where id = ?", clerk.user());

        chief.post("admin", "/api/v1/transfer-requests/" + request + "/cancel", "{\"reason\": \"he has left\"}")
                .statusCode(200)
                .body("status", is("cancelled"))
                .body("requester_id", is(clerk.user().toString()))
                .body("decision_reason", is("he has left"));
    }

    @Test
    void anAssetWithAnOpenRequestIsNotArchived() {
        var request = asked();
        var path = "/api/v1/assets/" + asset;

        clerk.post(path + "/archive", "{\"reason\": \"scrapped\"}")
                .statusCode(409)
                .body("code", is("open_transfer"))
                .body("transfer_id", is(request));

        clerk.get(path).body("open_transfer_id", is(request));
        clerk.decide(request, "cancel", "{}").statusCode(200);
        clerk.post(path + "/archive", "{\"reason\": \"scrapped\"}").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"'', 7", "', \"expires_in_days\": 1', 1", "', \"expires_in_days\": 60', 60"})
    void aRequestEndsWithTheLastOfItsDays(String more, int days) {
        var answer = clerk.ask(asset, toDriver.replace("}", more + "}")).statusCode(201);

        var asked = Instant.parse(answer.extract().path("requested_at"));
        var end =
                asked.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(days + 1L).atStartOfDay();
        answer.body("expires_at", is(end.toInstant(ZoneOffset.UTC).toString()));
    }

    @Test
    void ofTwoReplicasThatCloseAndAUserWhoConsentsOneIsFirst() throws SQLException {
        var request = asked();
        overdue(request);

        var closing = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.runAsync(this::close))
                .toList();
        chief.decide(request, "approve", "{}").statusCode(409);
        closing.forEach(CompletableFuture::join);

        assertThat(clerk.events("transfer.expired")).isEqualTo(1);
    }

    private void close() {
        try {
            expiry.closeAll();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void thoseThatWaitAreCounted() throws SQLException {
        gauges.look();
        var before = pending();

        asked();

        gauges.look();
        assertThat(pending()).isEqualTo(before + 1);
    }

    private static double pending() {
        return Metrics.value("vehicle_transfers_pending");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|kind|missing",
                "{'kind': 'internal'}|target_person_id|missing",
                "{'kind': 'internal', 'target_person_id': 'x'}|target_person_id|uuid_parsing",
                "{'kind': 'handover', 'expires_in_days': 61}|expires_in_days|less_than_equal",
                "{'kind': 'handover', 'odometer_value': 1}|odometer_unit|missing",
                "{'kind': 'handover', 'a': 1}|a|unknown_field",
                "{'kind': 'internal', 'target_person_id': '00000000-0000-4000-8000-000000000009'}"
                        + "|target_person_id|unknown_person",
                "{'kind': 'handover', 'target_organization_id': '00000000-0000-4000-8000-000000000009'}"
                        + "|target_organization_id|unknown_organization",
                "{'kind': 'handover', 'proof_document_id': '00000000-0000-4000-8000-000000000009'}"
                        + "|proof_document_id|unknown_document",
                "{'kind': 'handover', 'requester_id': '00000000-0000-4000-8000-000000000009'}"
                        + "|proof_document_id|proof_required"
            })
    void aWrongRequestIsRefused(String body, String field, String code) {
        clerk.ask(asset, body.replace('\'', '"'))
                .statusCode(422)
                .body("errors[0].field", is(field))
                .body("errors[0].code", is(code));
    }

    @Test
    void theHolderIsNoTarget() {
        Party.run("update vehicle.assets set owner_person_id = ? where id = ?", driver.user(), asset);

        clerk.ask(asset, toDriver).statusCode(422).body("code", is("same_owner"));
    }

    @Test
    void anotherTenantSeesNothing() {
        var request = asked();
        var stranger = Party.of(TestTenant.create());

        stranger.get("/api/v1/transfer-requests/" + request).statusCode(404).body("code", is("transfer_not_found"));
        stranger.get("/api/v1/assets/" + asset + "/transfer-requests").statusCode(404);
        stranger.ask(asset, toDriver).statusCode(404).body("code", is("asset_not_found"));
        for (var step : new String[] {"approve", "cancel"}) {
            stranger.decide(request, step, "{}").statusCode(404);
        }
        stranger.decide(request, "reject", "{\"reason\": \"mine\"}").statusCode(404);
        stranger.get("/api/v1/transfer-requests").body("items", empty());
        clerk.get("/api/v1/assets/" + asset + "/transfer-requests").body("items.id", contains(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "1-1-1-1-1", "00000000-0000-4000-8000-000000000009"})
    void anUnknownRequestIsNotFound(String id) {
        clerk.get("/api/v1/transfer-requests/" + id).statusCode(404);
    }
}
