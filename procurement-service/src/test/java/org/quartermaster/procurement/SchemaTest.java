package org.quartermaster.procurement;

import static org.hamcrest.Matchers.empty;

import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.SchemaContract;

/** What this service says about its database. */
@ProcurementTest
final class SchemaTest extends SchemaContract {
    SchemaTest() {
        super("procurement", "procurement.organizations", "country");
    }

    @Test
    void noTableIsUnknownToTheService() {
        tenant.as("admin").get("/q/schema").then().body("shadow", empty());
    }
}
