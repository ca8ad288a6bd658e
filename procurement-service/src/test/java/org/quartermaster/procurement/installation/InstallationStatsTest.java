package org.quartermaster.procurement.installation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.usage.UsageAction;
import org.quartermaster.procurement.usage.UsageLog;

/** Counts over all organizations, for the operator. */
@ProcurementTest
class InstallationStatsTest {
    private static final String PATH = "/api/v1/admin/stats";

    @Inject
    UsageLog usage;

    @Test
    void countWhatIsThereAndWhatUsersDo() {
        var organization = TestOrganization.create();
        var user = organization.user("viewer").toString();
        usage.note(
                new Caller(organization.tenant(), user, Set.of(), null, null), UsageAction.SEARCH, Map.of("hits", 3));

        await("the act is noted").atMost(Duration.ofSeconds(10)).untilAsserted(() -> TestOrganization.operator()
                .as("admin")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("users.active", greaterThanOrEqualTo(4))
                .body("organizations.active", greaterThanOrEqualTo(2))
                .body("subscriptions.free", greaterThanOrEqualTo(2))
                .body("usage.search", greaterThanOrEqualTo(1)));
    }

    @Test
    void areForTheOperatorAlone() {
        TestOrganization.create().as("admin").get(PATH).then().statusCode(403);
        TestOrganization.operator().as("manager").get(PATH).then().statusCode(403);
    }
}
