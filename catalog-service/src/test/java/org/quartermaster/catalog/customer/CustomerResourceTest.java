package org.quartermaster.catalog.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.TestTenant;

/** Customers with their addresses. */
@CatalogTest
class CustomerResourceTest {
    private static final String PATH = "/api/v1/customers";
    private static final String ANN = """
            {"code": "C-1", "name": "Ann", "email": "Ann@Harbour.example", "notes": "likes tea", "phone": "123",
             "addresses": [{"kind": "shipping", "lines": "Quay 1", "country": "YE"}]}
            """;

    private final TestTenant tenant = TestTenant.create();

    private String create(String json) {
        return PATH + "/"
                + tenant.post(PATH, json).statusCode(201).extract().jsonPath().getString("id");
    }

    private static String another(String code, String email) {
        return "{\"code\": \"%s\", \"name\": \"Bo\", \"email\": \"%s\"}".formatted(code, email);
    }

    @Test
    void aNewCustomerIsShownAsItWasEnteredWithUsualValuesForTheRest() {
        var path = create(ANN);

        tenant.as("viewer")
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1."))
                .body("email", equalTo("Ann@Harbour.example"))
                .body("customer_type", equalTo("prospect"))
                .body("payment_terms", equalTo("net_30"))
                .body("preferred_contact", equalTo("email"))
                .body("addresses[0].lines", equalTo("Quay 1"))
                .body("credit_limit", nullValue())
                .body("$", not(hasKey("tenant_id")));
    }

    @Test
    void whoLookedAtACustomerIsLogged() {
        var path = create(ANN);

        tenant.as("viewer").get(path).then().statusCode(200);

        tenant.manager().get("/api/v1/activity").then().body("items.action", contains("viewed", "created"));
    }

    @Test
    void theLogKeepsWhatTheEventLeavesOut() throws SQLException {
        create(ANN);

        tenant.manager()
                .get("/api/v1/activity")
                .then()
                .body("items[0].details.after.notes", equalTo("likes tea"))
                .body("items[0].details.after.addresses[0].lines", equalTo("Quay 1"));
        try (var session = CatalogSession.in(tenant.id())) {
            var data = session.value(
                    "select envelope::jsonb -> 'data' from platform.outbox where tenant_id = '" + tenant.id() + "'");
            assertThat(data)
                    .contains("Ann@Harbour.example")
                    .doesNotContain("likes tea")
                    .doesNotContain("Quay 1")
                    .doesNotContain("phone");
        }
    }

    @ParameterizedTest
    @CsvSource({"C-2, ANN@harbour.EXAMPLE, email", "C-1, bo@harbour.example, code"})
    void whatIsTakenIsNamed(String code, String email, String field) {
        create(ANN);

        tenant.post(PATH, another(code, email)).statusCode(409).body("errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({
        "email, nobody",
        "email, a@b",
        "email, a b@example.org",
        "email, a@-example.org",
        "email, .a@example.org",
        "customer_type, friend",
        "credit_limit, -1",
        "currency, usd",
        "currency, XXX",
        "customer_group_id, 4711",
        "code, ' '"
    })
    void aWrongValueIsNamed(String field, String value) {
        var isNumber = value.matches("-?\\d+");
        var json = ANN.replace(
                "\"name\"", "\"%s\": %s, \"name\"".formatted(field, isNumber ? value : "\"" + value + "\""));
        var once = field.equals("email") ? json.replace("\"email\": \"Ann@Harbour.example\", ", "") : json;
        once = field.equals("code") ? once.replace("\"code\": \"C-1\", ", "") : once;

        tenant.post(PATH, once).statusCode(422).body("errors[0].field", equalTo(field));
    }

    @Test
    void aPatchOfAddressesAloneRaisesTheVersion() {
        var path = create(ANN);

        tenant.manager()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1.x\"")
                .body("{\"addresses\": [{\"lines\": \"Quay 2\"}, {\"kind\": \"shipping\", \"lines\": \"Quay 3\"}]}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("name", equalTo("Ann"))
                .body("addresses.lines", contains("Quay 2", "Quay 3"))
                .body("addresses.kind", contains("billing", "shipping"));
    }

    @Test
    void aStaleVersionIsRefused() {
        var path = create(ANN);
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Anna\"}")
                .patch(path)
                .then()
                .statusCode(200);

        tenant.manager()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1.x\"")
                .body("{\"name\": \"Anne\"}")
                .patch(path)
                .then()
                .statusCode(412);
    }

    @Test
    void aDeletedCustomerIsGoneAndItsAddressIsFree() {
        var path = create(ANN);

        tenant.manager().delete(path).then().statusCode(204);

        tenant.manager().get(path).then().statusCode(410);
        tenant.manager().delete(path).then().statusCode(410);
        tenant.manager().get(PATH).then().body("items.size()", equalTo(0));
        tenant.manager().queryParam("include_deleted", true).get(PATH).then().body("items.size()", equalTo(1));
        tenant.as("viewer").queryParam("include_deleted", true).get(PATH).then().statusCode(403);
        create(another("C-1", "ann@harbour.example"));
        tenant.post(path + "/restore", "{}").statusCode(409).body("errors[0].field", equalTo("email"));
    }

    @Test
    void aDeletedCustomerComesBackAsItWas() {
        var path = create(ANN);
        tenant.manager().delete(path).then().statusCode(204);

        tenant.post(path + "/restore", "{}")
                .statusCode(200)
                .body("addresses[0].lines", equalTo("Quay 1"))
                .body("deleted_at", nullValue());

        tenant.manager().get(path).then().statusCode(200);
    }

    @Test
    void theListIsFiltered() {
        create(ANN);
        create(another("C-2", "bo@example.org"));

        tenant.manager().queryParam("q", "harb").get(PATH).then().body("items.code", contains("C-1"));
        tenant.manager().queryParam("customer_type", "active").get(PATH).then().body("items.size()", equalTo(0));
        tenant.manager().get(PATH).then().body("total", equalTo(2)).body("total_exact", equalTo(true));
    }

    @Test
    void anotherTenantFindsNothing() {
        var path = create(ANN);
        var other = TestTenant.create();

        other.manager().get(path).then().statusCode(404);
        other.manager().delete(path).then().statusCode(404);
        other.post(path + "/restore", "{}").statusCode(404);
        other.manager().get(PATH).then().body("items.size()", equalTo(0));
    }
}
