package org.quartermaster.procurement;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.platform.testing.openapi.OpenApiContract;

/** The committed document of this service. */
@ProcurementTest
final class OpenApiTest extends OpenApiContract {
    private static final String MATCH = """
            insert into procurement.alert_matches (tenant_id, alert_id, criteria_version, tender_id, material_version,
              change_classes, verdict, explanation, matched_at)
            values (?, ?, 1, ?, 1, '{published}', 'hit', '{}', now())
            returning cast(match_id as text)
            """;
    private static final String NOTIFICATION = """
            insert into procurement.notifications (tenant_id, user_id, type, payload, dedupe_key)
            values (?, ?, 'system', '{}', 'one')
            returning cast(notification_id as text)
            """;

    private String tender;

    OpenApiTest() {
        super("org.quartermaster.procurement");
    }

    @Override
    protected String token(TestTenant tenant, String... roles) {
        var admin = TestOrganization.of(tenant.id()).user("admin");
        return TestIssuer.shared().tokenOf(admin.toString(), tenant.id(), roles);
    }

    @Override
    protected Map<String, String> existing(TestTenant tenant) {
        var organization = TestOrganization.of(tenant.id());
        TestChange.plan(organization, "professional");
        if (tender == null) {
            tender = TestTender.of(TestTender.newSource(), "School").insert();
        }
        var alert = create(organization, "/api/v1/alerts", """
                {"name": "A", "criteria": {"keywords": {"any": ["school"]}}}
                """, "alert_id");
        var search = create(organization, "/api/v1/saved-searches", """
                {"name": "A", "criteria": {"keywords": {"any": ["school"]}}}
                """, "search_id");
        var webhook = create(organization, "/api/v1/webhooks", """
                {"url": "https://hooks.example.org/a", "event_types": ["alert.matched"]}
                """, "webhook_id");
        var thread = create(organization, "/api/v1/message-threads", """
                {"subject": "A", "content": "B", "kind": "tenant"}
                """, "thread_id");
        try (var connection = ProcurementDatabase.system()) {
            return Map.of(
                    "thread_id",
                    thread,
                    "entity_id",
                    TestTender.entity("Town of Ohrid").toString(),
                    "code",
                    "45",
                    "alert_id",
                    alert,
                    "search_id",
                    search,
                    "webhook_id",
                    webhook,
                    "match_id",
                    insert(connection, MATCH, tenant.id(), UUID.fromString(alert), tender),
                    "notification_id",
                    insert(connection, NOTIFICATION, tenant.id(), organization.user("admin")),
                    "org_id",
                    organization.id().toString(),
                    "source_id",
                    TestTender.newSource());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String insert(Connection connection, String sql, Object... values) throws SQLException {
        return Sql.query(connection, sql, row -> row.getString(1), values).get(0);
    }

    private static String create(TestOrganization organization, String path, String json, String id) {
        return organization.post("admin", path, json).statusCode(201).extract().path(id);
    }
}
