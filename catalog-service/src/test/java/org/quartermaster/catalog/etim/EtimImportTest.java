package org.quartermaster.catalog.etim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.reference.ReferenceFiles;
import org.quartermaster.platform.testing.TestTenant;

/** A release of ETIM comes in as a ZIP of its files. */
@CatalogTest
class EtimImportTest {
    private static final String PATH = "/api/v1/etim/";

    private final ReferenceFiles files = new ReferenceFiles();
    private final TestTenant tenant = TestTenant.create();

    @Test
    void aReleaseBringsClassesWithFeaturesUnitsValuesAndSynonyms() throws IOException {
        var release = EtimRelease.of("901", 4, "Grobbler").zip();

        var first = files.load("etim", release, Map.of());
        var second = files.load("etim", release, Map.of());

        assertThat(first.getInt("result.rejected")).isZero();
        assertThat(second.getInt("result.unchanged")).isEqualTo(first.getInt("result.rows"));
        tenant.as("viewer")
                .get(PATH + "classes/EC901001")
                .then()
                .statusCode(200)
                .body("version", is(4))
                .body("group_name", equalTo("Grobbling 901"))
                .body("features.code", contains("EF901001", "EF901002"))
                .body("features[0].unit.symbol", equalTo("mm"))
                .body("features[1].values.name", contains("Red", "Blue"))
                .body("synonyms.synonym", contains("Zwacker901"));
        tenant.as("viewer").get(PATH + "classes?q=zwacker901").then().body("items.class_code", contains("EC901001"));
        tenant.as("viewer").get(PATH + "groups?q=grobbling 901").then().body("items.classes", hasItem(1));
    }

    @Test
    void aNewVersionStandsBesideTheOldOne() throws IOException {
        files.load("etim", EtimRelease.of("902", 4, "Old").zip(), Map.of());

        files.load("etim", EtimRelease.of("902", 5, "New").zip(), Map.of());

        tenant.as("viewer")
                .get(PATH + "classes/EC902001")
                .then()
                .body("version", is(5))
                .body("is_current", is(true));
        tenant.as("viewer")
                .get(PATH + "classes/EC902001?version=4")
                .then()
                .body("description_en", equalTo("Old"))
                .body("is_current", is(false))
                .body("features.code", contains("EF902001", "EF902002"));
    }

    @Test
    void whatRefersToNothingIsRejected() {
        var job = files.load("etim", "ARTCLASSID;CLASSSYNONYM\nEC999999;Nothing\nEC1;Short\n");

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getInt("result.rejected")).isEqualTo(2);
        assertThat(job.getList("errors.code")).containsExactlyInAnyOrder("etim.unreferenced", "etim.row");
    }

    @Test
    void aCodeThatCannotBeIsWrongAndOneThatIsNotListedIsMissing() {
        tenant.as("viewer").get(PATH + "classes/EC12").then().statusCode(422);
        tenant.as("viewer").get(PATH + "classes/EC999998").then().statusCode(404);
    }
}
