package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.alert.AlertLimits;
import org.quartermaster.procurement.notice.Notice;
import org.quartermaster.procurement.notice.NoticeType;
import org.quartermaster.procurement.notice.Notices;

/** Changes the subscription of a tenant, with all that follows: copies of the plan, alerts beyond it, event and notice. */
@ApplicationScoped
public class PlanChange {
    private static final String ENTITY = "subscription";

    /** NB: users carry a copy of their home organization's plan. */
    private static final String USERS = """
            update procurement.users u set subscription_tier = $2
            from procurement.organizations o
            where o.tenant_id = $1 and u.org_id = o.org_id and u.subscription_tier <> $2
            """;

    private final SubscriptionRows rows;
    private final AlertLimits alerts;
    private final Notices notices;

    @Inject
    PlanChange(SubscriptionRows rows, AlertLimits alerts, Notices notices) {
        this.rows = rows;
        this.alerts = alerts;
        this.notices = notices;
    }

    /**
     * Gives the tenant of the unit a plan without payment. What it has bought stays bought, and the next word of the
     * provider on it counts again.
     *
     * @param plan its name
     */
    public Uni<Void> grant(UnitOfWork unit, String plan) {
        return rows.lock(unit)
                .chain(() -> rows.live(unit))
                .chain(live -> run(
                        unit,
                        "grant " + live.id() + " " + live.rv(),
                        () -> live.providerId() == null
                                ? rows.inPlace(unit, live, plan, "active", null)
                                : rows.grant(unit, live, plan)))
                .replaceWithVoid();
    }

    /**
     * Runs a change of the live row, and tells of it.
     *
     * @param cause of which members are told once, such as the id of the provider's event
     */
    Uni<LiveRow> run(UnitOfWork unit, String cause, Supplier<Uni<Void>> change) {
        return rows.lock(unit).chain(() -> rows.live(unit)).chain(before -> change.get()
                .chain(() -> rows.live(unit))
                .call(after -> follow(unit, cause, before, after)));
    }

    private Uni<Void> follow(UnitOfWork unit, String cause, LiveRow before, LiveRow after) {
        var tenant = unit.caller().tenant();
        return unit.run(USERS, tenant, after.tier())
                .chain(() -> alerts.fit(unit))
                .chain(() -> before.verb(after)
                        .map(verb -> tell(unit, verb, cause, before, after))
                        .orElse(Uni.createFrom().voidItem()));
    }

    private Uni<Void> tell(UnitOfWork unit, String verb, String cause, LiveRow before, LiveRow after) {
        var view = SubscriptionView.of(after, unit.now());
        var previous = Map.<String, Object>of("plan", before.tier(), "status", before.status());
        unit.changed(
                new Change(ENTITY, after.id().toString(), verb, view, null, Map.of("previous", previous)).unaudited());
        return announce(unit, verb, cause, after);
    }

    /** Tells that a trial will end soon, which changes nothing. */
    Uni<Void> trialEnding(UnitOfWork unit, String cause) {
        return rows.live(unit).chain(live -> {
            var view = SubscriptionView.of(live, unit.now());
            unit.changed(Change.of(ENTITY, live.id().toString(), "trial_ending", view, null)
                    .unaudited());
            return announce(unit, "trial_ending", cause, live);
        });
    }

    private Uni<Void> announce(UnitOfWork unit, String verb, String cause, LiveRow live) {
        var title = Messages.text(Locale.ENGLISH, "subscription_" + verb, live.tier());
        var details = Map.<String, Object>of("plan", live.tier(), "status", live.status());
        var notice = Notice.of(null, NoticeType.BILLING, title, title, "subscription " + verb + " " + cause)
                .with(details);
        return notices.tellMembers(unit, List.of(Roles.ADMIN), notice);
    }
}
