package org.quartermaster.procurement.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.procurement.ProcurementTest;

/** What the search of tenders refuses, and what it costs. */
@ProcurementTest
class SearchResourceTest {
    private final SearchedTenders searched = SearchedTenders.create();

    @ParameterizedTest
    @CsvSource({
        "{\"criteria\": {\"colour\": 1}}, unknown_field",
        "{\"colour\": 1}, unknown_field",
        "{\"criteria\": {\"value\": {\"min\": 2}}}, validation_failed",
    })
    void criteriaThatNobodyKnowsAreRefused(String body, String code) {
        searched.organization()
                .post("viewer", SearchedTenders.PATH + "/search", body.replace(";", ","))
                .statusCode(422)
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red, 400, unknown_parameter",
        "sort=colour, 422, invalid_parameter",
        "limit=0, 422, invalid_parameter",
        "limit=101, 422, invalid_parameter",
        "min_value=abc&currency=EUR, 422, invalid_parameter",
        "min_value=2&max_value=1&currency=EUR, 422, invalid_parameter",
        "min_value=2, 422, invalid_parameter",
        "published_from=2025-02-30, 422, invalid_parameter",
        "published_from=2025-03-02&published_to=2025-03-01, 422, invalid_parameter",
        "cpv=9, 422, invalid_parameter",
        "cpv=abc, 422, invalid_parameter",
        "q=-only, 422, invalid_parameter",
        "sort=relevance, 422, invalid_parameter",
        "sort=value, 422, invalid_parameter",
        "facets=colour, 422, invalid_parameter",
        "buyer_id=7, 422, invalid_parameter",
        "cursor=rubbish, 400, cursor_mismatch",
    })
    void whatCannotBeReadIsRefusedByItsName(String query, int status, String code) {
        searched.find(query).statusCode(status).body("code", equalTo(code));
    }

    @Test
    void aTokenIsNeeded() {
        RestAssured.get(SearchedTenders.PATH).then().statusCode(401).body("code", notNullValue());
    }

    @Test
    void aPageCostsAFixedNumberOfStatements() throws Exception {
        searched.tender("One").insert();
        var statements = new Statements("procurement");
        var few = statements.countDuring(
                () -> searched.find("facets=status,buyer").statusCode(200));
        for (var n = 0; n < 20; n++) {
            searched.tender("More " + n).insert();
        }
        var many = statements.countDuring(
                () -> searched.find("facets=status,buyer").statusCode(200));

        assertThat(many).isEqualTo(few);
    }

    @Test
    void aFirstPageCostsTwoQueriesAndALaterOneIsNotCountedAgain() throws Exception {
        for (var n = 0; n < 5; n++) {
            searched.tender("Pipe").cpv("45210000").insert();
        }
        var statements = new Statements("procurement");
        String cursor = searched.find("limit=2").extract().path("next_cursor");

        assertThat(statements.countDuring(() -> searched.find("limit=2"))).isEqualTo(5);
        assertThat(statements.countDuring(
                        () -> searched.find("limit=2&cursor=" + cursor).body("total", is(5))))
                .isEqualTo(4);
        assertThat(statements.countDuring(() -> searched.find("cpv=4521")))
                .as("and one for warnings")
                .isEqualTo(6);
    }
}
