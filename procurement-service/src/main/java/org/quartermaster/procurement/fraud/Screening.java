package org.quartermaster.procurement.fraud;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.plan.LivePlan;

/**
 * Judges registrations, trials and questions by their risk, and shows the operator the grave ones. Where it cannot judge
 * a registration or a trial, that is refused (503).
 */
@ApplicationScoped
public class Screening {
    /** 422: the address is one that is thrown away. */
    public static final ProblemType DISPOSABLE = new ProblemType(422, "disposable_email");
    /** 403: the risk is too great. */
    public static final ProblemType BLOCKED = new ProblemType(403, "blocked_by_risk");
    /** 403: the plan asks to see where its users come from. */
    public static final ProblemType VPN = new ProblemType(403, "vpn_not_allowed");

    private static final Duration WINDOW = Duration.ofHours(1);

    private static final String COUNT = """
            insert into procurement.login_attempts as a (kind, subject_hash, failures, window_started_at)
            values ('registration', $1, 1, now())
            on conflict (kind, subject_hash) do update set
              failures = case when a.window_started_at <= now() - interval '1 hour' then 1 else a.failures + 1 end,
              window_started_at = case when a.window_started_at <= now() - interval '1 hour' then now()
                else a.window_started_at end
            returning failures, window_started_at
            """;
    private static final String SHOW = """
            insert into procurement.fraud_events
              (tenant_id, event_id, user_id, event_type, severity, description, ip_address, metadata)
            values ($1, $2, $3, $4, $5, $6, cast($7::text as inet), $8)
            """;
    private static final String KEEP = """
            insert into procurement.fraud_detection (tenant_id, user_id, ip_address, device_fingerprint, email_hash,
              is_vpn, is_proxy, is_suspicious, risk_score, reasons, client, email_keys)
            values ($1, $2, cast($3::text as inet), $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """;
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
    private final SystemConfig config;

    @Inject
    Screening(Writes writes, TenantDatabase database, Signals signals, SystemConfig config) {
        this.writes = writes;
        this.database = database;
        this.signals = signals;
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
        return closed(writes.writeGlobal(by, unit -> count(unit, visit)
                        .chain(() -> signals.screen(unit, null, email, visit, null))
                        .call(screened -> show(unit, null, "registration", screened))))
                .invoke(screened -> {
                    var assessment = screened.assessment();
                    if (assessment.has("disposable_email")) {
                        throw Problem.of(DISPOSABLE);
                    }
                    if (assessment.decision() == Decision.BLOCK) {
                        throw Problem.of(BLOCKED);
                    }
                });
    }

    private Uni<Void> count(UnitOfWork unit, Visit visit) {
        return unit.run(COUNT, signals.origin(visit))
                .invoke(rows -> {
                    var row = rows.iterator().next();
                    if (row.getInteger(0) > 2L * config.integer("fraud.registrations_per_hour")) {
                        throw tooMany(Columns.instant(row.getOffsetDateTime(1)).plus(WINDOW), unit.now());
                    }
                })
                .replaceWithVoid();
    }

    private static Problem tooMany(Instant end, Instant now) {
        var seconds = Math.max(1, Duration.between(now, end).toSeconds());
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, seconds).with(Map.of("Retry-After", Long.toString(seconds)));
    }

    /** Judges the wish for a trial, in a transaction of its own; 503 where it cannot. Whoever asks it decides. */
    public Uni<Screened> trial(Caller caller, Visit visit) {
        var user = Ids.parse(caller.subject()).orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
        return closed(writes.writeGlobal(caller, unit -> unit.run(USER, user)
                .map(rows -> ProblemType.FORBIDDEN.require(rows).getString(0))
                .chain(email -> signals.screen(unit, user, email, visit, null))
                .call(screened -> show(unit, caller.tenant(), "trial", screened))));
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
        var assessment = screened.assessment();
        return unit.run(
                        KEEP,
                        tenant,
                        screened.user(),
                        Origin.address(screened.visit().address()),
                        screened.deviceHash(),
                        screened.emailHash(),
                        screened.network().vpn(),
                        screened.network().proxy(),
                        assessment.decision() != Decision.ALLOW,
                        assessment.riskScore(),
                        reasons(assessment),
                        client(assessment),
                        screened.emailKeys().toArray(String[]::new))
                .replaceWithVoid();
    }

    /** The grave ones, and what is refused in any case. */
    private Uni<Void> show(UnitOfWork unit, String tenant, String what, Screened screened) {
        var assessment = screened.assessment();
        if (assessment.decision() == Decision.ALLOW && !assessment.has("disposable_email")) {
            return Uni.createFrom().voidItem();
        }
        var details = new JsonObject()
                .put("decision", Words.of(assessment.decision()))
                .put("risk_score", assessment.riskScore())
                .put("reasons", reasons(assessment))
                .put("client", client(assessment))
                .put("device_fingerprint", screened.deviceHash());
        return unit.run(
                        SHOW,
                        tenant,
                        Ids.uuid(),
                        screened.user(),
                        what + "_risk",
                        Words.of(assessment.level()),
                        "Risk %d of a %s".formatted(assessment.riskScore(), what),
                        Origin.address(screened.visit().address()),
                        details)
                .replaceWithVoid();
    }

    private static JsonArray reasons(Assessment assessment) {
        var reasons = new JsonArray();
        assessment
                .reasons()
                .forEach(reason ->
                        reasons.add(new JsonObject().put("code", reason.code()).put("points", reason.points())));
        return reasons;
    }

    private static JsonObject client(Assessment assessment) {
        var client = assessment.client();
        return new JsonObject()
                .put("browser", client.browser())
                .put("os", client.os())
                .put("device", client.device());
    }

    /** NB: nobody gets in because the check is broken. */
    private static <T> Uni<T> closed(Uni<T> check) {
        return check.onFailure(failure -> !(failure instanceof Problem)).transform(failure -> {
            Log.error("a visitor could not be screened", failure);
            return Problem.unavailable();
        });
    }
}
