package org.quartermaster.vehicle.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

/** Whatever is tried by whomever, a request leaves its state by the rules alone, and never a final one. */
@VehicleTest
class TransferWalkTest {
    private static final int STEPS = 60;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final TestTenant tenant = TestTenant.create();
    private final Party clerk = Party.of(tenant);
    private final Party chief = Party.of(tenant);
    private final Party taker = Party.of(TestTenant.create());
    private final Party third = Party.of(TestTenant.create());
    private final List<Party> all = List.of(clerk, chief, taker, third);
    private final String takersOrganization = taker.organization();

    private UUID asset;
    private Party holder;
    private Party target;
    private String request;
    private boolean internal;
    private String status = "none";

    @BeforeEach
    void enterTheVehicle() {
        asset = clerk.asset("1HGCM82633A004352");
    }

    private int ask(boolean within) {
        var next = chief == holder ? clerk : chief;
        var aim = within
                ? "\"kind\": \"internal\", \"target_person_id\": \"" + next.user() + "\""
                : "\"kind\": \"handover\", \"target_organization_id\": \"" + takersOrganization + "\"";
        var answer = clerk.ask(asset, "{" + aim + "}").extract();
        if (answer.statusCode() == 201) {
            assertThat(status).isNotEqualTo("pending");
            request = answer.path("id");
            internal = within;
            target = next;
            status = "pending";
        } else {
            assertThat(answer.<String>path("code")).isEqualTo("open_transfer");
        }
        return answer.statusCode();
    }

    /** What a step of somebody must be answered. */
    private int expected(Party party, boolean consents) {
        var sees = party.tenant().equals(tenant) || party == taker && !internal;
        if (!sees) {
            return 404;
        }
        if (!status.equals("pending")) {
            return 409;
        }
        var asks = internal ? party == clerk : party.tenant().equals(tenant);
        var may = consents ? !asks : party == clerk;
        return may ? 200 : 403;
    }

    private int decide(Party party, String step, String end) {
        var expected = expected(party, !step.equals("cancel"));
        var answered = party.decide(request, step, "{\"reason\": \"as it is\"}")
                .extract()
                .statusCode();
        assertThat(answered).isEqualTo(expected);
        if (answered == 200) {
            status = end;
        }
        return answered;
    }

    private void approve(Party party) {
        if (decide(party, "approve", "approved") != 200) {
            return;
        }
        if (internal) {
            holder = target;
        } else {
            assertThat(dataStatus()).isEqualTo("archived");
            clerk.ask(asset, "{\"kind\": \"handover\"}").statusCode(409);
            asset = clerk.asset("WBAZZZ" + (10_000_000_000L + random.nextInt(Integer.MAX_VALUE)));
            holder = null;
        }
    }

    private String dataStatus() {
        return Party.read("select data_status from vehicle.assets where id = ?", asset);
    }

    private void step() {
        var party = all.get(random.nextInt(all.size()));
        switch (request == null ? 0 : random.nextInt(5)) {
            case 0, 1 -> assertThat(ask(random.nextBoolean())).isIn(201, 409);
            case 2 -> approve(party);
            case 3 -> decide(party, "reject", "rejected");
            default -> decide(party, "cancel", "cancelled");
        }
    }

    @Test
    void noStepLeadsToAForbiddenState() {
        for (var n = 0; n < STEPS; n++) {
            assertThat(catchThrowable(this::step))
                    .as("seed " + seed + ", step " + n)
                    .isNull();
            if (request != null) {
                clerk.get("/api/v1/transfer-requests/" + request).body("status", is(status));
            }
        }
        assertThat(dataStatus()).isEqualTo("draft");
        assertThat(Party.read("select owner_person_id from vehicle.assets where id = ?", asset))
                .isEqualTo(holder == null ? null : holder.user().toString());
    }
}
