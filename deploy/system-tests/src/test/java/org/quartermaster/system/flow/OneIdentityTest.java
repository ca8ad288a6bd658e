package org.quartermaster.system.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.system.Platform;
import org.quartermaster.system.ServiceDatabase;
import org.quartermaster.system.Visitor;

/** Flow F1: who registers with procurement is known, and refused, in all services. */
class OneIdentityTest {
    private static final Map<String, String> OTHERS = Map.of(
            "equipment", "/api/v1/equipment",
            "vehicle", "/api/v1/assets",
            "catalog", "/api/v1/products");
    private static final ServiceDatabase ISSUER = new ServiceDatabase("procurement");
    private static final ServiceDatabase VEHICLE = new ServiceDatabase("vehicle");
    private static final String MEMBER = """
            select coalesce(min(array_to_string(roles, ' ')), 'nobody') from identity.memberships
            where cast(user_id as text) = ? and tenant_id = ?
            """;
    private static final String STATUS =
            "select coalesce(min(status), 'unknown') from identity.users where cast(id as text) = ?";
    private static final Duration EVERYWHERE = Duration.ofSeconds(60);
    private static final int OPEN = 200;
    private static final int REFUSED = 401;

    @TempDir
    private static Path folder;

    private static Platform platform;

    private final int issuer = platform.port("procurement");
    private final Visitor owner = visitor();
    private final Visitor colleague = visitor();
    private String user;

    private static Visitor visitor() {
        return new Visitor(platform.port("procurement"), "v" + UUID.randomUUID() + "@example.com");
    }

    @BeforeAll
    static void startAll() throws IOException {
        platform = Platform.start(folder, "required");
    }

    @AfterEach
    void leaveOneReplica() throws IOException {
        platform.stopSecond();
    }

    @AfterAll
    static void stopAll() {
        platform.close();
    }

    /** What the services other than the issuer answer to a token, each asked twice as it may have two replicas. */
    private static List<Integer> answers(String token) throws IOException, InterruptedException {
        var answers = new ArrayList<Integer>();
        for (var service : OTHERS.entrySet()) {
            for (var n = 0; n < 2; n++) {
                answers.add(Visitor.get(platform.port(service.getKey()), service.getValue(), token));
            }
        }
        return answers;
    }

    /** The colleague takes the invitation to an organization; the user that he is there. */
    private String join(String tenant) throws IOException, InterruptedException {
        colleague.register(colleague.mailedToken(1));
        return Visitor.text(colleague.signIn(tenant), "user_id");
    }

    @Disturbed
    void oneAccountIsGoodAtAllServicesUntilItIsSuspended(Disturbance disturbance) throws Exception {
        owner.register(null);
        var tenant = Visitor.text(owner.signIn(null), "tenant");
        owner.buy("starter");
        var organization = ISSUER.ask("select org_id from procurement.organizations where tenant_id = ?", tenant);
        owner.post(
                "organizations/" + organization + "/invitations",
                "{\"email\":\"%s\",\"roles\":[\"viewer\"]}".formatted(colleague.email()),
                202);

        disturbance.around(platform, "procurement", "vehicle", () -> user = join(tenant));

        var key = Visitor.text(owner.post("api-keys", "{\"name\":\"ci\",\"roles\":[\"viewer\"]}", 201), "key");
        await("all know the issuer's keys")
                .atMost(EVERYWHERE)
                .untilAsserted(() -> assertThat(answers(colleague.token())).containsOnly(OPEN));
        var exchanged = owner.exchange(key);
        assertThat(answers(exchanged)).containsOnly(OPEN);
        assertThat(answers(null)).containsOnly(REFUSED);
        await("vehicle keeps the member").atMost(EVERYWHERE).untilAsserted(() -> assertThat(
                        VEHICLE.ask(MEMBER, user, tenant))
                .isEqualTo("viewer"));
        owner.runTheInstallation();

        disturbance.around(
                platform,
                "procurement",
                "vehicle",
                () -> owner.post("admin/users/" + user + "/suspend", "{\"reason\":\"left\"}", 200));

        assertThat(colleague.get(issuer, "/api/v1/auth/me")).isEqualTo(REFUSED);
        await("all refuse the token").atMost(EVERYWHERE).untilAsserted(() -> assertThat(answers(colleague.token()))
                .containsOnly(REFUSED));
        await("vehicle knows why").atMost(EVERYWHERE).untilAsserted(() -> assertThat(VEHICLE.ask(STATUS, user))
                .isEqualTo("suspended"));
        disturbance.after();
        assertThat(VEHICLE.ask(STATUS, user)).isEqualTo("suspended");
        assertThat(answers(exchanged)).as("the owner's key goes on").containsOnly(OPEN);
    }
}
