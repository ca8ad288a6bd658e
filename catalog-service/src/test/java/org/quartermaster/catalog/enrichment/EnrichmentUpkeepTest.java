package org.quartermaster.catalog.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;
import org.quartermaster.catalog.product.Shelf;
import org.quartermaster.local.LocalServers;

/** New and changed articles are enriched without anybody asking for it. */
@CatalogTest
class EnrichmentUpkeepTest {
    private final Shelf shelf = Shelf.create();
    private final String tenant = shelf.tenant().id();

    @Inject
    EnrichmentUpkeep upkeep;

    /** NB: it would do the articles of all other tests first. */
    @BeforeEach
    void leaveTheArticlesOfOthers() throws SQLException {
        try (var system = CatalogSession.as("catalog_system")) {
            system.run("""
                    update catalog.product set enrichment_status = 'incomplete'
                    where enrichment_status in ('pending', 'running')
                    """);
        }
    }

    private static void as(String tenant, String sql) throws SQLException {
        try (var session = CatalogSession.in(tenant)) {
            session.run(sql);
        }
    }

    @Test
    void aNewArticleIsCompletedAndOneThatWasChangedIsAgain() throws SQLException {
        var category = shelf.add("/api/v1/categories", "{\"name\":\"Wipes\"}");
        var brand = shelf.add("/api/v1/brands", "{\"name\":\"Harbour Works\"}");
        var product = shelf.product("""
                {"sku":"WP-1","name":"Harbour Works wipes | WP-1","description":"<p>200/roll</p>","category_id":%d}
                """.formatted(category));
        shelf.get("/" + product).body("enrichment_status", is("pending"));

        upkeep.enrich();

        shelf.get("/" + product)
                .body("enrichment_status", is("enriched"))
                .body("enrichment_source", is("rules"))
                .body("last_enriched", notNullValue())
                .body("name", is("Harbour Works wipes"))
                .body("brand_id", is(brand))
                .body("completeness", is(100.0f));
        assertThat(new Shop(shelf.tenant()).events("product.enriched")).isEqualTo(1);

        shelf.patch("/" + product, "{\"description\":\"150/roll\"}").body("enrichment_status", is("pending"));
        upkeep.enrich();

        shelf.get("/" + product).body("enrichment_status", is("enriched"));
        shelf.get("/" + product + "/specifications").body("items.spec_value", is(List.of("150")));
    }

    @Test
    void anArticleIsShownToBeAtWorkAndTakenAgainWhenItsWorkerDied() throws SQLException {
        var fresh = shelf.product("{\"sku\":\"A\",\"name\":\"Drill\"}");
        var broken = shelf.product("{\"sku\":\"B\",\"name\":\"Drill\"}");
        as(
                tenant,
                "update catalog.product set enrichment_status = 'running' where id in (%d, %d)"
                        .formatted(fresh, broken));
        try (var admin = LocalServers.adminConnection("catalog");
                var statement = admin.createStatement()) {
            statement.execute("alter table catalog.product disable trigger update_product_updated_at");
            statement.execute(
                    "update catalog.product set updated_at = now() - interval '2 minutes' where id = " + broken);
            statement.execute("alter table catalog.product enable trigger update_product_updated_at");
        }

        upkeep.enrich();

        shelf.get("/" + fresh).body("enrichment_status", is("running"));
        shelf.get("/" + broken).body("enrichment_status", is("incomplete"));
    }

    @Test
    void oneThatCannotBeEnrichedSaysWhyAndKeepsNothingFromTheOthers() throws SQLException {
        var broken = shelf.product("{\"sku\":\"A\",\"name\":\"Wipes 200/roll\"}");
        var other = shelf.product("{\"sku\":\"B\",\"name\":\"Wipes\"}");
        try (var admin = LocalServers.adminConnection("catalog");
                var statement = admin.createStatement()) {
            statement.execute("""
                    create function refuse_a_test() returns trigger language plpgsql as
                    $$ begin raise exception 'refused'; end $$;
                    create trigger refuse_a_test before insert on catalog.productspecification for each row
                    when (new.product_id = %d) execute function refuse_a_test()
                    """.formatted(broken));
            try {
                upkeep.enrich();
            } finally {
                statement.execute("drop function refuse_a_test cascade");
            }
        }

        shelf.get("/" + broken)
                .body("enrichment_status", is("failed"))
                .body("enrichment_failure", is("internal_error"));
        shelf.get("/" + other).body("enrichment_status", is("incomplete"));

        shelf.patch("/" + broken, "{\"name\":\"Wipes 180/roll\"}");
        upkeep.enrich();

        shelf.get("/" + broken).body("enrichment_status", is("incomplete")).body("enrichment_failure", nullValue());
    }

    @Test
    void aConfirmedClassAsksForItsFeaturesAndSpecificationsSayWhetherItIsComplete() throws SQLException {
        var product = shelf.product("{\"sku\":\"A\",\"name\":\"Drill\"}");
        upkeep.enrich();
        try (var system = CatalogSession.as("catalog_system")) {
            system.run(
                    "insert into catalog.etimgroup (code, name) values ('EG009998', 'Drills') on conflict do nothing");
            system.run("""
                    insert into catalog.etimclass (class_code, version, group_id, description_en)
                    values ('EC009998', 1, 'EG009998', 'Drill of a test') on conflict do nothing
                    """);
        }

        shelf.tenant()
                .post(
                        Shelf.PRODUCTS + "/" + product + "/classifications",
                        "{\"system\":\"etim\",\"code\":\"EC009998\"}")
                .statusCode(201);

        shelf.get("/" + product).body("enrichment_status", is("pending"));
        upkeep.enrich();
        shelf.get("/" + product).body("enrichment_status", is("incomplete"));
    }

    @Test
    void whatADeletedArticleSaysIsLeftAlone() throws SQLException {
        var product = shelf.product("{\"sku\":\"A\",\"name\":\"Drill\"}");
        shelf.delete("/" + product).statusCode(204);

        upkeep.enrich();

        shelf.tenant()
                .manager()
                .get(Shelf.PRODUCTS + "?include_deleted=true")
                .then()
                .body("items", not(empty()))
                .body("items.enrichment_status", everyItem(is("pending")));
    }
}
