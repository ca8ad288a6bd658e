package org.quartermaster.procurement.fraud;

import java.util.ArrayList;
import java.util.List;
import org.quartermaster.procurement.fraud.Assessment.Reason;

/** The rules of risk: points for each reason, capped at 100. */
final class RiskRules {
    private static final int CAP = 100;

    private RiskRules() {}

    /**
     * What is known of a request.
     *
     * @param fingerprint null where none was sent
     * @param blocked whether the address, device or e-mail is on the blocklist
     * @param sameDevice whether another account used the device
     * @param similarEmail whether another account with a similar address came from the same place or device
     * @param tooMany whether more registrations came from the address than are usual
     */
    record Signals(
            Network network,
            Fingerprint fingerprint,
            boolean disposable,
            boolean blocked,
            boolean sameDevice,
            boolean similarEmail,
            boolean tooMany) {}

    /** The scores from which a risk is shown, and refused. */
    record Thresholds(int review, int block) {}

    static Assessment assess(Signals signals, ClientView client, Thresholds thresholds) {
        return assess(reasons(signals), client, thresholds);
    }

    /** What several reasons come to. */
    static Assessment assess(List<Reason> reasons, ClientView client, Thresholds thresholds) {
        var score = Math.min(CAP, reasons.stream().mapToInt(Reason::points).sum());
        var decision = score >= thresholds.block()
                ? Decision.BLOCK
                : score >= thresholds.review() ? Decision.REVIEW : Decision.ALLOW;
        return new Assessment(decision, score, Level.of(score), reasons, client);
    }

    private static List<Reason> reasons(Signals signals) {
        var reasons = new ArrayList<Reason>();
        network(signals.network(), reasons);
        if (signals.fingerprint() != null) {
            add(reasons, signals.fingerprint().lacks("canvas"), "fingerprint_without_canvas", 10);
            add(reasons, signals.fingerprint().lacks("timezone"), "fingerprint_without_timezone", 5);
        }
        add(reasons, signals.disposable(), "disposable_email", 50);
        add(reasons, signals.sameDevice(), "same_device", 40);
        add(reasons, signals.similarEmail(), "similar_email", 20);
        add(reasons, signals.tooMany(), "many_registrations", 35);
        add(reasons, signals.blocked(), "blocklisted", CAP);
        return reasons;
    }

    /** Only the gravest counts. */
    private static void network(Network network, List<Reason> reasons) {
        if (network.tor()) {
            reasons.add(new Reason("tor", 50));
        } else if (network.vpn()) {
            reasons.add(new Reason("vpn", 30));
        } else if (network.proxy()) {
            reasons.add(new Reason("proxy", 25));
        }
    }

    private static void add(List<Reason> reasons, boolean holds, String code, int points) {
        if (holds) {
            reasons.add(new Reason(code, points));
        }
    }
}
