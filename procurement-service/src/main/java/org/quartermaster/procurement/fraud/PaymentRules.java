package org.quartermaster.procurement.fraud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.procurement.fraud.Assessment.Reason;
import org.quartermaster.procurement.fraud.RiskRules.Thresholds;

/** What a checkout adds to the risk of its visitor. */
final class PaymentRules {
    static final Thresholds THRESHOLDS = new Thresholds(50, 80);

    private static final int FAILURES = 3;
    private static final int CHECKOUTS = 5;
    private static final int CHANGES = 3;
    private static final Duration VERY_YOUNG = Duration.ofHours(1);
    private static final Duration YOUNG = Duration.ofHours(24);

    private PaymentRules() {}

    /**
     * Who wants to pay.
     *
     * @param failedPayments of his organization in seven days
     * @param age of his account
     * @param checkouts from the same place within an hour, with this one
     * @param planChanges of his organization in thirty days
     */
    record Payer(long failedPayments, Duration age, boolean isVerified, int checkouts, long planChanges) {}

    static List<Reason> reasons(Payer payer) {
        var reasons = new ArrayList<Reason>();
        if (payer.failedPayments() > FAILURES) {
            reasons.add(new Reason("failed_payments", 30));
        }
        if (payer.age().compareTo(VERY_YOUNG) < 0) {
            reasons.add(new Reason("account_of_this_hour", 40));
        } else if (payer.age().compareTo(YOUNG) < 0) {
            reasons.add(new Reason("account_of_this_day", 20));
        }
        if (!payer.isVerified()) {
            reasons.add(new Reason("email_unverified", 25));
        }
        if (payer.checkouts() > CHECKOUTS) {
            reasons.add(new Reason("many_checkouts", 35));
        }
        if (payer.planChanges() > CHANGES) {
            reasons.add(new Reason("many_plan_changes", 25));
        }
        return reasons;
    }
}
