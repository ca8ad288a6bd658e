package org.quartermaster.procurement.fraud;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.fraud.Velocity.Counted;
import org.quartermaster.procurement.plan.LivePlan;

/**
 * Judges registrations, trials, checkouts and questions by their risk, and shows the operator the grave ones. Where it
 * cannot judge who is to be let in, he is refused (503).
 */
@ApplicationScoped
public class Screening {
    /** 422: the address is one that is thrown away. */
    public static final ProblemType DISPOSABLE = new ProblemType(422, "disposable_email");
    /** 403: the risk is too great. */
    public static final ProblemType BLOCKED = new ProblemType(403, "blocked_by_risk");
    /** 403: the plan asks to see where its users come from. */
    public static final ProblemType VPN = new ProblemType(403, "vpn_not_allowed");

    private static final String USER = "select email_norm from procurement.users where user_id = $1";
    private static final String NETWORK = """
            select
              coalesce(bool_or(r.kind = 'vpn'), false) as vpn, coalesce(bool_or(r.kind = 'proxy'), false) as proxy,
              coalesce(bool_or(r.kind = 'tor'), false) as tor
            from procurement.ip_reputation r where r.cidr >>= cast($1::text as inet)
            """;
    private static final String BLOCK = """
            select 1 from procurement.fraud_blocklist b
            where b.kind = 'address' and (b.until is null or b.until > now())
              and case when b.kind = 'address' then cast(b.value as inet) >>= cast($1::text as inet) end
            """;

    private final Writes writes;
    private final TenantDatabase database;
    private final Signals signals;
    private final PaymentSignals payments;
    private final Velocity velocity;
    private final ScreeningLog log;
    private final SystemConfig config;

    @Inject
    Screening(
            Writes writes,
            TenantDatabase database,
            Signals signals,
            PaymentSignals payments,
            Velocity velocity,
            ScreeningLog log,
            SystemConfig config) {
        this.writes = writes;
        this.database = database;
        this.signals = signals;
        this.payments = payments;
        this.velocity = velocity;
        this.log = log;
        this.config = config;
    }

    /**
     * Judges a registration, in a transaction of its own: 422 for an address that is thrown away, 403 for a great risk,
     * 429 for too many from one place, 503 where it cannot judge. What it gives is to be {@link #keep kept} when there is
     * a user.
     *
     * @param email in its normal form
     */
    public Uni<Screened> registration(Caller by, String email, Visit visit) {
        return closed(writes.writeGlobal(by, unit -> velocity.count(unit, Velocity.REGISTRATION, visit)
                        .invoke(counted -> checkNumber(counted, unit.now()))
                        .chain(() -> signals.screen(unit, null, email, visit, null))
                        .call(screened -> log.show(unit, null, "registration", screened))))
                .invoke(screened -> {
                    if (screened.assessment().has("disposable_email")) {
                        throw Problem.of(DISPOSABLE);
                    }
                    checkRisk(screened);
                });
    }

    private void checkNumber(Counted counted, Instant now) {
        if (counted.number() > 2L * config.integer("fraud.registrations_per_hour")) {
            var seconds = Math.max(1, Duration.between(now, counted.end()).toSeconds());
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS, seconds)
                    .with(Map.of("Retry-After", Long.toString(seconds)));
        }
    }

    /** Judges the wish for a trial, in a transaction of its own; 503 where it cannot. Whoever asks it decides. */
    public Uni<Screened> trial(Caller caller, Visit visit) {
        var user = Ids.parse(caller.subject()).orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
        return closed(writes.writeGlobal(caller, unit -> unit.run(USER, user)
                .map(rows -> ProblemType.FORBIDDEN.require(rows).getString(0))
                .chain(email -> signals.screen(unit, user, email, visit, null))
                .call(screened -> log.show(unit, caller.tenant(), "trial", screened))));
    }

    /** Judges the wish to pay, in a transaction of its own: 403 for a great risk, 503 where it cannot judge. */
    public Uni<Screened> checkout(Caller caller, Visit visit) {
        var user = Ids.parse(caller.subject()).orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
        return closed(writes.writeGlobal(caller, unit -> velocity.count(unit, Velocity.CHECKOUT, visit)
                        .chain(counted -> payments.find(unit, caller.tenant(), user, counted.number()))
                        .chain(known -> signals.screen(unit, user, known.email(), visit, null)
                                .map(screened -> screened.with(screened.assessment()
                                        .with(PaymentRules.reasons(known.payer()), PaymentRules.THRESHOLDS))))
                        .call(screened -> log.show(unit, caller.tenant(), "checkout", screened))))
                .invoke(Screening::checkRisk);
    }

    private static void checkRisk(Screened screened) {
        if (screened.assessment().decision() == Decision.BLOCK) {
            throw Problem.of(BLOCKED);
        }
    }

    /** Refuses a question from a hidden network where the plan does not allow one, or from a blocked address. */
    public Uni<Void> question(Caller caller, Visit visit) {
        var address = Origin.address(visit.address());
        return database.readAll(
                        caller,
                        List.of(LivePlan.query(caller.tenant()), Query.of(NETWORK, address), Query.of(BLOCK, address)))
                .invoke(results -> {
                    var row = results.get(1).iterator().next();
                    var network = new Network(row.getBoolean("vpn"), row.getBoolean("proxy"), row.getBoolean("tor"))
                            .or(UserAgent.network(visit.userAgent()));
                    if (results.get(2).size() > 0) {
                        throw Problem.of(BLOCKED);
                    }
                    if (network.hides()
                            && !LivePlan.of(results.get(0)).plan().limits().allowVpn()) {
                        throw Problem.of(VPN);
                    }
                })
                .replaceWithVoid();
    }

    /** Keeps what was found about a user, so that he is known when he comes as another. */
    public Uni<Void> keep(UnitOfWork unit, String tenant, Screened screened) {
        return log.keep(unit, tenant, screened);
    }

    /** NB: nobody gets in because the check is broken. */
    private static <T> Uni<T> closed(Uni<T> check) {
        return check.onFailure(failure -> !(failure instanceof Problem)).transform(failure -> {
            Log.error("a visitor could not be screened", failure);
            return Problem.unavailable();
        });
    }
}
