package org.quartermaster.procurement.fraud;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.fraud.RiskRules.Thresholds;

/** Finds what is known of a visitor over all tenants, in one statement; needs a unit of the system role. */
@ApplicationScoped
class Signals {
    /** NB: the case keeps a value that is no address from being read as one. */
    private static final String FIND = """
            with visit as (select cast(cast($1 as text) as inet) as ip)
            select
              exists (select from procurement.ip_reputation r, visit where r.cidr >>= visit.ip and r.kind = 'tor') as tor,
              exists (select from procurement.ip_reputation r, visit where r.cidr >>= visit.ip and r.kind = 'vpn') as vpn,
              exists (select from procurement.ip_reputation r, visit where r.cidr >>= visit.ip and r.kind = 'proxy')
                as proxy,
              exists (select from procurement.fraud_blocklist b, visit
                where (b.until is null or b.until > now()) and (
                  b.kind = 'email' and b.value = $2 or b.kind = 'fingerprint' and b.value = $3
                  or case when b.kind = 'address' then cast(b.value as inet) >>= visit.ip end)) as blocked,
              exists (select from procurement.fraud_blocklist b
                where (b.until is null or b.until > now()) and b.kind = 'domain' and b.value = any ($4)) as bad_domain,
              exists (select from procurement.fraud_detection d
                where d.device_fingerprint = $3 and d.user_id is distinct from $6) as same_device,
              exists (select from procurement.fraud_detection d, visit
                where d.email_keys && $5 and (d.ip_address = visit.ip or d.device_fingerprint = $3)
                  and d.user_id is distinct from $6) as similar_email,
              coalesce((select a.failures from procurement.login_attempts a
                where a.kind = 'registration' and a.subject_hash = $7
                  and a.window_started_at > now() - interval '1 hour'), 0) as registrations
            """;

    private final Hashes hashes;
    private final Velocity velocity;
    private final SystemConfig config;

    @Inject
    Signals(Hashes hashes, Velocity velocity, SystemConfig config) {
        this.hashes = hashes;
        this.velocity = velocity;
        this.config = config;
    }

    /**
     * Screens a visitor.
     *
     * @param email null where none is known
     * @param told what is said of the network in place of what is known; null to look it up
     */
    Uni<Screened> screen(UnitOfWork unit, UUID user, String email, Visit visit, Network told) {
        var device = visit.fingerprint() == null
                ? null
                : hashes.of("device", visit.fingerprint().canonical());
        var keys = hashes.keys(email == null ? List.of() : EmailSimilarity.asked(email));
        return unit.run(
                        FIND,
                        Origin.address(visit.address()),
                        email == null ? null : email.toLowerCase(Locale.ROOT),
                        device,
                        email == null
                                ? new String[0]
                                : DisposableDomains.domains(email).toArray(String[]::new),
                        keys,
                        user,
                        velocity.origin(visit))
                .map(rows -> rows.iterator().next())
                .map(found -> {
                    var network = told == null ? network(found, visit) : told;
                    return new Screened(
                            user,
                            email == null ? null : hashes.of("email", EmailSimilarity.canonical(email)),
                            device,
                            List.of(hashes.keys(email == null ? List.of() : EmailSimilarity.kept(email))),
                            visit,
                            network,
                            assess(found, email, visit, network));
                });
    }

    private static Network network(Row found, Visit visit) {
        return new Network(found.getBoolean("vpn"), found.getBoolean("proxy"), found.getBoolean("tor"))
                .or(UserAgent.network(visit.userAgent()));
    }

    private Assessment assess(Row found, String email, Visit visit, Network network) {
        var signals = new RiskRules.Signals(
                network,
                visit.fingerprint(),
                found.getBoolean("bad_domain") || email != null && DisposableDomains.contain(email),
                found.getBoolean("blocked"),
                found.getBoolean("same_device"),
                found.getBoolean("similar_email"),
                found.getInteger("registrations") > config.integer("fraud.registrations_per_hour"));
        var thresholds = new Thresholds(config.integer("fraud.review_score"), config.integer("fraud.block_score"));
        return RiskRules.assess(signals, UserAgent.reduce(visit.userAgent()), thresholds);
    }
}
