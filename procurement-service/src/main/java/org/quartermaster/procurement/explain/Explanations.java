package org.quartermaster.procurement.explain;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.alert.AlertList;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.match.TenderVersions;
import org.quartermaster.procurement.verdict.Predicate;
import org.quartermaster.procurement.verdict.TenderVersion;

/** Says of any tender why criteria take it or not. */
@ApplicationScoped
class Explanations {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "tender_not_found");

    private final TenderVersions tenders;
    private final AlertList alerts;

    @Inject
    Explanations(TenderVersions tenders, AlertList alerts) {
        this.tenders = tenders;
        this.alerts = alerts;
    }

    Uni<ExplainedTender> of(Caller caller, Criteria criteria, String tenderId) {
        return find(caller, tenderId).map(tender -> explain(tender, criteria, null));
    }

    Uni<ExplainedTender> ofAlert(Caller caller, String alertId, String tenderId) {
        return alerts.find(caller, alertId).chain(alert -> find(caller, tenderId)
                .map(tender -> explain(tender, alert.criteria(), alert.criteriaVersion)));
    }

    private Uni<TenderVersion> find(Caller caller, String tenderId) {
        return tenders.read(caller, List.of(tenderId)).map(found -> {
            if (found.isEmpty()) {
                throw Problem.of(NOT_FOUND);
            }
            return found.get(tenderId);
        });
    }

    private static ExplainedTender explain(TenderVersion tender, Criteria criteria, Integer version) {
        var explanation = Predicate.of(criteria).explain(tender, Instant.now());
        return new ExplainedTender(tender.tenderId(), tender.title(), version, explanation);
    }
}
