package org.quartermaster.catalog.quotation;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Where a quotation stands, and where it may go from there. */
public enum QuotationStatus {
    DRAFT,
    SENT,
    ACCEPTED,
    REJECTED,
    EXPIRED,
    SUPERSEDED,
    CANCELLED;

    static final ProblemType REFUSED = new ProblemType(409, "quotation.state");

    private static final Map<QuotationStatus, Set<QuotationStatus>> NEXT = Map.of(
            DRAFT, Set.of(SENT, CANCELLED),
            SENT, Set.of(ACCEPTED, REJECTED, EXPIRED, SUPERSEDED),
            ACCEPTED, Set.of(CANCELLED));

    private static final Set<QuotationStatus> REVISABLE = Set.of(SENT, REJECTED, EXPIRED);

    boolean mayBecome(QuotationStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    boolean mayBeRevised() {
        return REVISABLE.contains(this);
    }

    void require(boolean possible) {
        if (!possible) {
            throw Problem.of(REFUSED, name().toLowerCase(Locale.ROOT));
        }
    }
}
