package org.quartermaster.catalog;

import static org.hamcrest.Matchers.empty;

import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.SchemaContract;

/** What this service says about its database. */
@CatalogTest
final class SchemaTest extends SchemaContract {
    SchemaTest() {
        super("catalog", "catalog.warehouse", "address");
    }

    @Test
    void noTableIsUnknownToTheService() {
        tenant.as("admin").get("/q/schema").then().body("shadow", empty());
    }
}
