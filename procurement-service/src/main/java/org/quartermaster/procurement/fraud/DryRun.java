package org.quartermaster.procurement.fraud;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.fraud.Assessment.Reason;
import org.quartermaster.procurement.operator.Operators;

/** Says what would be thought of a visitor, and changes nothing. */
@ApplicationScoped
class DryRun {
    private static final String ALLOWS_VPN = "select allow_vpn from procurement.plans where plan = $1";

    private final Signals signals;
    private final Operators operator;

    @Inject
    DryRun(Signals signals, Operators operator) {
        this.signals = signals;
        this.operator = operator;
    }

    /** What is checked. */
    enum Check {
        REGISTRATION,
        QUERY
    }

    /** The plans, as a question may be asked on. */
    enum OnPlan {
        FREE,
        STARTER,
        PROFESSIONAL,
        ENTERPRISE
    }

    /**
     * A visitor as an administrator describes him.
     *
     * @param network null to look the address up
     */
    record Described(Check check, String email, OnPlan plan, Visit visit, Network network) {
        static Described read(Fields fields) {
            fields.require("check");
            var check = fields.word("check", Check.class).value();
            var email = fields.text("email", 3, 255).value();
            if (email != null && (email.indexOf('@') < 1 || email.endsWith("@"))) {
                fields.error("email", "email_invalid");
            }
            var plan = fields.word("plan", OnPlan.class).or(OnPlan.FREE);
            var ip = fields.text("ip", 2, 45).value();
            if (ip != null && (ip.contains("/") || !IpNetwork.isValid(ip.toLowerCase(Locale.ROOT)))) {
                fields.error("ip", "not_of_kind", "address");
            }
            var agent = fields.text("user_agent", 0, 1_000).value();
            var network = network(fields);
            var fingerprint = Fingerprint.read(fields);
            return new Described(check, email, plan, new Visit(ip, agent, fingerprint), network);
        }

        private static Network network(Fields fields) {
            if (!fields.has("network")) {
                return null;
            }
            var given = fields.nested("network");
            return new Network(
                    given.bool("vpn").or(false),
                    given.bool("proxy").or(false),
                    given.bool("tor").or(false));
        }
    }

    Uni<Assessment> assess(UnitOfWork unit, Described described) {
        return operator.require(unit)
                .chain(() -> signals.screen(unit, null, described.email(), described.visit(), described.network()))
                .chain(screened -> described.check() == Check.QUERY
                        ? question(unit, described, screened)
                        : Uni.createFrom().item(screened.assessment()));
    }

    /** NB: a question is refused for its network alone, whatever its points. */
    private static Uni<Assessment> question(UnitOfWork unit, Described described, Screened screened) {
        var plan = Words.of(described.plan());
        return unit.run(ALLOWS_VPN, plan).map(rows -> {
            var risk = screened.assessment();
            if (!screened.network().hides() || rows.iterator().next().getBoolean(0)) {
                return risk;
            }
            List<Reason> reasons = new ArrayList<>(risk.reasons());
            reasons.add(new Reason("vpn_not_allowed", 0));
            return new Assessment(Decision.BLOCK, risk.riskScore(), risk.level(), reasons, risk.client());
        });
    }
}
