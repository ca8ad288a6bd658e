package org.quartermaster.procurement.billing;

import org.quartermaster.platform.problem.ProblemType;

/** What can be wrong with buying. */
final class BillingProblems {
    static final ProblemType BAD_SIGNATURE = new ProblemType(422, "bad_signature");
    static final ProblemType SAME_PLAN = new ProblemType(409, "same_plan");
    static final ProblemType NO_SUBSCRIPTION = new ProblemType(409, "no_subscription");
    static final ProblemType ALREADY_SUBSCRIBED = new ProblemType(409, "already_subscribed");
    static final ProblemType TRIAL_USED = new ProblemType(409, "trial_used");
    static final ProblemType TRIAL_NOT_AVAILABLE = new ProblemType(403, "trial_not_available");
    static final ProblemType NO_PROVIDER = new ProblemType(503, "no_payment_provider");

    private BillingProblems() {}
}
