package org.quartermaster.procurement;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/**
 * An organization with a member for each role, and requests in their names. Ids follow from the tenant and the role,
 * so that a tenant's organization is the same however often it is asked for.
 */
public record TestOrganization(String tenant) {
    private static final List<String> ROLES = List.of("admin", "manager", "operator", "viewer");
    private static final List<String> OPERATOR_ROLES = List.of("admin", "manager", "operator", "viewer", "data-admin");
    private static final String OPERATOR = "t_operator";

    private static final String INSERT = """
            with organization as (
              insert into procurement.organizations (org_id, tenant_id, name, is_operator) values (?, ?, ?, ?)
              on conflict do nothing
            ), member (user_id, role) as (
              select * from unnest(?, ?)
            ), people as (
              insert into procurement.users (user_id, email, email_norm, full_name, org_id, email_verified)
              select user_id, role || ?, role || ?, 'The ' || role, ?, true from member
              on conflict do nothing
            ), members as (
              insert into procurement.organization_members (org_id, user_id, tenant_id, roles)
              select ?, user_id, ?, array[role] from member
              on conflict do nothing
            )
            insert into procurement.subscriptions (tenant_id, user_id, tier, status) values (?, ?, 'free', 'active')
            on conflict do nothing
            """;

    /** A new one, of one test alone. */
    public static TestOrganization create() {
        return of(TestTenant.create().id());
    }

    /** That of a tenant. */
    public static TestOrganization of(String tenant) {
        return new TestOrganization(tenant).insert(ROLES);
    }

    /** The one that runs the installation, with a data-admin too; all tests share it. */
    public static TestOrganization operator() {
        return new TestOrganization(OPERATOR).insert(OPERATOR_ROLES);
    }

    public UUID id() {
        return idOf("organization");
    }

    /** The member who holds this role alone. */
    public UUID user(String role) {
        return idOf(role);
    }

    public String email(String role) {
        return role + domain();
    }

    public RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.shared().tokenOf(user(role).toString(), tenant, role));
    }

    /** Posts JSON as a member. */
    public ValidatableResponse post(String role, String path, String json) {
        return as(role).contentType(ContentType.JSON).body(json).post(path).then();
    }

    private UUID idOf(String what) {
        return UUID.nameUUIDFromBytes((tenant + " " + what).getBytes(StandardCharsets.UTF_8));
    }

    private String domain() {
        return "@" + tenant.replace('_', '-') + ".example";
    }

    private TestOrganization insert(List<String> roles) {
        try (var connection = ProcurementDatabase.system();
                var statement = connection.prepareStatement(INSERT)) {
            var values = new Object[] {
                id(),
                tenant,
                "Organization of " + tenant,
                tenant.equals(OPERATOR),
                connection.createArrayOf("uuid", roles.stream().map(this::user).toArray()),
                connection.createArrayOf("text", roles.toArray()),
                domain(),
                domain(),
                id(),
                id(),
                tenant,
                tenant,
                user("admin")
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            return this;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
