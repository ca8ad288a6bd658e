package org.quartermaster.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.local.LocalServers;
import org.quartermaster.local.RunningService;

/** Flow F1: who registers with procurement is known, and refused, in all services. */
class OneIdentityTest {
    private static final String EQUIPMENT = "/api/v1/equipment";
    private static final String ASSETS = "/api/v1/assets";
    private static final Duration EVERYWHERE = Duration.ofSeconds(60);
    private static final int OPEN = 200;
    private static final int REFUSED = 401;

    @TempDir
    private static Path folder;

    private static RunningService procurement;
    private static RunningService equipment;
    private static RunningService vehicle;

    private final Visitor owner = visitor();
    private final Visitor colleague = visitor();

    private static Visitor visitor() {
        return new Visitor(procurement.port(), "v" + UUID.randomUUID() + "@example.com");
    }

    private static RunningService start(String name, int port, Map<String, String> more) throws IOException {
        var jar = Path.of("../../%s-service/target/quarkus-app/quarkus-run.jar".formatted(name));
        assertThat(jar).as("the packaged service; run mvn verify").exists();
        var environment = new HashMap<>(more);
        environment.put("QM_DB_URL", LocalServers.databaseUrl(name));
        environment.put("NATS_URL", LocalServers.natsUrl());
        environment.put("QM_AUTH", "required");
        return RunningService.start(jar, port, List.of(), environment, folder.resolve(name + ".log"));
    }

    @BeforeAll
    static void startAll() throws IOException {
        var port = Traffic.freePort();
        var issuer = "http://localhost:" + port;
        procurement = start(
                "procurement",
                port,
                Map.of(
                        "QM_PUBLIC_URL",
                        issuer,
                        "QM_KEY_ENCRYPTION_KEY",
                        "A".repeat(43) + "=",
                        "QM_BILLING_WEBHOOK_SECRET",
                        "whsec_of_the_tests",
                        "QM_MAIL_DIRECTORY",
                        folder.resolve("mail").toString()));
        var verifier = Map.of(
                "QM_ISSUER",
                issuer,
                "QM_JWKS_URL",
                issuer + "/.well-known/jwks.json",
                "QM_TOKEN_URL",
                issuer + "/api/v1/auth/token",
                "QM_ISSUER_REFRESH",
                "PT5S");
        equipment = start("equipment", Traffic.freePort(), verifier);
        vehicle = start("vehicle", Traffic.freePort(), verifier);
    }

    @AfterAll
    static void stopAll() {
        for (var service : new RunningService[] {procurement, equipment, vehicle}) {
            if (service != null) {
                service.close();
            }
        }
    }

    private static String ask(String database, String sql, String... parameters) throws SQLException {
        try (var connection = LocalServers.adminConnection(database);
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private void buy(String plan) throws IOException, InterruptedException {
        var page = owner.post("billing/checkout", "{\"plan\":\"%s\",\"interval\":\"month\"}".formatted(plan), 201);
        owner.press(Visitor.text(page, "checkout_url"));
    }

    @Test
    void oneAccountIsGoodAtAllServicesUntilItIsSuspended() throws Exception {
        owner.register(null);
        var tenant = Visitor.text(owner.signIn(null), "tenant");
        buy("starter");
        var organization =
                ask("procurement", "select org_id from procurement.organizations where tenant_id = ?", tenant);
        owner.post(
                "organizations/" + organization + "/invitations",
                "{\"email\":\"%s\",\"roles\":[\"viewer\"]}".formatted(colleague.email()),
                202);
        colleague.register(colleague.mailedToken(1));
        var user = Visitor.text(colleague.signIn(tenant), "user_id");
        var key = Visitor.text(owner.post("api-keys", "{\"name\":\"ci\",\"roles\":[\"viewer\"]}", 201), "key");

        await("both know the issuer's keys")
                .atMost(EVERYWHERE)
                .until(() -> colleague.get(equipment.port(), EQUIPMENT) == OPEN
                        && colleague.get(vehicle.port(), ASSETS) == OPEN);
        var exchanged = owner.exchange(key);
        assertThat(Visitor.get(equipment.port(), EQUIPMENT, exchanged)).isEqualTo(OPEN);
        assertThat(Visitor.get(vehicle.port(), ASSETS, exchanged)).isEqualTo(OPEN);
        assertThat(Visitor.get(equipment.port(), EQUIPMENT, null)).isEqualTo(REFUSED);
        var member = "select array_to_string(roles, ' ') from identity.memberships where cast(user_id as text) = ?"
                + " and tenant_id = ?";
        await("vehicle keeps the member").atMost(EVERYWHERE).untilAsserted(() -> assertThat(
                        ask("vehicle", member, user, tenant))
                .isEqualTo("viewer"));

        owner.runTheInstallation();
        owner.post("admin/users/" + user + "/suspend", "{\"reason\":\"left\"}", 200);

        assertThat(colleague.get(procurement.port(), "/api/v1/auth/me")).isEqualTo(REFUSED);
        await("all refuse the token")
                .atMost(EVERYWHERE)
                .until(() -> colleague.get(equipment.port(), EQUIPMENT) == REFUSED
                        && colleague.get(vehicle.port(), ASSETS) == REFUSED);
        await("vehicle knows why").untilAsserted(() -> assertThat(
                        ask("vehicle", "select status from identity.users where cast(id as text) = ?", user))
                .isEqualTo("suspended"));
        assertThat(Visitor.get(equipment.port(), EQUIPMENT, exchanged))
                .as("the owner's key goes on")
                .isEqualTo(OPEN);
    }
}
