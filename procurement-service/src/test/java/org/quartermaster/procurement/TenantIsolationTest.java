package org.quartermaster.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.TenancyContract;

/** The walls between tenants and users of this service, and between them and what all of them read. */
@ProcurementTest
class TenantIsolationTest extends TenancyContract {
    private static final List<String> AUDIT =
            List.of("procurement.admin_audit_log", "procurement.audit_log", "procurement.audit_chain");
    private static final List<String> GLOBAL = List.of(
            "procurement.plans",
            "procurement.login_attempts",
            "procurement.signing_keys",
            "procurement.system_config",
            "procurement.fraud_blocklist",
            "procurement.ip_reputation");

    TenantIsolationTest() {
        super(
                "procurement",
                Stream.concat(AUDIT.stream(), Stream.of("procurement.users", "platform.outbox"))
                        .toList(),
                List.of());
    }

    @Override
    protected String insert(String tenant) throws SQLException {
        var user = TestOrganization.of(tenant).user("manager");
        try (var connection = app()) {
            enter(connection, tenant);
            execute(connection, """
                    insert into procurement.api_keys (tenant_id, user_id, key_hash, key_prefix, name, roles)
                    values ('%s', '%s', '%s', 'qmk_live_', 'Key', '{manager,viewer}')
                    """.formatted(tenant, user, hash(tenant)));
            return "procurement.api_keys";
        }
    }

    private static String hash(String of) {
        return (UUID.nameUUIDFromBytes(of.getBytes()) + "" + UUID.nameUUIDFromBytes(("2" + of).getBytes()))
                .replace("-", "");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static void enter(Connection connection, String tenant, UUID user) throws SQLException {
        enter(connection, tenant);
        execute(connection, "select set_config('app.user_id', '%s', false)".formatted(user));
    }

    @Test
    void whatIsGlobalIsReadByAllAndWrittenByNoRequest() throws SQLException {
        try (var connection = app()) {
            enter(connection, owner.id());
            for (var table : GLOBAL) {
                count(connection, table);
                assertThatThrownBy(() -> execute(connection, "delete from " + table))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void membersAreSeenByTheirTenantAndAUserByHimselfEverywhere() throws SQLException {
        var organization = TestOrganization.of(owner.id());
        TestOrganization.create();
        try (var connection = app()) {
            enter(connection, owner.id());
            assertThat(count(connection, "procurement.users")).isEqualTo(4);
            assertThat(count(connection, "procurement.organization_members")).isEqualTo(4);
            assertThat(count(connection, "procurement.organizations")).isEqualTo(1);

            enter(connection, "t_elsewhere", organization.user("viewer"));
            assertThat(value(connection, "select email from procurement.users"))
                    .isEqualTo(organization.email("viewer"));
            assertThat(count(connection, "procurement.users")).isEqualTo(1);
            assertThat(count(connection, "procurement.organization_members")).isEqualTo(1);
            assertThat(value(connection, "select tenant_id from procurement.organizations"))
                    .isEqualTo(owner.id());
        }
    }

    @Test
    void aSessionIsSeenByItsUserAndHisTenantAndAMailedTokenByItsUserAlone() throws SQLException {
        var organization = TestOrganization.of(owner.id());
        try (var connection = app()) {
            insertTokens(connection, organization);

            enter(connection, owner.id(), organization.user("admin"));
            assertThat(count(connection, "procurement.refresh_tokens")).isEqualTo(1);
            assertThat(count(connection, "procurement.user_tokens")).isZero();
            enter(connection, "t_elsewhere", organization.user("viewer"));
            assertThat(count(connection, "procurement.refresh_tokens")).isEqualTo(1);
            assertThat(count(connection, "procurement.user_tokens")).isEqualTo(1);
            enter(connection, "t_elsewhere", organization.user("admin"));
            assertThat(count(connection, "procurement.refresh_tokens")).isZero();
        }
    }

    private static void insertTokens(Connection connection, TestOrganization organization) throws SQLException {
        var user = organization.user("viewer");
        enter(connection, organization.tenant(), user);
        execute(connection, """
                insert into procurement.refresh_tokens
                  (user_id, tenant_id, family_id, token, expires_at, family_expires_at)
                values ('%1$s', '%2$s', '%1$s', '%3$s', now() + interval '1 day', now() + interval '1 day');
                insert into procurement.user_tokens (token_hash, user_id, purpose, payload, expires_at)
                values ('%3$s', '%1$s', 'reset_password', '{}', now() + interval '1 hour')
                """.formatted(user, organization.tenant(), hash(organization.tenant())));
    }

    @Test
    void beforeAUserIsKnownOneRowIsFoundByItsExactKey() throws SQLException {
        insert(owner.id());
        var organization = new TestOrganization(owner.id());
        try (var connection = app()) {
            insertTokens(connection, organization);
        }
        try (var connection = app()) {
            var hash = "('" + hash(owner.id()) + "')";
            var user = "('" + organization.email("manager") + "')";
            assertThat(value(connection, "select tenant_id from procurement.find_user" + user))
                    .isEqualTo(owner.id());
            assertThat(value(connection, "select is_family_revoked from procurement.find_refresh_token" + hash))
                    .isEqualTo("f");
            assertThat(value(connection, "select creator_roles from procurement.find_api_key" + hash))
                    .isEqualTo("{manager}");
            assertThat(value(connection, "select purpose from procurement.find_user_token" + hash))
                    .isEqualTo("reset_password");
            assertThat(value(
                            connection,
                            "select roles from procurement.find_membership('%s', '%s')"
                                    .formatted(organization.user("admin"), owner.id())))
                    .isEqualTo("{admin}");
            assertThat(count(connection, "procurement.find_user('%')")).isZero();
            assertThat(count(connection, "procurement.find_user(null)")).isZero();
        }
    }

    @Test
    void aKeyOfWhoHasLeftHasNoRolesOfItsMaker() throws SQLException {
        insert(owner.id());
        var organization = new TestOrganization(owner.id());
        try (var connection = app()) {
            enter(connection, owner.id());
            execute(
                    connection,
                    "delete from procurement.organization_members where user_id = '%s'"
                            .formatted(organization.user("manager")));

            assertThat(value(
                            connection,
                            "select creator_roles from procurement.find_api_key('%s')".formatted(hash(owner.id()))))
                    .isEqualTo("{}");
        }
    }

    @Test
    void onlyTheRoleThatServesRequestsMayLookUp() throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            assertThatThrownBy(() -> count(connection, "procurement.find_user('a@b.example')"))
                    .hasMessageContaining("permission denied for function");
        }
    }

    @Test
    void auditRowsAreChangedByNobody() throws SQLException {
        for (var role : List.of("procurement_system", "procurement_owner")) {
            try (var connection = ProcurementDatabase.as(role)) {
                for (var table : AUDIT) {
                    for (var change : List.of("delete from %s", "update %s set created_at = now()")) {
                        var sql = change.formatted(table);
                        assertThatThrownBy(() -> execute(connection, sql))
                                .as(sql)
                                .hasMessageContaining("are only added");
                    }
                }
            }
        }
    }

    @Test
    void ofAPartitionTheServiceReadsNothingButThroughItsTable() throws SQLException {
        try (var connection = app()) {
            enter(connection, owner.id());

            assertThat(count(connection, "procurement.usage_tracking")).isZero();
            assertThatThrownBy(() -> count(connection, "procurement.usage_tracking_default"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void oneOrganizationOperatesAndEachHasOneLiveSubscription() throws SQLException {
        var organization = TestOrganization.of(owner.id());
        TestOrganization.operator();
        TestOrganization.operator();
        try (var connection = ProcurementDatabase.system()) {
            assertThatThrownBy(() -> execute(
                            connection,
                            "update procurement.organizations set is_operator = true where tenant_id = '%s'"
                                    .formatted(owner.id())))
                    .hasMessageContaining("organizations_operator_unique");
            assertThatThrownBy(() -> execute(connection, """
                            insert into procurement.subscriptions (tenant_id, user_id, tier, status)
                            values ('%s', '%s', 'starter', 'trialing')
                            """.formatted(owner.id(), organization.user("admin"))))
                    .hasMessageContaining("subscriptions_live_unique");
        }
    }

    @Test
    void aPriceIsOfOnePlan() throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            assertThatThrownBy(() -> execute(
                            connection,
                            "update procurement.plans set price_ids = '{price_starter_month}' where plan = 'free'"))
                    .hasMessageContaining("one of another plan");
        }
    }
}
