package org.quartermaster.vehicle.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

/** Three vehicles of a make that no other test has: 2001, 2003, and of no known year. */
@VehicleTest
class VehicleListTest {
    private final TestTenant tenant = TestTenant.create();
    private final String make = Market.make();
    private List<String> vins;

    @BeforeEach
    void threeVehicles() throws SQLException {
        vins = Stream.generate(Market::vin).limit(3).sorted().toList();
        var years = List.of("2003", "2001", "null");
        for (var n = 0; n < 3; n++) {
            Market.run(
                    "insert into vehicle.vehicles (vin, make, model, year) values (?, ?, 'CX-5', %s)"
                            .formatted(years.get(n)),
                    vins.get(n),
                    make);
        }
        Market.offer(Map.of("make", make, "model_group", "CX-5"));
    }

    private ValidatableResponse get(String query) {
        return tenant.as("viewer").get("/api/v1/vehicles?" + query).then();
    }

    private List<String> pages(String query) {
        var found = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = get(query + "&limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            found.addAll(page.statusCode(200).extract().<List<String>>path("items.vin"));
            cursor = page.extract().path("next_cursor");
        }
        return found;
    }

    @Test
    void vehiclesAreListedByVinAndByYearWithUnknownYearsLast() {
        var typed = "make=" + make.toLowerCase(Locale.ROOT) + "&model=cx5";

        assertThat(pages(typed)).isEqualTo(vins);
        assertThat(pages(typed + "&sort=-vin")).containsExactly(vins.get(2), vins.get(1), vins.get(0));
        assertThat(pages(typed + "&sort=year")).containsExactly(vins.get(1), vins.get(0), vins.get(2));
        assertThat(pages(typed + "&sort=-year")).containsExactly(vins.get(0), vins.get(1), vins.get(2));
        get(typed).body("total", is(3)).body("items.model", contains("CX-5", "CX-5", "CX-5"));
    }

    @Test
    void vehiclesAreFoundByYearsAndByTheBeginningOfTheirVin() {
        get("make=" + make + "&year_min=2002&year_max=2004").body("items.vin", contains(vins.get(0)));
        get("vin_prefix=" + vins.get(1).substring(0, 15).toLowerCase(Locale.ROOT))
                .body("items.vin", contains(vins.get(1)));
    }

    @Test
    void removedVehiclesAreNotListed() throws SQLException {
        Market.run("update vehicle.vehicles set is_removed = true where vin = ?", vins.get(0));

        assertThat(pages("make=" + make)).isEqualTo(vins.subList(1, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "vin_prefix=1HGC, vin_prefix, string_too_short",
        "vin_prefix=1HGCO2, vin_prefix, illegal_character",
        "vin_prefix=1HGCM82633A0043522, vin_prefix, string_too_long",
        "year_min=1899, year_min, greater_than_equal",
        "sort=make, sort, enum",
        "limit=0, limit, greater_than_equal"
    })
    void wrongValuesAreRefused(String query, String field, String code) {
        get(query).statusCode(422).body("errors.field", contains(field)).body("errors.code", contains(code));
    }

    @Test
    void unknownParametersAreRefused() {
        get("q=x").statusCode(400).body("code", is("unknown_parameter"));
    }
}
