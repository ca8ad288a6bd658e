package org.quartermaster.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.local.LocalServers;

/** The functions of the search by themselves: their indexes, and the wall between tenants in them. */
@CatalogTest
class SearchFunctionsTest {
    private static final String ASKED = """
            {"text": "GL-77", "key": "GL77", "all": "'hammer' & 'of77'", "words": [], "reasons": [],
              "facets": ["brand", "availability"], "filters": {}, "limit": 5}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalog.search_products('{\"limit\": 5, \"facets\": [], \"filters\": {}}')",
                "catalog.similar_words('{hammer}')",
                "catalog.suggest_products('{\"limit\": 5, \"key\": \"GL\", \"last\": \"ham\"}')"
            })
    void withoutATenantTheyFailAndAnotherFindsNothing(String call) throws SQLException {
        try (var shelf = new Shelf();
                var other = new Shelf();
                var nobody = CatalogSession.as("catalog_app");
                var system = CatalogSession.as("catalog_system")) {
            shelf.put("GL-1", "Hammer");

            var own = "select cast(f as text) from %s f".formatted(call);

            assertThat(shelf.value(own)).containsPattern("hammer|GL-1|\"id\": \\d");
            assertThat(String.valueOf(other.value(own))).doesNotContainPattern("hammer|GL-1|\"id\": \\d");
            assertThatThrownBy(() -> nobody.value("select " + call)).hasMessageContaining("needs a tenant");
            assertThatThrownBy(() -> system.value("select " + call)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatTheyAreMadeOfIsNotForTheRoleThatServesRequests() throws SQLException {
        try (var shelf = new Shelf()) {
            assertThatThrownBy(() -> shelf.value("select catalog.product_condition('t', '{}', '')"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theRoleThatServesRequestsReachesTheIndexes() throws SQLException {
        try (var shelf = new Shelf()) {
            shelf.run("""
                    insert into catalog.product (tenant_id, sku, name, slug, folded_name)
                    select :t, 'GL-' || n, 'Hammer', 'hammer-' || n, 'hammer of' || n from generate_series(1, 5000) n
                    """);

            assertThat(plans(shelf.tenant().id()))
                    .contains("product_sku_key_idx", "product_mpn_key_idx", "product_search_idx", "product_pkey")
                    .doesNotContain("Seq Scan on product ");
        }
    }

    /** The plans of a search and of what its function runs, as the server tells them. */
    private static String plans(String tenant) throws SQLException {
        try (var connection = LocalServers.adminConnection("catalog");
                var statement = connection.createStatement()) {
            // what is new to the index of words waits in a list that is read from end to end
            statement.execute("vacuum analyze catalog.product");
            statement.execute("load 'auto_explain'");
            statement.execute("set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on");
            statement.execute("set client_min_messages = log; set role catalog_app");
            statement.execute("select set_config('app.tenant_id', '%s', false)".formatted(tenant));
            statement.clearWarnings();
            statement.executeQuery(SearchReads.SEARCH.replace("$1", Shelf.quoted(ASKED)));
            return warnings(statement);
        }
    }

    private static String warnings(Statement statement) throws SQLException {
        var text = new StringBuilder();
        for (var warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            text.append(warning.getMessage()).append('\n');
        }
        return text.toString();
    }

    @Test
    void wordsAreKnownOnceTheirProductIsAndNumbersAreNoWords() throws SQLException {
        try (var shelf = new Shelf()) {
            shelf.run("""
                    insert into catalog.product (tenant_id, sku, name, slug, folded_name)
                    values (:t, '1', 'a', 'a', 'hammer 18v of'), (:t, '2', 'b', 'b', 'hammer drill')
                    """);
            shelf.run("update catalog.product set folded_description = 'перчатка drill' where sku = '1'");

            assertThat(shelf.value("select string_agg(word, ' ' order by word) from catalog.productword"))
                    .isEqualTo("drill hammer перчатка");
        }
    }
}
