package org.quartermaster.procurement.lookup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.tender.TenderDetail;
import org.quartermaster.procurement.tender.TenderDetails;

/** Shows one tender with all its parts and the traces of the caller's tenant on it. */
@ApplicationScoped
class TenderLookup {
    private static final ProblemType GONE = new ProblemType(410, "gone");

    private final TenderDetails details;
    private final OwnTraces traces;

    @Inject
    TenderLookup(TenderDetails details, OwnTraces traces) {
        this.details = details;
        this.traces = traces;
    }

    /** What an answer may hold more of. */
    enum Expand {
        DOCUMENTS
    }

    /** 404 where there is no such tender; 410 where it was deleted, unless a manager asks for it. */
    Uni<Answer> get(Caller caller, String tender, Fields query) {
        var isExpanded = query.words("expand", Expand.class).contains(Expand.DOCUMENTS);
        var withDeleted = query.bool("include_deleted").or(false);
        if (withDeleted && !caller.is(Roles.MANAGER)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return details.find(caller, tender)
                .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                .invoke(found -> requireKept(found, withDeleted))
                .chain(found -> traces.read(caller, tender).map(found::with))
                .map(found -> Answer.ok(isExpanded ? found : found.withoutDocuments()));
    }

    private static void requireKept(TenderDetail found, boolean withDeleted) {
        if (found.tender().deletedAt() != null && !withDeleted) {
            throw Problem.of(GONE);
        }
    }
}
