package org.quartermaster.procurement.fraud;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;

/** Keeps decisions on risks, and shows the operator the grave ones. */
@ApplicationScoped
class ScreeningLog {
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

    /** Keeps what was found about a user. */
    Uni<Void> keep(UnitOfWork unit, String tenant, Screened screened) {
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

    /** The grave ones, and what is refused in any case; in a unit of the system role. */
    Uni<Void> show(UnitOfWork unit, String tenant, String what, Screened screened) {
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
}
