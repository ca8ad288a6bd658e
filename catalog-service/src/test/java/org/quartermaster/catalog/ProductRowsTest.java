package org.quartermaster.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.TestTenant;

/** What the tables keep of products and stock, whoever writes them. */
@CatalogTest
class ProductRowsTest {
    private final String tenant = TestTenant.create().id();
    private CatalogSession session;

    @BeforeEach
    void makeAProduct() throws SQLException {
        session = CatalogSession.in(tenant);
        add("GL-400", "glove");
    }

    @AfterEach
    void leave() throws SQLException {
        session.close();
    }

    private void add(String sku, String slug) throws SQLException {
        session.run("insert into catalog.product (tenant_id, sku, name, slug) values ('%s', '%s', 'Glove', '%s')"
                .formatted(tenant, sku, slug));
    }

    private String version() throws SQLException {
        return session.value("select version from catalog.product where sku = 'GL-400'");
    }

    @Test
    void aSkuIsTakenInAnyLetterCaseUntilItsProductIsDeleted() throws SQLException {
        assertThatThrownBy(() -> add("gl-400", "glove-2")).hasMessageContaining("product_sku_unique");

        session.run("update catalog.product set deleted_at = now()");
        add("gl-400", "glove");

        assertThat(session.value("select count(*) from catalog.product")).isEqualTo("2");
    }

    @Test
    void aVisibleChangeRaisesTheVersionAndNewWordsDoNot() throws SQLException {
        session.run("update catalog.product set name = 'Nitrile glove'");
        assertThat(version()).isEqualTo("2");

        session.run("update catalog.product set folded_name = 'nitrile glove', folded_keys = 'gl400'");
        session.run("update catalog.product set name = name");

        assertThat(version()).isEqualTo("2");
    }

    @Test
    void aProductIsFoundByItsWordsInTheSameTransaction() throws SQLException {
        session.run("update catalog.product set folded_name = 'перчатка', folded_specifications = 'nitrile'");

        assertThat(session.value("select search_tsv::text from catalog.product"))
                .isEqualTo("'nitrile':2 'перчатка':1A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4006381333931", "96385074", "036000291452", "10012345678902"})
    void aGtinHasItsCheckDigit(String gtin) throws SQLException {
        session.run("update catalog.product set gtin = '%s'".formatted(gtin));
        var last = gtin.charAt(gtin.length() - 1);
        var wrong = gtin.substring(0, gtin.length() - 1) + (char) (last == '9' ? '0' : last + 1);

        assertThatThrownBy(() -> session.run("update catalog.product set gtin = '%s'".formatted(wrong)))
                .hasMessageContaining("product_gtin_check");
    }

    @Test
    void articleNumbersAreComparedWithoutCaseBlanksAndDashes() throws SQLException {
        assertThat(session.value("select sku_key from catalog.product")).isEqualTo("GL400");
        assertThat(session.value("select catalog.key_of('мк-7/٣ ﬁ')")).isEqualTo("МК73FI");
    }

    @Test
    void stockIsNotReservedBeyondWhatLiesThere() throws SQLException {
        session.run("insert into catalog.warehouse (tenant_id, code, name) values ('%s', 'W', 'W')".formatted(tenant));
        session.run("""
                insert into catalog.productinventory (tenant_id, product_id, warehouse_id, quantity_on_hand)
                select p.tenant_id, p.id, w.id, 5 from catalog.product p, catalog.warehouse w
                """);

        assertThatThrownBy(() -> session.run("update catalog.productinventory set quantity_reserved = 5.000001"))
                .hasMessageContaining("productinventory_stock_check");
        session.run("update catalog.productinventory set quantity_reserved = 5");
        assertThat(session.value("select quantity_available = 0 from catalog.productinventory"))
                .isEqualTo("t");
    }
}
