package org.quartermaster.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;

/** Packs, specifications, prices, stock and customers come in by files. */
@CatalogTest
class PartImportTest {
    private final ImportShop shop = ImportShop.create();
    private int glove;

    @BeforeEach
    void addAnArticle() {
        glove = shop.shelf().product("{\"sku\": \"GL-1\", \"name\": \"Glove\"}");
    }

    @Test
    void packsComeInOnceAndAreChangedByWhatIsNew() {
        var file = "sku,code,factor,pack_sku\ngl-1,box,50,GL-1-BX\nGL-1,CT,0,\nGL-2,BX,5,\n";

        var job = shop.load("packs", file);

        assertThat(job.getInt("result.created")).isEqualTo(1);
        assertThat(job.getInt("result.rejected")).isEqualTo(2);
        assertThat(job.getList("errors.code")).containsExactlyInAnyOrder("greater_than_equal", "reference.unknown");
        var packs = shop.get("/products/" + glove + "/packs");
        assertThat(packs.getList("items.code")).containsExactly("BX");
        assertThat(packs.getList("items.sku")).containsExactly("GL-1-BX");

        assertThat(shop.load("packs", "sku,code,factor\nGL-1,BX,50\n").getInt("result.unchanged"))
                .isEqualTo(1);
        assertThat(shop.load("packs", "sku,code,factor\nGL-1,BX,60\n").getInt("result.updated"))
                .isEqualTo(1);
        assertThat(shop.get("/products/" + glove + "/packs").getList("items.sku"))
                .containsExactly("GL-1-BX");
    }

    @Test
    void specificationsComeInUnlessAPersonSaidMore() {
        shop.shelf()
                .put(
                        "/" + glove + "/specifications",
                        "{\"items\": [{\"spec_name\": \"Colour\", \"spec_value\": \"red\"}]}")
                .statusCode(200);
        var file = "sku,spec_name,value,unit\nGL-1,Weight,40,g\nGL-1,colour,blue,\nGL-1,Size,,\n";

        var job = shop.load("specifications", file);

        assertThat(job.getInt("result.created")).isEqualTo(1);
        assertThat(job.getInt("result.skipped")).isEqualTo(1);
        assertThat(job.getInt("result.rejected")).isEqualTo(1);
        var all = shop.get("/products/" + glove + "/specifications");
        assertThat(all.getList("items.spec_value")).containsExactlyInAnyOrder("red", "40");
        assertThat(all.getList("items.source")).containsExactlyInAnyOrder("manual", "import");
        assertThat(shop.load("specifications", "sku,spec_name,value,unit\nGL-1,Weight,40,g\n")
                        .getInt("result.unchanged"))
                .isEqualTo(1);
    }

    @Test
    void pricesHoldFromNowOnAndReplaceWhatHeld() {
        var file = "sku,price,min_quantity,currency\nGL-1,10,1,USD\nGL-1,9.5,10,USD\nGL-1,8,100,XXX\nGL-1,7,10,USD\n";

        var job = shop.load("prices", file);

        assertThat(job.getInt("result.created")).isEqualTo(2);
        assertThat(job.getList("errors.code"))
                .containsExactlyInAnyOrder("reference.unknown", "reference.duplicate_row");
        shop.shelf().get("/" + glove).body("base_price", equalTo(10f));
        assertThat(shop.events("price.changed")).isEqualTo(2);

        assertThat(shop.load("prices", "sku,price,min_quantity\nGL-1,10,1\nGL-1,9.5,10\n")
                        .getInt("result.unchanged"))
                .isEqualTo(2);
        assertThat(shop.load("prices", "sku,price\nGL-1,11\n").getInt("result.updated"))
                .isEqualTo(1);
        shop.shelf().get("/" + glove).body("base_price", equalTo(11f));
    }

    @Test
    void aWorkbookIsReadLikeAnyOtherFile() throws IOException {
        var drill = shop.shelf().product("{\"sku\": \"A-1\", \"name\": \"Drill\"}");

        var job = shop.load("prices", WorkbookImportTest.workbook(), Map.of());

        assertThat(job.getInt("result.created")).isEqualTo(1);
        var prices = shop.get("/products/" + drill + "/prices");
        assertThat(prices.getList("items.amount", Float.class)).containsExactly(283.9f);
        assertThat(prices.getList("items.effective_from")).containsExactly("2030-01-31T00:00:00Z");
    }

    @Test
    void datedPricesMayNotOverlap() {
        var file = "sku,price,effective_from,effective_to\nGL-1,10,2020-01-01,2021-01-01\nGL-1,11,2020-06-01,\n";

        var job = shop.load("prices", file);

        assertThat(job.getInt("result.created")).isEqualTo(1);
        assertThat(job.getList("errors.code")).containsExactly("price.overlap");
        assertThat(shop.load("prices", "sku,price,effective_from,effective_to\nGL-1,10,2020-01-01,2021-01-01\n")
                        .getInt("result.unchanged"))
                .isEqualTo(1);
    }

    @Test
    void stockIsBookedAsAnAdjustment() {
        shop.shelf().add("/api/v1/warehouses", "{\"code\": \"W1\", \"name\": \"Yard\"}");
        var file = "sku,warehouse,quantity_on_hand,shelf\nGL-1,W1,50,A3\nGL-1,W9,1,\n";

        var job = shop.load("stock", file);

        assertThat(job.getInt("result.created")).isEqualTo(1);
        assertThat(job.getList("errors.column")).containsExactly("warehouse");
        var stock = shop.get("/inventory");
        assertThat(stock.getList("items.quantity_on_hand", Float.class)).containsExactly(50f);
        assertThat(stock.getList("items.warehouse_location")).containsExactly("A3");
        assertThat(shop.get("/inventory/verify").getBoolean("ok")).isTrue();
        assertThat(shop.events("inventory.changed")).isZero();

        assertThat(shop.load("stock", "sku,warehouse,quantity_on_hand\nGL-1,W1,50\n")
                        .getInt("result.unchanged"))
                .isEqualTo(1);
        assertThat(shop.load(
                                "stock",
                                "sku,quantity_on_hand\nGL-1,3\n",
                                Map.of("mapping", "{\"defaults\": {\"warehouse\": \"W1\"}}"))
                        .getInt("result.updated"))
                .isEqualTo(1);
        assertThat(shop.events("inventory.low")).isEqualTo(1);
        assertThat(shop.load("stock", "sku,warehouse,quantity_on_hand\nGL-1,W1,1.5\n")
                        .getList("errors.code"))
                .containsExactly("decimal_max_places");
    }

    @Test
    void customersComeInWithoutTellingTheirPhone() {
        var file = "code,name,email,phone\nC1,Ann,ann@example.org,555\nC2,Bob,no address,\n";

        var job = shop.load("customers", file);

        assertThat(job.getInt("result.created")).isEqualTo(1);
        assertThat(job.getList("errors.code")).containsExactly("email_invalid");
        assertThat(shop.get("/customers").getList("items.phone")).containsExactly("555");
        assertThat(shop.events("customer.created")).isEqualTo(1);
        assertThat(shop.value("select details -> 'after' ->> 'phone' from catalog.activitylog"
                        + " where tenant_id = :t and entity_type = 'customer'"))
                .isEqualTo("555");
        assertThat(shop.load("customers", "code,name,email\nC1,Ann,ann@example.org\n")
                        .getInt("result.unchanged"))
                .isEqualTo(1);
    }
}
