package org.quartermaster.procurement;

import java.util.Map;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.platform.testing.openapi.OpenApiContract;

/** The committed document of this service. */
@ProcurementTest
final class OpenApiTest extends OpenApiContract {
    OpenApiTest() {
        super("org.quartermaster.procurement");
    }

    @Override
    protected Map<String, String> existing(TestTenant tenant) {
        return Map.of();
    }
}
