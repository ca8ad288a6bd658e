package org.quartermaster.procurement.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.PlatformConfig.AuthMode;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.procurement.billing.Provider.Bought;
import org.quartermaster.procurement.billing.Provider.Order;
import org.quartermaster.procurement.installation.LocalPages;

/** The provider that takes no money, where nobody is to be given a plan for nothing. */
class MockProviderTest {
    private static final LocalPages NOWHERE = new LocalPages(AuthMode.REQUIRED, false);
    private static final String PRICE = "price_starter_month";

    private final Provider provider = new MockProvider(null, null, null, NOWHERE);

    private static Problem refusal(Supplier<Uni<?>> work) {
        return catchThrowableOfType(Problem.class, () -> work.get().await().indefinitely());
    }

    @Test
    void sellsChangesAndEndsNothing() {
        var bought = new Bought(
                new LiveRow(null, null, "sub", "cus", "starter", "active", "month", null, null, false, 0, 1), PRICE);

        var refused = List.of(
                refusal(() -> provider.checkout(new Order(null, PRICE, 999, null, null))),
                refusal(() -> provider.portal("cus")),
                refusal(() -> provider.change(bought, PRICE)),
                refusal(() -> provider.resume(bought)),
                refusal(() -> provider.cancel(bought, true)),
                refusal(() -> provider.cancel(bought, false)));

        assertThat(refused).extracting(Problem::type).containsOnly(BillingProblems.NO_PROVIDER);
    }

    @Test
    void showsNoPageOnWhichToPay() {
        var pages = new MockPages(null, NOWHERE, null, null, null, null);

        assertThat(catchThrowableOfType(Problem.class, () -> pages.pay("session"))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }
}
