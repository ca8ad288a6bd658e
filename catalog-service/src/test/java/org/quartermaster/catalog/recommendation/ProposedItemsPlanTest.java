package org.quartermaster.catalog.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Plans;
import org.quartermaster.catalog.TestStock;

/** What work needs is looked up by keys, however many articles there are. */
@CatalogTest
class ProposedItemsPlanTest {
    private static final String WISHES = """
            [{"kind": "ppe", "selector": {"category": "gloves-7"}, "quantity": 1, "mandatory": true, "reason": "r"},
             {"kind": "tool", "selector": {"unspsc": "27110000"}, "unspsc_last": "27119999", "quantity": 1,
              "mandatory": false, "reason": "r"}]
            """;

    @Test
    void articlesOfACategoryAndOfAClassAreReachedByTheirIndexes() throws SQLException {
        var stock = new TestStock();
        stock.run("""
                insert into catalog.category (tenant_id, name, slug)
                select :t, 'Gloves ' || n, 'gloves-' || n from generate_series(1, 500) n;
                insert into catalog.product (tenant_id, sku, name, slug, category_id)
                select :t, 'GL-' || c.id || '-' || n, 'Glove', 'glove-' || c.id || '-' || n, c.id
                from catalog.category c, generate_series(1, 10) n
                """);

        var plan = Plans.of(
                stock.tenant().id(),
                ItemSql.PROPOSE
                        .replace("$1", "'" + stock.tenant().id() + "'")
                        .replace("$2", "'" + WISHES.replace("\n", " ") + "'"));

        assertThat(plan)
                .doesNotContain("Seq Scan on product ")
                .doesNotContain("Seq Scan on category ")
                .containsPattern("product_category_idx on product p[^\\n]*\\n\\s+Index Cond: [^\\n]*category_id = ")
                .containsPattern(
                        "category_path_idx on category c[^\\n]*\\n\\s+Index Cond: [^\\n]*path >= [^\\n]*path < ");
    }
}
