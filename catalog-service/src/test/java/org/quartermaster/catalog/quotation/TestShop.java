package org.quartermaster.catalog.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;

/** A tenant with the ladder of the specification's worked example, a customer of a group, tax and some stock. */
record TestShop(TestTenant tenant) {
    static final String PATH = "/api/v1/quotations";

    /** The server shows constants as they are or as parameters, and lists of them in short, as it has parsed them or not. */
    private static final Pattern CONSTANTS =
            Pattern.compile("('[^']*'|[$]?\\b[0-9]+\\b)((, )('[^']*'|[$]?\\b[0-9]+\\b)| /[*], [.]{3} [*]/)*");

    private static final int RUNS = 3;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    private static final String ROWS = """
            insert into catalog.catalogsetting (tenant_id, min_margin_percent, company)
              values (:t, 10, '{"name": "Harbour Tools", "address": "Quay 1", "terms_conditions": "Net 30"}');
            insert into catalog.customergroup (tenant_id, code, name, discount_percent) values (:t, 'G', 'Group', 5);
            insert into catalog.customer (tenant_id, code, name, email, customer_group_id)
              select tenant_id, 'C1', 'Harbour Works', 'buyer@example.org', id from catalog.customergroup;
            insert into catalog.product (tenant_id, sku, name, slug) values (:t, 'GL-400', 'Nitrile glove', 'glove');
            insert into catalog.product (tenant_id, sku, name, slug) values (:t, 'UN-1', 'Unpriced', 'unpriced');
            insert into catalog.productpricing (tenant_id, product_id, price_kind, minimum_quantity, amount,
                effective_from, recorded_at)
              select p.tenant_id, p.id, l.kind, l.least, l.amount, now() - interval '2 days', now() - interval '2 days'
              from catalog.product p, (values ('sell', 1, 10.00), ('sell', 10, 9.50), ('sell', 100, 8.00),
                ('cost', 1, 7.00)) as l (kind, least, amount) where p.sku = 'GL-400';
            insert into catalog.taxrate (tenant_id, tax_class, rate, valid)
              values (:t, 'standard', 0.15, '[2020-01-01,)');
            insert into catalog.warehouse (tenant_id, code, name) values (:t, 'W1', 'Yard');
            insert into catalog.productinventory (tenant_id, product_id, warehouse_id, quantity_on_hand)
              select p.tenant_id, p.id, w.id, 50 from catalog.product p, catalog.warehouse w where p.sku = 'GL-400'
            """;

    static TestShop open() throws SQLException {
        var shop = new TestShop(TestTenant.create());
        shop.run(ROWS);
        return shop;
    }

    void run(String sql) throws SQLException {
        try (var session = CatalogSession.in(tenant.id())) {
            session.run(sql.replace(":t", "'" + tenant.id() + "'"));
        }
    }

    String value(String sql) throws SQLException {
        try (var session = CatalogSession.in(tenant.id())) {
            return session.value(sql);
        }
    }

    String product() throws SQLException {
        return value("select id from catalog.product where sku = 'GL-400'");
    }

    String unpriced() throws SQLException {
        return value("select id from catalog.product where sku = 'UN-1'");
    }

    String customer() throws SQLException {
        return value("select id from catalog.customer");
    }

    /** An item of the glove. */
    String gloves(int quantity) throws SQLException {
        return "{\"product_id\": %s, \"quantity\": %d}".formatted(product(), quantity);
    }

    Response post(String path, String body) {
        return tenant.manager().contentType(ContentType.JSON).body(body).post(PATH + path);
    }

    Response patch(String path, String ifMatch, String body) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .patch(PATH + path);
    }

    /** A quotation for the customer with the given items. */
    JsonNode create(String... items) throws SQLException {
        return json(post("", """
                        {"customer_id": %s, "project_title": "Workshop", "items": [%s]}
                        """.formatted(customer(), String.join(",", items))), 201);
    }

    JsonNode step(JsonNode quotation, String step, String body, int status) {
        return json(post("/" + id(quotation) + "/" + step, body), status);
    }

    /** A quotation of ten gloves that was sent. */
    JsonNode sent() throws SQLException {
        return step(create(gloves(10)), "send", "{}", 200);
    }

    JsonNode get(JsonNode quotation) {
        return json(tenant.manager().get(PATH + "/" + id(quotation)), 200);
    }

    byte[] pdf(JsonNode quotation) {
        var response = tenant.manager().get(PATH + "/" + id(quotation) + "/pdf");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/pdf");
        return response.asByteArray();
    }

    /**
     * How often a request runs each statement on the catalogue, beside those on the log, which is chained meanwhile:
     * the least of some runs, as other background work may fall into one.
     */
    Map<String, Long> statements(Runnable request) throws SQLException {
        var least = new TreeMap<String, Long>();
        for (var run = 0; run < RUNS; run++) {
            var counted = new TreeMap<String, Long>();
            new Statements("catalog").during(request).forEach((statement, count) -> {
                if (statement.contains("catalog.") && !statement.contains("catalog.activity")) {
                    counted.merge(CONSTANTS.matcher(statement).replaceAll("?"), count, Long::sum);
                }
            });
            if (run == 0) {
                least.putAll(counted);
            }
            least.keySet().retainAll(counted.keySet());
            least.replaceAll((statement, count) -> Math.min(count, counted.get(statement)));
        }
        return least;
    }

    static long id(JsonNode quotation) {
        return quotation.get("id").longValue();
    }

    static JsonNode json(Response response, int status) {
        var text = response.asString();
        assertThat(response.statusCode()).as(text).isEqualTo(status);
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
