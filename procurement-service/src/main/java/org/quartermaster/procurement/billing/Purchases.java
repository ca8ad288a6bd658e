package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.audit.AuditLog.Target;
import org.quartermaster.procurement.billing.Provider.Bought;
import org.quartermaster.procurement.billing.Provider.Order;
import org.quartermaster.procurement.plan.Plan;

/** Buys, ends and changes what an organization has; needs units of the system role, as its events may be anybody's. */
@ApplicationScoped
class Purchases {
    private static final String PLAN = "select * from procurement.plans where plan = $1";
    private static final String CUSTOMER =
            "select stripe_customer_id from procurement.organizations where tenant_id = $1 for update";
    private static final String KEEP_CUSTOMER = """
            with organization as (
              update procurement.organizations set stripe_customer_id = $2
              where tenant_id = $1 and stripe_customer_id is null
            )
            update procurement.users set stripe_customer_id = $2 where user_id = $3 and stripe_customer_id is null
            """;

    private final Provider provider;
    private final Incoming incoming;
    private final SubscriptionRows rows;
    private final PlanChange planChange;
    private final AuditLog audit;

    @Inject
    Purchases(Provider provider, Incoming incoming, SubscriptionRows rows, PlanChange planChange, AuditLog audit) {
        this.provider = provider;
        this.incoming = incoming;
        this.rows = rows;
        this.planChange = planChange;
        this.audit = audit;
    }

    /** A plan at an interval, and where to go after the checkout. */
    record Wanted(PaidPlan plan, Interval interval, String successUrl, String cancelUrl) {
        String planName() {
            return Words.of(plan);
        }

        String intervalName() {
            return Words.of(interval);
        }
    }

    /** What a checkout or portal answers. */
    record CheckoutView(String sessionId, String checkoutUrl, String customerId) {}

    Uni<Answer> checkout(UnitOfWork unit, Wanted wanted, String address) {
        return rows.lock(unit).chain(() -> rows.live(unit)).chain(live -> {
            if (!live.isOver(unit.now()) && !live.isTrial() && live.tier().equals(wanted.planName())) {
                throw Problem.of(BillingProblems.SAME_PLAN, wanted.planName());
            }
            return customer(unit)
                    .chain(customer -> plan(unit, wanted)
                            .chain(plan -> provider.checkout(new Order(
                                    customer,
                                    price(plan, wanted.intervalName()),
                                    cents(plan, wanted.interval()),
                                    wanted.successUrl(),
                                    wanted.cancelUrl()))))
                    .call(session -> unit.run(
                            KEEP_CUSTOMER,
                            unit.caller().tenant(),
                            session.customer(),
                            Ids.parse(unit.caller().subject()).orElse(null)))
                    .call(session -> incoming.applyWaiting(unit, session.customer()))
                    .call(() -> note(unit, "checkout.opened", wanted.planName(), address))
                    .map(session -> new Answer(
                            201, new CheckoutView(session.id(), session.url(), session.customer()), null, null));
        });
    }

    Uni<Answer> portal(UnitOfWork unit) {
        return customer(unit).chain(customer -> {
            if (customer == null) {
                throw Problem.of(BillingProblems.NO_SUBSCRIPTION);
            }
            return provider.portal(customer)
                    .map(session -> new Answer(
                            201, new CheckoutView(session.id(), session.url(), session.customer()), null, null));
        });
    }

    private static Uni<String> customer(UnitOfWork unit) {
        return unit.run(CUSTOMER, unit.caller().tenant())
                .map(found -> ProblemType.NOT_FOUND.require(found).getString(0));
    }

    private static Uni<Plan> plan(UnitOfWork unit, Wanted wanted) {
        return unit.run(PLAN, wanted.planName()).map(found -> Plan.of(ProblemType.NOT_FOUND.require(found)));
    }

    private static String price(Plan plan, String interval) {
        return plan.priceIds().stream()
                .filter(price -> price.endsWith("_" + interval))
                .findFirst()
                .orElseThrow(Problem::unavailable);
    }

    private static long cents(Plan plan, Interval interval) {
        var price = interval == Interval.YEAR ? plan.priceYearEur() : plan.priceMonthEur();
        return price.movePointRight(2).longValueExact();
    }

    Uni<Answer> cancel(UnitOfWork unit, boolean immediately, String address) {
        return rows.lock(unit)
                .chain(() -> rows.live(unit))
                .chain(live -> live.isTrial() && live.providerId() == null && !live.isOver(unit.now())
                        ? cancelTrial(unit, live, immediately)
                        : bought(unit, live)
                                .chain(bought -> provider.cancel(bought, immediately))
                                .chain(event -> incoming.receive(unit, event))
                                .replaceWithVoid())
                .call(() ->
                        note(unit, "subscription.cancelled", immediately ? "immediately" : "at_period_end", address))
                .chain(() -> answer(unit));
    }

    /** NB: a trial ends by itself; to end it with its period needs a word only. */
    private Uni<Void> cancelTrial(UnitOfWork unit, LiveRow live, boolean immediately) {
        Uni<LiveRow> done = planChange.run(
                unit,
                "cancel " + live.rv(),
                () -> immediately ? rows.end(unit, live) : rows.cancelAtEnd(unit, live, true));
        return done.replaceWithVoid();
    }

    Uni<Answer> resume(UnitOfWork unit, String address) {
        return rows.lock(unit)
                .chain(() -> rows.live(unit))
                .chain(live -> {
                    if (!live.cancelAtPeriodEnd() || live.isOver(unit.now())) {
                        throw Problem.of(ProblemType.INVALID_TRANSITION, live.status());
                    }
                    return live.providerId() == null
                            ? planChange
                                    .run(unit, "resume " + live.rv(), () -> rows.cancelAtEnd(unit, live, false))
                                    .replaceWithVoid()
                            : bought(unit, live)
                                    .chain(provider::resume)
                                    .chain(event -> incoming.receive(unit, event))
                                    .replaceWithVoid();
                })
                .call(() -> note(unit, "subscription.resumed", "resumed", address))
                .chain(() -> answer(unit));
    }

    Uni<Answer> change(UnitOfWork unit, Wanted wanted, String address) {
        return rows.lock(unit)
                .chain(() -> rows.live(unit))
                .chain(live -> bought(unit, live))
                .chain(bought -> {
                    var row = bought.row();
                    if (row.tier().equals(wanted.planName())
                            && wanted.intervalName().equals(row.interval())) {
                        throw Problem.of(BillingProblems.SAME_PLAN, wanted.planName());
                    }
                    return plan(unit, wanted)
                            .chain(plan -> provider.change(bought, price(plan, wanted.intervalName())));
                })
                .chain(event -> incoming.receive(unit, event))
                .call(() -> note(unit, "subscription.changed", wanted.planName(), address))
                .chain(() -> answer(unit));
    }

    /** What the provider knows of; 409 where nothing is bought. */
    static Uni<Bought> bought(UnitOfWork unit, LiveRow live) {
        if (!live.isBought(unit.now())) {
            throw Problem.of(BillingProblems.NO_SUBSCRIPTION);
        }
        return unit.run(PLAN, live.tier()).map(found -> {
            var plan = Plan.of(found.iterator().next());
            return new Bought(live, price(plan, live.interval() == null ? "month" : live.interval()));
        });
    }

    private Uni<Answer> answer(UnitOfWork unit) {
        return rows.live(unit).map(live -> answer(live, unit));
    }

    static Answer answer(LiveRow live, UnitOfWork unit) {
        var view = SubscriptionView.of(live, unit.now());
        return Answer.ok(view, ETags.of(live.rv(), view.toString()));
    }

    private Uni<Void> note(UnitOfWork unit, String action, String what, String address) {
        var admin = Ids.parse(unit.caller().subject()).orElse(null);
        var target = new Target("subscription", unit.caller().tenant());
        return audit.noteAdmin(unit, admin, action, target, Map.of("to", what), address);
    }
}
