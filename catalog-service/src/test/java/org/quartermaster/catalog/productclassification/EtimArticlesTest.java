package org.quartermaster.catalog.productclassification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.etim.EtimRelease;
import org.quartermaster.catalog.reference.ReferenceFiles;
import org.quartermaster.platform.testing.TestTenant;

/** Articles of ETIM classes follow what becomes of their class. */
@CatalogTest
class EtimArticlesTest {
    private final TestTenant tenant = TestTenant.create();
    private final TestArticles articles = new TestArticles(tenant);

    private void load(EtimRelease release) throws IOException {
        var job = new ReferenceFiles().load("etim", release.zip(), Map.of());
        assertThat(job.getString("state")).isEqualTo("succeeded");
    }

    private long article(String etimClass) throws SQLException {
        var product = articles.add("thing of " + etimClass);
        tenant.post(
                        "/api/v1/products/" + product + "/classifications",
                        "{\"system\": \"etim\", \"code\": \"%s\"}".formatted(etimClass))
                .statusCode(201);
        return product;
    }

    private void specify(long product, String feature) throws SQLException {
        try (var session = CatalogSession.in(tenant.id())) {
            session.run("""
                    insert into catalog.productspecification
                      (tenant_id, product_id, spec_name, spec_value, feature_id, source)
                    values ('%s', %d, '%s', '1', '%s', 'manual')
                    """.formatted(tenant.id(), product, feature, feature));
        }
    }

    private JsonPath proposed() {
        var location = tenant.post("/api/v1/classification/jobs", "{\"system\": \"etim\"}")
                .statusCode(202)
                .extract()
                .header("Location");
        return await("the run of proposals")
                .until(() -> tenant.manager().get(location).jsonPath(), job -> job.getString("finished_at") != null);
    }

    private List<Object> found(String query) {
        return tenant.as("viewer")
                .get("/api/v1/products/search?" + query)
                .jsonPath()
                .getList("items.id");
    }

    @Test
    void aNewVersionTellsWhichFeaturesOfArticlesItDroppedOrRetyped() throws IOException, SQLException {
        load(EtimRelease.of("911", 4, "Old"));
        var both = article("EC911001");
        specify(both, "EF911001");
        specify(both, "EF911002");
        article("EC911001");
        assertThat(proposed().getInt("result.outdated")).isZero();

        load(EtimRelease.of("911", 5, "New").withFeatures("001;R"));
        var job = proposed();

        assertThat(job.getInt("result.outdated")).isEqualTo(1);
        var lines = tenant.manager()
                .get(job.getString("result_url"))
                .asString()
                .lines()
                .skip(1)
                .toList();
        assertThat(lines)
                .hasSize(2)
                .allMatch(line -> line.startsWith(both + ",") && line.contains(",EC911001,4,5,"))
                .anyMatch(line -> line.endsWith(",EF911001,retyped from N to R"))
                .anyMatch(line -> line.endsWith(",EF911002,dropped"));
        tenant.as("viewer")
                .get("/api/v1/products/" + both + "/specifications")
                .then()
                .body("items", hasSize(2));
        tenant.as("viewer")
                .get("/api/v1/products/" + both + "/classifications")
                .then()
                .body("items.etim_version", contains(4));
    }

    @Test
    void anArticleIsFoundByTheSynonymsOfItsClassAndByThoseThatComeLater() throws IOException, SQLException {
        load(EtimRelease.of("912", 4, "Frobber"));
        var product = (int) article("EC912001");

        assertThat(found("q=zwacker912")).containsExactly(product);
        assertThat(found("q=frobber")).containsExactly(product);

        load(EtimRelease.of("912", 4, "Frotter").withSynonyms("Quobber912"));

        await("the words of the class that is called otherwise")
                .until(() -> found("q=quobber912 frotter"), List.of(product)::equals);
        assertThat(found("q=frobber")).isEmpty();
    }

    @Test
    void anArticleIsFilteredAndCountedByItsClass() throws IOException, SQLException {
        load(EtimRelease.of("913", 4, "Wimble"));
        var product = (int) article("EC913001");
        articles.add("another");

        assertThat(found("etim_class=EC913001")).containsExactly(product);
        tenant.as("viewer")
                .get("/api/v1/products/search?facets=etim_class,unspsc")
                .then()
                .body("total", equalTo(2))
                .body("facets.etim_class.value", contains("EC913001"))
                .body("facets.etim_class.label", contains("Wimble"))
                .body("facets.etim_class.count", contains(1))
                .body("facets.unspsc", empty());
    }
}
