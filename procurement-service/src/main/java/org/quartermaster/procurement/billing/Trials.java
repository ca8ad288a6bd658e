package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.fraud.Assessment.Reason;
import org.quartermaster.procurement.fraud.Screened;
import org.quartermaster.procurement.fraud.Screening;
import org.quartermaster.procurement.plan.Plan;

/**
 * Lets an organization try the plan professional: once, and once for each person, device and means of payment behind
 * it. Needs a unit of the system role, as what was claimed is nobody's.
 */
@ApplicationScoped
class Trials {
    private static final String TRIED = "professional";
    private static final Duration YOUNG = Duration.ofDays(30);

    private static final String USER =
            "select email_verified, created_at from procurement.users where user_id = $1 and status = 'active'";
    private static final String DAYS = "select trial_days from procurement.plans where plan = $1";
    private static final String CLAIM = """
            insert into procurement.trial_claims (kind, subject, claimed_by) values ($1, $2, $3)
            on conflict do nothing
            returning 1
            """;

    /** What the organization has paid with, as the provider knows it. */
    private static final String PAYMENT = """
            select metadata ->> 'fingerprint' from procurement.billing_events
            where tenant_id = $1 and metadata ->> 'fingerprint' is not null order by created_at desc limit 1
            """;

    private static final String STARTED = """
            update procurement.users set trial_started_at = $2, trial_ends_at = $3, is_trial_expired = false
            where user_id = $1
            """;

    private final SubscriptionRows rows;
    private final PlanChange planChange;
    private final Screening screening;
    private final SystemConfig config;

    @Inject
    Trials(SubscriptionRows rows, PlanChange planChange, Screening screening, SystemConfig config) {
        this.rows = rows;
        this.planChange = planChange;
        this.screening = screening;
        this.config = config;
    }

    /** @param screened who asks, and what the risk is */
    Uni<Answer> start(UnitOfWork unit, Screened screened) {
        var tenant = unit.caller().tenant();
        return rows.lock(unit)
                .chain(() -> rows.live(unit))
                .call(live -> unit.run(CLAIM, "organization", tenant, tenant).invoke(claimed -> {
                    if (claimed.size() == 0) {
                        throw Problem.of(BillingProblems.TRIAL_USED);
                    }
                    if (!live.isFree() && !live.isOver(unit.now())) {
                        throw Problem.of(BillingProblems.ALREADY_SUBSCRIBED, live.tier());
                    }
                }))
                .chain(live -> refusals(unit, screened).chain(reasons -> {
                    if (!reasons.isEmpty()) {
                        throw Problem.of(BillingProblems.TRIAL_NOT_AVAILABLE).showing("reasons", reasons);
                    }
                    return start(unit, live, screened);
                }));
    }

    private Uni<List<String>> refusals(UnitOfWork unit, Screened screened) {
        var reasons = new ArrayList<String>();
        if (screened.assessment().riskScore() >= config.integer("fraud.review_score")) {
            screened.assessment().reasons().stream().map(Reason::code).forEach(reasons::add);
        }
        return unit.run(USER, screened.user())
                .map(ProblemType.FORBIDDEN::require)
                .invoke(user -> reasons.addAll(unfit(user, unit.now())))
                .chain(() -> unit.run(PAYMENT, unit.caller().tenant()))
                .chain(paid -> {
                    var claims = new LinkedHashMap<String, String>();
                    claims.put("email", screened.emailHash());
                    claims.put("device", screened.deviceHash());
                    claims.put(
                            "payment",
                            paid.size() == 0 ? null : paid.iterator().next().getString(0));
                    claims.values().removeIf(subject -> subject == null);
                    return InTurn.each(claims.entrySet(), claim -> claim(unit, claim, reasons));
                })
                .replaceWith(reasons);
    }

    private static List<String> unfit(Row user, Instant now) {
        var reasons = new ArrayList<String>();
        if (!user.getBoolean("email_verified")) {
            reasons.add("email_unverified");
        }
        if (Columns.instant(user.getOffsetDateTime("created_at")).isBefore(now.minus(YOUNG))) {
            reasons.add("account_too_old");
        }
        return reasons;
    }

    /** NB: what is claimed by a trial that is refused after all is rolled back with it. */
    private static Uni<Void> claim(UnitOfWork unit, Map.Entry<String, String> claim, List<String> reasons) {
        return unit.run(CLAIM, claim.getKey(), claim.getValue(), unit.caller().tenant())
                .invoke(claimed -> {
                    if (claimed.size() == 0) {
                        reasons.add(claim.getKey() + "_used");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Answer> start(UnitOfWork unit, LiveRow live, Screened screened) {
        return unit.run(DAYS, Plan.FREE)
                .map(found ->
                        unit.now().plus(Duration.ofDays(found.iterator().next().getInteger(0))))
                .chain(end -> planChange
                        .run(unit, "trial " + live.id(), () -> rows.inPlace(unit, live, TRIED, "trialing", end))
                        .call(() -> started(unit, screened.user(), end)))
                .call(() -> screening.keep(unit, unit.caller().tenant(), screened))
                .map(trial -> {
                    var view = SubscriptionView.of(trial, unit.now());
                    return Answer.created(view, "/api/v1/billing/subscription", ETags.of(trial.rv(), view.toString()));
                });
    }

    private static Uni<Void> started(UnitOfWork unit, UUID user, Instant end) {
        return unit.run(STARTED, user, Columns.time(unit.now()), Columns.time(end))
                .replaceWithVoid();
    }
}
