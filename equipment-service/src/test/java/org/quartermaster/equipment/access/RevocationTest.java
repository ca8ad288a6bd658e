package org.quartermaster.equipment.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.platform.testing.Eventually.await;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.platform.token.Revocations;

/** A user who was disabled is refused by every replica, whichever of them was told. */
@EquipmentTest
class RevocationTest {
    private final TestTenant tenant = TestTenant.create();
    private final String user = "user-of-" + tenant.id();
    private final String token = TestIssuer.shared().token(tenant.id(), "viewer");

    @Inject
    Revocations revocations;

    private void awaitStatus(int status) {
        await("status " + status).until(() -> get() == status);
    }

    private int get() {
        return given().auth().oauth2(token).get("/api/v1/equipment").statusCode();
    }

    /** As another replica would: nothing but the row. */
    private void tellTheDatabase(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + LocalServers.databaseUrl("equipment"), "equipment_app", "none");
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, user);
            statement.executeUpdate();
        }
    }

    @Test
    void aRememberedTokenIsRefusedWhereAnotherReplicaWasToldAndTakenAgainWhenTheUserIsAllowed() throws SQLException {
        awaitStatus(200);

        tellTheDatabase("insert into platform.revocations (subject, since) values (?, now())");
        awaitStatus(401);

        tellTheDatabase("delete from platform.revocations where subject = ?");
        awaitStatus(200);
    }

    @Test
    void tokensIssuedAfterwardsAreGood() throws SQLException {
        tellTheDatabase("insert into platform.revocations (subject, since) values (?, now() + interval '1 hour')");
        awaitStatus(401);

        tellTheDatabase("update platform.revocations set since = now() - interval '1 hour' where subject = ?");
        awaitStatus(200);
    }

    private <T> T inSession(Function<Mutiny.Session, Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> Panache.withTransaction(() -> Panache.getSession().chain(work::apply)));
    }

    private List<Instant> refusedSince() throws Throwable {
        return inSession(session -> session.createNativeQuery(
                        "select since from platform.revocations where subject = ?1", Instant.class)
                .setParameter(1, user)
                .getResultList());
    }

    @Test
    void anEarlierRefusalNeverReplacesALaterOne() throws Throwable {
        var later = Instant.parse("2026-01-02T00:00:00Z");

        inSession(session -> revocations.refuse(session, user, later));
        inSession(session -> revocations.refuse(session, user, later.minusSeconds(60)));

        assertThat(refusedSince()).containsExactly(later);
    }

    @Test
    void aUserWhoIsAllowedAgainIsForgotten() throws Throwable {
        inSession(session -> revocations.refuse(session, user, Instant.now()));

        inSession(session -> revocations.allow(session, user, Instant.now()));

        assertThat(refusedSince()).isEmpty();
    }

    @Test
    void anEarlierPermissionNeverEndsALaterRefusal() throws Throwable {
        var refused = Instant.parse("2026-01-02T00:00:00Z");
        inSession(session -> revocations.refuse(session, user, refused));

        inSession(session -> revocations.allow(session, user, refused.minusSeconds(60)));

        assertThat(refusedSince()).containsExactly(refused);
    }
}
