package org.quartermaster.procurement.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Requests a minute, as the plan allows. */
@ProcurementTest
class PlanRatesTest {
    @Inject
    PlanRates rates;

    private int answered(String tenant, int requests) {
        var answered = 0;
        for (var i = 0; i < requests; i++) {
            rates.take(tenant);
            answered++;
        }
        return answered;
    }

    @Test
    void anOrganizationOnFreeIsAnswered120TimesAMinute() {
        var tenant = TestOrganization.create().tenant();

        Awaitility.await("the limit of the plan is known")
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThatThrownBy(() -> answered(tenant, 121))
                        .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.type())
                                .isEqualTo(ProblemType.TOO_MANY_REQUESTS)));
    }
}
