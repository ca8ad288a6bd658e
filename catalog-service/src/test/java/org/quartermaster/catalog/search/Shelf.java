package org.quartermaster.catalog.search;

import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.text.Words;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.testing.TestTenant;

/** Products of a test's own tenant, folded as the service folds them, and searches for them. */
final class Shelf implements AutoCloseable {
    private final TestTenant tenant = TestTenant.create();
    private final CatalogSession session;

    Shelf() throws SQLException {
        session = CatalogSession.in(tenant.id());
    }

    TestTenant tenant() {
        return tenant;
    }

    void run(String sql) throws SQLException {
        session.run(sql.replace(":t", quoted(tenant.id())));
    }

    String value(String sql) throws SQLException {
        return session.value(sql.replace(":t", quoted(tenant.id())));
    }

    /** A product with these numbers and names, described by the further texts. */
    long put(String sku, String name, String... descriptions) throws SQLException {
        var description = String.join(" ", descriptions);
        return Long.parseLong(value("""
                insert into catalog.product
                  (tenant_id, sku, name, slug, description, folded_name, folded_keys, folded_description)
                values (:t, %1$s, %2$s, 's-' || gen_random_uuid(), %3$s, %4$s, %5$s, %6$s) returning id
                """.formatted(
                quoted(sku), quoted(name), quoted(description), folded(name), folded(sku), folded(description))));
    }

    /** Sets columns of a product. */
    void set(long product, String columns) throws SQLException {
        run("update catalog.product set %s where id = %d".formatted(columns, product));
    }

    /** What a product is measured by. */
    void measure(long product, String feature, String value, String unit) throws SQLException {
        var found = Units.standard().find(unit).orElseThrow();
        var base = found.toBase(new BigDecimal(value)).toPlainString();
        run("""
                insert into catalog.productspecification (tenant_id, product_id, spec_name, spec_value, unit, value_num,
                  dimension, canonical_low, canonical_high, source)
                values (:t, %d, '%s', '%s', '%s', %s, '%s', %s, %s, 'manual')
                """.formatted(product, feature, value, unit, value, found.dimension(), base, base));
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String folded(String text) {
        return quoted(String.join(" ", Words.of(text)));
    }

    /** Searches with parameters in pairs of name and value. */
    ValidatableResponse search(String... parameters) {
        return searchAs("viewer", parameters);
    }

    ValidatableResponse searchAs(String role, String... parameters) {
        var request = tenant.as(role);
        for (var i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/api/v1/products/search").then();
    }

    /** The SKUs that are found, each behind its tier, such as {@code 1 GL-400}. */
    List<String> found(String... parameters) {
        var page = search(parameters).statusCode(200).extract().jsonPath();
        return Stream.iterate(0, i -> i < page.getList("items").size(), i -> i + 1)
                .map(i -> page.getInt("items[" + i + "].match.tier") + " " + page.getString("items[" + i + "].sku"))
                .collect(Collectors.toList());
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
