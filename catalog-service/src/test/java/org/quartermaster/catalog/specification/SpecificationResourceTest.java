package org.quartermaster.catalog.specification;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.product.Shelf;

@CatalogTest
class SpecificationResourceTest {
    private static final String CLASS = """
            insert into catalog.etimgroup (code, name) values ('EG999901', 'Of the tests') on conflict do nothing;
            insert into catalog.etimfeature (code, name, type) values ('EF999901', 'Weight', 'N'),
              ('EF999902', 'Material', 'A'), ('EF999903', 'Waterproof', 'L'), ('EF999904', 'Length', 'R')
              on conflict do nothing;
            insert into catalog.etimvalue (code, name) values ('EV999901', 'Nitrile'), ('EV999902', 'Latex')
              on conflict do nothing;
            insert into catalog.etimunit (code, symbol, uom_code) values ('EU999901', 'kg', 'KGM'), ('EU999902', 'mm', 'MMT')
              on conflict do nothing;
            insert into catalog.etimclass (class_code, version, group_id, description_en)
              values ('EC999901', 1, 'EG999901', 'Glove of the tests') on conflict do nothing;
            insert into catalog.etimclassfeature (class_id, feature_id, unit_id, sort)
              select c.id, f.feature, f.unit, f.sort from catalog.etimclass c,
                (values ('EF999901', 'EU999901', 1), ('EF999902', null, 2), ('EF999903', null, 3), ('EF999904', 'EU999902', 4))
                  f (feature, unit, sort)
              where c.class_code = 'EC999901' on conflict do nothing;
            insert into catalog.etimclassfeaturevalue (class_feature_id, value_id)
              select id, 'EV999901' from catalog.etimclassfeature where feature_id = 'EF999902' on conflict do nothing
            """;

    private final Shelf shelf = Shelf.create();
    private String path;

    @BeforeEach
    void confirmTheClassOfAnArticle() throws SQLException {
        var product = shelf.product("{\"sku\":\"GL-400\",\"name\":\"Glove\"}");
        path = "/" + product + "/specifications";
        try (var system = CatalogSession.as("catalog_system");
                var session = CatalogSession.in(shelf.tenant().id())) {
            system.run(CLASS);
            session.run("""
                    insert into catalog.productclassification (tenant_id, product_id, etim_class, etim_version, confidence,
                      status) values ('%s', %d, 'EC999901', 1, 1, 'confirmed')
                    """.formatted(shelf.tenant().id(), product));
        }
    }

    @Test
    void aValueIsCheckedByItsFeatureAndKeptInTheBaseUnit() {
        shelf.put(path, """
                {"items":[{"feature_id":"EF999901","value_num":450,"unit":"g"},
                  {"feature_id":"EF999902","spec_value":"nitrile"},{"feature_id":"EF999903","value_bool":true},
                  {"feature_id":"EF999904","spec_value":"24-28 cm"},{"spec_name":"Voltage","spec_value":"18 V"},
                  {"spec_name":"Colour","spec_value":"blue"}]}
                """)
                .statusCode(200)
                .body("items[0].spec_name", is("Weight"))
                .body("items[0].dimension", is("mass"))
                .body("items[0].canonical_low", is(0.45f))
                .body("items[1].value_code", is("EV999901"))
                .body("items[1].spec_value", is("Nitrile"))
                .body("items[2].spec_value", is("true"))
                .body("items[3].value_low", is(24))
                .body("items[3].canonical_high", is(0.28f))
                .body("items[4].canonical_low", is(18))
                .body("items[5].canonical_low", nullValue());
        shelf.get(path).body("total", is(6));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`\"feature_id\":\"EF999901\",\"value_num\":1,\"unit\":\"mm\"`|unit.mismatch",
                "`\"feature_id\":\"EF999901\",\"value_num\":1,\"unit\":\"quux\"`|feature.unit",
                "`\"feature_id\":\"EF999901\",\"spec_value\":\"heavy\"`|feature.value",
                "`\"feature_id\":\"EF999902\",\"value_code\":\"EV999902\"`|feature.value",
                "`\"feature_id\":\"EF999903\",\"spec_value\":\"perhaps\"`|feature.value",
                "`\"feature_id\":\"EF999909\",\"value_num\":1`|feature.unknown"
            })
    void aValueThatDoesNotFitIsRefused(String members, String code) {
        shelf.put(path, "{\"items\":[{" + members + "}]}")
                .statusCode(422)
                .body("code", is(code))
                .body("errors.code", is(List.of(code)));
    }

    @Test
    void aFeatureCountsForCompletenessWithAValueOrAReasonThatSaysMore() {
        shelf.get(path.replace("specifications", "completeness"))
                .body("required", is(9))
                .body("missing_features.feature_id", is(List.of("EF999901", "EF999902", "EF999903", "EF999904")))
                .body("missing_features.name", hasItem("Weight"));

        shelf.put(path, """
                {"items":[{"feature_id":"EF999901","no_value_reason":"NA"},{"feature_id":"EF999902","no_value_reason":"MV"},
                  {"feature_id":"EF999903","value_bool":false}]}
                """).statusCode(200);

        shelf.get(path.replace("specifications", "completeness"))
                .body("filled", is(4))
                .body("score", is(44.44f))
                .body("missing_features.feature_id", is(List.of("EF999902", "EF999904")));
        shelf.get(path.replace("/specifications", ""))
                .body("completeness", is(44.44f))
                .body("version", not(is(1)));
    }

    @Test
    void aSetThatIsGivenAgainKeepsItsNumbersAndASingleOneCanBeChanged() {
        var set =
                "{\"items\":[{\"spec_name\":\"Voltage\",\"spec_value\":\"18 V\"},{\"spec_name\":\"A\",\"spec_value\":\"b\"}]}";
        int first = shelf.put(path, set).extract().path("items[0].id");

        shelf.put(path, set).body("items[0].id", is(first));
        shelf.patch(path + "/" + first, "{\"spec_value\":\"12 V\"}")
                .statusCode(200)
                .body("value_num", is(12));
        shelf.delete(path + "/" + first).statusCode(204);
        shelf.get(path).body("items.spec_name", is(List.of("A")));
        shelf.put(
                        path,
                        "{\"items\":[{\"spec_name\":\"A\",\"spec_value\":\"b\"},{\"spec_name\":\"a\",\"spec_value\":\"c\"}]}")
                .statusCode(422);
    }
}
