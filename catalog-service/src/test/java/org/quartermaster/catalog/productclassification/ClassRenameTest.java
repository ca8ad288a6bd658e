package org.quartermaster.catalog.productclassification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.reference.ReferenceFiles;
import org.quartermaster.platform.testing.TestTenant;

/** Articles are found by the names that their classes have now. */
@CatalogTest
class ClassRenameTest {
    private final TestTenant tenant = TestTenant.create();
    private final ReferenceFiles files = new ReferenceFiles();

    private List<Long> found(String word) {
        return tenant.as("viewer")
                .get("/api/v1/products/search?q=" + word)
                .jsonPath()
                .getList("items.id", Long.class);
    }

    private void name(String title) {
        files.load("unspsc", "code,title\n07000000,Vexing\n07100000,Vexing things\n07101500," + title + "\n");
    }

    @Test
    void articlesOfARenamedClassAreFoundByItsNewName() throws SQLException {
        name("Snickerwidgets");
        var product = new TestArticles(tenant).add("plain thing");
        tenant.post(
                        "/api/v1/products/" + product + "/classifications",
                        "{\"system\": \"unspsc\", \"code\": \"07101500\"}")
                .statusCode(201);
        assertThat(found("snickerwidgets")).containsExactly(product);

        name("Wobblegaskets");

        await("articles of the class being indexed again")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(found("wobblegaskets")).containsExactly(product));
        assertThat(found("snickerwidgets")).isEmpty();
    }
}
