package org.quartermaster.procurement.session;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.password.TestPassword;

/** A member of an organization who can sign in by a password. */
public record TestAccount(TestOrganization organization, String role) {

    /** The manager of a new organization. */
    public static TestAccount create() {
        return of(TestOrganization.create(), "manager");
    }

    public static TestAccount of(TestOrganization organization, String role) {
        return new TestAccount(organization, role)
                .set("update procurement.users set password_hash = '%s'".formatted(TestPassword.HASH));
    }

    public UUID id() {
        return organization.user(role);
    }

    public String email() {
        return organization.email(role);
    }

    /** Changes the user's row by SQL, without its condition. */
    public TestAccount set(String sql) {
        change(sql + " where user_id = '" + id() + "'");
        return this;
    }

    /** Changes anything by SQL. */
    public static void change(String sql) {
        try (var connection = ProcurementDatabase.system();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of the first row of a query. */
    public static String value(String sql) {
        try (var connection = ProcurementDatabase.system();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static ValidatableResponse post(String path, String json) {
        return given().contentType(ContentType.JSON)
                .body(json)
                .post("/api/v1/auth/" + path)
                .then();
    }

    public ValidatableResponse login(String password) {
        return login(email(), password);
    }

    public static ValidatableResponse login(String email, String password) {
        return post("login", """
                {"email": "%s", "password": "%s"}""".formatted(email, password));
    }

    /** A new session. */
    public TestSession signIn() {
        return TestSession.of(login(TestPassword.TEXT));
    }
}
