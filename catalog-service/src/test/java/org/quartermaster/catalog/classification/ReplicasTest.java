package org.quartermaster.catalog.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.classification.SuggestionView.SuggestedCode;
import org.quartermaster.catalog.reference.ReferenceFiles;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.testing.TestTenant;

/** What one replica is told, every replica suggests: each here has a memory of its own. */
@CatalogTest
class ReplicasTest {
    private static final String LIST = """
            code,title
            73000000,Snorking
            73100000,Snork tools
            73101500,Snorkers
            73101501,Steam snorkers
            73101502,Pocket snorkers
            """;

    private final TestTenant tenant = TestTenant.create();
    private final ReferenceFiles files = new ReferenceFiles();

    @Inject
    TenantDatabase database;

    @Inject
    SystemConnection connection;

    @Inject
    CalibrationTable calibrations;

    @Inject
    ExternalSuggestions external;

    @Inject
    Models models;

    /** A replica that has asked for nothing yet. */
    private Suggestions replica(Models known) {
        return new Suggestions(known, new Overlays(database), external);
    }

    private List<String> learned(Suggestions replica, String name) {
        var request = new SuggestionRequest(ClassSystem.UNSPSC, name, null, null, null, "en", 5);
        return Awaiting.result(() -> replica.suggest(Caller.system(tenant.id()), List.of(request)))
                .get(0)
                .suggestions()
                .stream()
                .filter(suggestion -> suggestion.method().equals("learned"))
                .map(SuggestedCode::code)
                .toList();
    }

    private long article(String name) {
        return tenant.post("/api/v1/products", "{\"sku\": \"S\", \"name\": \"%s\"}".formatted(name))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private void classify(long product, String code) {
        tenant.post(
                        "/api/v1/products/" + product + "/classifications",
                        "{\"system\": \"unspsc\", \"code\": \"%s\"}".formatted(code))
                .statusCode(201);
    }

    private void knowTheList() {
        files.load("unspsc", LIST);
        await("the model with the list").until(() -> Awaiting.result(() -> models.get(ClassSystem.UNSPSC))
                .titles()
                .english()
                .containsKey("73101502"));
    }

    @Test
    void aConfirmationCountsInTheNextSuggestionOfEveryReplica() {
        knowTheList();
        var first = replica(models);
        var second = replica(models);
        var product = article("plumbous vexter");
        assertThat(learned(first, "plumbous vexter")).isEmpty();
        assertThat(learned(second, "plumbous vexter")).isEmpty();

        classify(product, "73101501");
        assertThat(learned(first, "plumbous vexter")).containsExactly("73101501");
        assertThat(learned(second, "plumbous vexter")).containsExactly("73101501");

        classify(product, "73101502");
        assertThat(learned(first, "plumbous vexter")).containsExactly("73101502");
        assertThat(learned(second, "plumbous vexter")).containsExactly("73101502");
        assertThat(learned(replica(models), "plumbous vexter")).containsExactly("73101502");
    }

    @Test
    void examplesThatAreImportedReachAnotherReplica() {
        knowTheList();
        var others = new Models(connection, calibrations);
        others.start(null);
        try {
            var other = replica(others);
            assertThat(learned(other, "glimmer vexter")).isEmpty();

            files.load("examples", "text,code\nglimmer vexter,73101501\n");

            await("the other replica's model with the example")
                    .until(() -> learned(other, "glimmer vexter"), List.of("73101501")::equals);
        } finally {
            others.stop(null);
        }
    }
}
