package org.quartermaster.procurement.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** What administrators did stands in a chain, which shows whether anybody changed it since. */
@ProcurementTest
class AuditChainTest {
    private static final String LIST = "/api/v1/admin/audit";
    private static final String VERIFY = LIST + "/verify";

    private final TestOrganization organization = TestOrganization.create();

    @Inject
    Anchors anchors;

    private void act(String key) {
        organization
                .as("admin")
                .contentType(ContentType.JSON)
                .body("{\"value\": 1, \"type\": \"integer\"}")
                .put("/api/v1/admin/settings/" + key)
                .then()
                .statusCode(200);
    }

    /** Changes rows as one who owns the database and shuns no means. */
    private void tamper(String sql, Object... parameters) throws SQLException {
        try (var owner = ProcurementDatabase.as("procurement_owner")) {
            owner.setAutoCommit(false);
            for (var table : List.of("admin_audit_log", "audit_chain")) {
                Sql.update(owner, "alter table procurement." + table + " disable trigger user");
                Sql.update(owner, "alter table procurement." + table + " disable row level security");
            }
            Sql.update(owner, sql, parameters);
            for (var table : List.of("admin_audit_log", "audit_chain")) {
                Sql.update(owner, "alter table procurement." + table + " enable row level security");
                Sql.update(owner, "alter table procurement." + table + " enable trigger user");
            }
            owner.commit();
        }
    }

    private void actThree() {
        act("first");
        act("second");
        act("third");
        organization
                .as("admin")
                .get(VERIFY)
                .then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("checked", equalTo(3))
                .body("pending", equalTo(0))
                .body("first_bad_seq", nullValue());
    }

    @Test
    void showsEachActOfAnAdministratorWithWhatWasBeforeAndAfter() {
        act("colour");

        organization
                .as("admin")
                .queryParam("action", "setting.changed")
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body(
                        "items[0].admin_user_id",
                        equalTo(organization.user("admin").toString()))
                .body("items[0].target_id", equalTo("colour"))
                .body("items[0].changes.before", nullValue())
                .body("items[0].changes.after", equalTo("1"));
    }

    @Test
    void chainsARowByItself() {
        act("quick");

        await("the row is chained").until(() -> {
            try (var system = ProcurementDatabase.system()) {
                return Sql.query(
                                        system,
                                        "select 1 from procurement.audit_chain where tenant_id = ?",
                                        row -> 1,
                                        organization.tenant())
                                .size()
                        == 1;
            }
        });
    }

    @Test
    void namesARowThatWasChangedInTheDatabase() throws SQLException {
        actThree();

        tamper(
                "update procurement.admin_audit_log set action = 'nothing' where tenant_id = ? and target_id = 'second'",
                organization.tenant());

        expectBad(2);
    }

    @Test
    void namesARowThatWasRemoved() throws SQLException {
        actThree();

        tamper(
                "delete from procurement.admin_audit_log where tenant_id = ? and target_id = 'third'",
                organization.tenant());

        expectBad(3);
    }

    @Test
    void namesRowsThatChangedTheirPlaces() throws SQLException {
        actThree();

        tamper("""
                update procurement.audit_chain set seq = case seq when 1 then 12 else 11 end
                where tenant_id = ? and seq in (1, 2)
                """, organization.tenant());
        tamper(
                "update procurement.audit_chain set seq = seq - 10 where tenant_id = ? and seq > 10",
                organization.tenant());

        expectBad(1);
    }

    private void expectBad(int seq) {
        organization
                .as("admin")
                .get(VERIFY)
                .then()
                .statusCode(200)
                .body("ok", equalTo(false))
                .body("first_bad_seq", equalTo(seq));
    }

    @Test
    void isOfAdministratorsAlone() {
        organization.as("manager").get(LIST).then().statusCode(403);
        organization.as("manager").get(VERIFY).then().statusCode(403);
        organization.as("manager").get("/api/v1/admin/security-log").then().statusCode(403);
    }

    @Test
    void ofAnotherOrganizationNothingIsSeen() {
        act("mine");

        var other = TestOrganization.create();
        other.as("admin").get(LIST).then().body("items.size()", equalTo(0));
        other.as("admin").get(VERIFY).then().body("checked", equalTo(0)).body("ok", equalTo(true));
    }

    @Test
    void listsWhatHappenedAtTheDoorsByActionUserAndTime() throws SQLException {
        try (var system = ProcurementDatabase.system()) {
            Sql.update(system, """
                    insert into procurement.audit_log (tenant_id, user_id, action, details, ip_address)
                    values (?, ?, 'login.succeeded', '{"agent": "test"}', '192.0.2.1'), (?, null, 'login.failed', '{}', null)
                    """, organization.tenant(), organization.user("viewer"), organization.tenant());
        }

        organization
                .as("admin")
                .queryParam("user_id", organization.user("viewer"))
                .get("/api/v1/admin/security-log")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].ip_address", equalTo("192.0.2.1"))
                .body("items[0].details.agent", equalTo("test"));
        organization
                .as("admin")
                .get("/api/v1/admin/security-log")
                .then()
                .body("items.action", hasItems("login.succeeded", "login.failed"));
        organization
                .as("admin")
                .queryParam("to", "2020-01-01")
                .get("/api/v1/admin/security-log")
                .then()
                .body("items.size()", equalTo(0));
        organization
                .as("admin")
                .get("/api/v1/admin/security-log/verify")
                .then()
                .body("checked", equalTo(2))
                .body("ok", equalTo(true));
    }

    @Test
    void tellsTheHeadOfADayOnceWhenTheDayIsOverAndMissesWhatIsCutOffAfterwards() throws SQLException {
        actThree();
        tamper(
                "update procurement.audit_chain set created_at = created_at - interval '1 day' where tenant_id = ?",
                organization.tenant());

        anchors.tell();
        anchors.tell();

        try (var system = ProcurementDatabase.system()) {
            var head = Sql.query(
                            system,
                            "select hash from procurement.audit_chain where tenant_id = ? and seq = 3",
                            row -> HexFormat.of().formatHex(row.getBytes(1)),
                            organization.tenant())
                    .get(0);
            assertThat(Sql.query(
                            system,
                            "select envelope::jsonb #>> '{data,head}' from platform.outbox where tenant_id = ? and entity = 'audit'",
                            row -> row.getString(1),
                            organization.tenant()))
                    .containsExactly(head);
        }
        tamper("delete from procurement.audit_chain where tenant_id = ? and seq = 3", organization.tenant());
        tamper(
                "delete from procurement.admin_audit_log where tenant_id = ? and target_id = 'third'",
                organization.tenant());
        expectBad(3);
    }
}
