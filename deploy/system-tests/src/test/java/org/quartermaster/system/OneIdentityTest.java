package org.quartermaster.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.local.LocalServers;

/** Flow F1: who registers with procurement is known, and refused, in all services. */
class OneIdentityTest {
    private static final Map<String, String> OTHERS = Map.of(
            "equipment", "/api/v1/equipment",
            "vehicle", "/api/v1/assets",
            "catalog", "/api/v1/products");
    private static final Duration EVERYWHERE = Duration.ofSeconds(60);
    private static final int OPEN = 200;
    private static final int REFUSED = 401;

    @TempDir
    private static Path folder;

    private static Platform platform;

    private final Visitor owner = visitor();
    private final Visitor colleague = visitor();

    private static Visitor visitor() {
        return new Visitor(platform.port("procurement"), "v" + UUID.randomUUID() + "@example.com");
    }

    @BeforeAll
    static void startAll() throws IOException {
        platform = Platform.start(folder, "required");
    }

    @AfterAll
    static void stopAll() {
        platform.close();
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

    /** What the services other than the issuer answer to a token. */
    private static List<Integer> answers(String token) throws IOException, InterruptedException {
        var answers = new ArrayList<Integer>();
        for (var service : OTHERS.entrySet()) {
            answers.add(Visitor.get(platform.port(service.getKey()), service.getValue(), token));
        }
        return answers;
    }

    @Test
    void oneAccountIsGoodAtAllServicesUntilItIsSuspended() throws Exception {
        owner.register(null);
        var tenant = Visitor.text(owner.signIn(null), "tenant");
        owner.buy("starter");
        var organization =
                ask("procurement", "select org_id from procurement.organizations where tenant_id = ?", tenant);
        owner.post(
                "organizations/" + organization + "/invitations",
                "{\"email\":\"%s\",\"roles\":[\"viewer\"]}".formatted(colleague.email()),
                202);
        colleague.register(colleague.mailedToken(1));
        var user = Visitor.text(colleague.signIn(tenant), "user_id");
        var key = Visitor.text(owner.post("api-keys", "{\"name\":\"ci\",\"roles\":[\"viewer\"]}", 201), "key");

        await("all know the issuer's keys")
                .atMost(EVERYWHERE)
                .untilAsserted(() -> assertThat(answers(colleague.token())).containsOnly(OPEN));
        var exchanged = owner.exchange(key);
        assertThat(answers(exchanged)).containsOnly(OPEN);
        assertThat(answers(null)).containsOnly(REFUSED);
        var member = "select array_to_string(roles, ' ') from identity.memberships where cast(user_id as text) = ?"
                + " and tenant_id = ?";
        await("vehicle keeps the member").atMost(EVERYWHERE).untilAsserted(() -> assertThat(
                        ask("vehicle", member, user, tenant))
                .isEqualTo("viewer"));

        owner.runTheInstallation();
        owner.post("admin/users/" + user + "/suspend", "{\"reason\":\"left\"}", 200);

        assertThat(colleague.get(platform.port("procurement"), "/api/v1/auth/me"))
                .isEqualTo(REFUSED);
        await("all refuse the token").atMost(EVERYWHERE).untilAsserted(() -> assertThat(answers(colleague.token()))
                .containsOnly(REFUSED));
        await("vehicle knows why").untilAsserted(() -> assertThat(
                        ask("vehicle", "select status from identity.users where cast(id as text) = ?", user))
                .isEqualTo("suspended"));
        assertThat(answers(exchanged)).as("the owner's key goes on").containsOnly(OPEN);
    }
}
