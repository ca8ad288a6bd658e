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

    private static final String PAYER = """
            select u.user_id, o.tenant_id from procurement.users u
              left join procurement.organizations o on o.org_id = u.org_id
            where u.email_norm = $1
            """;

    private final Signals signals;
    private final PaymentSignals payments;
    private final Operators operator;

    @Inject
    DryRun(Signals signals, PaymentSignals payments, Operators operator) {
        this.signals = signals;
        this.payments = payments;
        this.operator = operator;
    }

    /** What is checked. */
    enum Check {
        REGISTRATION,
        QUERY,
        PAYMENT
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
                .chain(screened -> switch (described.check()) {
                    case REGISTRATION -> Uni.createFrom().item(screened.assessment());
                    case QUERY -> question(unit, described, screened);
                    case PAYMENT -> payment(unit, described, screened.assessment());
                });
    }

    /** NB: nobody's checkout is counted; whose address it is has his own past. */
    private Uni<Assessment> payment(UnitOfWork unit, Described described, Assessment risk) {
        var email = described.email() == null ? null : described.email().strip().toLowerCase(Locale.ROOT);
        return unit.run(PAYER, email).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(risk.with(List.of(), PaymentRules.THRESHOLDS));
            }
            var row = rows.iterator().next();
            return payments.find(unit, row.getString("tenant_id"), row.getUUID("user_id"), 0)
                    .map(known -> risk.with(PaymentRules.reasons(known.payer()), PaymentRules.THRESHOLDS));
        });
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
