package org.quartermaster.catalog.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;

/** A dangerous tool that is offered without its equipment gives a warning, and nothing is added by itself. */
@CatalogTest
class UnprotectedToolTest {
    private static final String LISTS = """
            insert into catalog.unspsccode (code, title, source, folded_title) values
              ('10000000', 'Breakers', 'import', 'breakers'), ('11000000', 'Hand cover', 'import', 'hand')
              on conflict do nothing;
            insert into catalog.hazard (code, name) values ('u_cut', 'Cuts') on conflict do nothing;
            insert into catalog.ppetype (code, name, unspsc_code) values ('u_glove', 'Gloves', '11000000'),
              ('u_helmet', 'Helmet', null) on conflict do nothing
            """;
    private static final String OWN = """
            insert into catalog.product (tenant_id, sku, name, slug) values (:t, 'BR-1', 'Breaker', 'breaker'),
              (:t, 'AA-1', 'A glove that is out of stock', 'a-glove');
            insert into catalog.productclassification (tenant_id, product_id, unspsc_code, confidence, status)
              select :t, id, case sku when 'BR-1' then '10000000' else '11000000' end, 1, 'confirmed'
              from catalog.product where sku in ('BR-1', 'AA-1', 'GL-400');
            insert into catalog.toolriskclassification (tenant_id, tool_name, category, unspsc_code, risk_level, hazards,
              mandatory_ppe) values (:t, 'Concrete breaker', 'power', '10000000', 'high', '["u_cut"]', '["u_glove"]')
            """;

    private TestShop shop;

    @BeforeEach
    void open() throws SQLException {
        try (var system = CatalogSession.as("catalog_system")) {
            system.run(LISTS);
        }
        shop = TestShop.open();
        shop.run(OWN);
    }

    private String breaker() throws SQLException {
        return "{\"product_id\": %s, \"quantity\": 1, \"unit_price\": 100, \"price_reason\": \"list\"}"
                .formatted(shop.value("select id from catalog.product where sku = 'BR-1'"));
    }

    private static JsonNode warning(JsonNode quotation) {
        for (var warning : quotation.get("warnings")) {
            if (warning.get("code").asText().equals("safety.unprotected")) {
                return warning;
            }
        }
        return null;
    }

    @Test
    void theLineIsNamedWithArticlesThatWouldHelp() throws SQLException {
        var made = shop.create(breaker());

        var warning = warning(shop.get(made));

        assertThat(warning(made)).isEqualTo(warning);
        assertThat(warning.get("line_no").intValue()).isEqualTo(1);
        assertThat(warning.get("message").asText())
                .isEqualTo("Concrete breaker calls for Gloves, and the quotation has no article for it.");
        assertThat(warning.get("suggestions").findValuesAsText("sku")).containsExactly("GL-400", "AA-1");
        assertThat(warning.at("/suggestions/0/ppe_code").asText()).isEqualTo("u_glove");
        assertThat(shop.get(made).get("line_items")).hasSize(1);
    }

    @Test
    void theWarningGoesWithTheEquipment() throws SQLException {
        var made = shop.create(breaker());

        var whole = TestShop.json(shop.post("/" + TestShop.id(made) + "/items", shop.gloves(1)), 201);

        assertThat(warning(whole)).isNull();
        assertThat(warning(shop.create(breaker(), shop.gloves(1)))).isNull();
    }

    @Test
    void eachKindThatIsLackingIsNamedThoughNoArticleIsThere() throws SQLException {
        shop.run("update catalog.toolriskclassification set mandatory_ppe = '[\"u_glove\", \"u_helmet\"]'"
                + " where tenant_id = :t");

        var warning = warning(shop.create(breaker(), shop.gloves(1)));

        assertThat(warning.get("message").asText()).startsWith("Concrete breaker calls for Helmet,");
        assertThat(warning.get("suggestions")).isEmpty();
    }

    @Test
    void aHarmlessToolGivesNoWarning() throws SQLException {
        shop.run("update catalog.toolriskclassification set risk_level = 'medium' where tenant_id = :t");

        assertThat(warning(shop.create(breaker()))).isNull();
    }

    @Test
    void theWarningStandsInNobodysWay() throws SQLException {
        var sent = shop.step(shop.create(breaker()), "send", "{}", 200);

        assertThat(sent.get("status").asText()).isEqualTo("sent");
        assertThat(warning(sent)).isNotNull();
    }
}
