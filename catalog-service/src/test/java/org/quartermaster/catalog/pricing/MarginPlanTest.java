package org.quartermaster.catalog.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Plans;
import org.quartermaster.catalog.TestStock;

/** The margin of the categories above an article is looked up by their keys. */
@CatalogTest
class MarginPlanTest {
    @Test
    void theCategoriesAboveAreReachedByTheirIds() throws SQLException {
        var stock = new TestStock();
        stock.run("""
                insert into catalog.category (tenant_id, name, slug)
                select :t, 'Gloves ' || n, 'gloves-' || n from generate_series(1, 2000) n
                """);
        var product = stock.product("GL-1");
        var parameters = new String[] {
            "'" + stock.tenant().id() + "'",
            "array[" + product + "]",
            "array[null]",
            "array[null]",
            "array[]",
            "false",
            "array[]"
        };
        var sql = PriceFactsQuery.SQL;
        for (var i = 0; i < parameters.length; i++) {
            sql = sql.replace("$" + (i + 1), parameters[i]);
        }

        var plan = Plans.of(stock.tenant().id(), sql);

        assertThat(plan)
                .doesNotContain("Seq Scan on category ")
                .containsPattern("category_pkey on category above[^\\n]*\\n\\s+Index Cond: [^\\n]* AND \\(id = ");
    }
}
