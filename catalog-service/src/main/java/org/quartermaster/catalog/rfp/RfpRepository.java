package org.quartermaster.catalog.rfp;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Requests in the database. */
@ApplicationScoped
public class RfpRepository {
    /** Name of the entity in events. */
    static final String ENTITY = "rfp";

    private static final String BRIEF =
            "select " + RfpDocument.BRIEF + " from catalog.rfpdocument r where r.tenant_id = $1 and r.id = $2";
    private static final String FULL =
            "select " + RfpDocument.FULL + " from catalog.rfpdocument r where r.tenant_id = $1 and r.id = $2";

    /** The id in a path; 404 for what can be none. */
    public static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
    }

    /** Locks a request, without its text; 404 for none. */
    public Uni<RfpDocument> lock(UnitOfWork unit, long id) {
        return unit.run(BRIEF + " for no key update of r", unit.caller().tenant(), id)
                .map(ProblemType.NOT_FOUND::require)
                .map(RfpDocument::read);
    }

    /** As it stands, with its text. */
    Uni<RfpDocument> full(UnitOfWork unit, long id) {
        return unit.run(FULL, unit.caller().tenant(), id)
                .map(ProblemType.NOT_FOUND::require)
                .map(RfpDocument::read);
    }

    /**
     * Notes a change of a request that is written already.
     *
     * @param before as it was locked
     * @param extra members of the event beside the request
     */
    public Uni<Void> changed(UnitOfWork unit, RfpDocument before, String verb, Map<String, Object> extra) {
        return unit.run(BRIEF, unit.caller().tenant(), before.id)
                .map(ProblemType.NOT_FOUND::require)
                .map(RfpDocument::read)
                .invoke(now -> unit.changed(new Change(
                        ENTITY,
                        Long.toString(before.id),
                        verb,
                        RfpView.of(now, Locale.ENGLISH),
                        RfpView.of(before, Locale.ENGLISH),
                        extra)))
                .replaceWithVoid();
    }
}
