package org.quartermaster.catalog.rfp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quartermaster.catalog.row.Precondition;
import org.quartermaster.catalog.storedfile.StoredFiles;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** Changes of requests. */
@ApplicationScoped
public class RfpService {
    /** The job that reads a document and matches its lines; its parameter is {@code rfp_id}. */
    public static final String ANALYSIS = "rfp.analysis";

    private static final String SAME = """
            select id from catalog.rfpdocument where tenant_id = $1 and file_id = $2 order by id limit 1
            """;
    private static final String INSERT = """
            insert into catalog.rfpdocument (tenant_id, document_name, document_path, file_id, file_size, file_type,
              client_name, customer_id, currency, deadline, source)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id
            """;
    private static final String UPDATE = """
            update catalog.rfpdocument set client_name = $3, customer_id = $4, currency = $5, deadline = $6,
              project_value = $7, state = $8 where tenant_id = $1 and id = $2
            """;
    private static final String QUOTED = "select 1 from catalog.quotation where tenant_id = $1 and rfp_id = $2 limit 1";
    private static final String DELETE = "delete from catalog.rfpdocument where tenant_id = $1 and id = $2";
    private static final String PENDING = """
            update catalog.rfpdocument set analysis_status = 'pending', failure_code = null
            where tenant_id = $1 and id = $2
            """;

    private final RfpRepository rfps;
    private final StoredFiles files;
    private final Jobs jobs;

    @Inject
    RfpService(RfpRepository rfps, StoredFiles files, Jobs jobs) {
        this.rfps = rfps;
        this.files = files;
        this.jobs = jobs;
    }

    /** 201; its document is read by a job that is queued with it. */
    Uni<Answer> create(UnitOfWork unit, NewRfp rfp, Locale language) {
        return RfpFields.requireReferences(unit, rfp.said())
                .chain(() -> files.keep(unit, rfp.content(), rfp.mediaType()))
                .call(file -> refuseSame(unit, rfp, file))
                .chain(file -> insert(unit, rfp, file))
                .call(id -> received(unit, id))
                .chain(id -> rfps.full(unit, id))
                .map(made -> RfpView.of(made, language))
                .map(view -> Answer.created(view, "/api/v1/rfps/" + view.id()));
    }

    private Uni<Void> refuseSame(UnitOfWork unit, NewRfp rfp, long file) {
        return unit.run(SAME, unit.caller().tenant(), file)
                .invoke(same -> {
                    if (same.size() > 0 && !rfp.mayRepeat()) {
                        throw RfpProblems.duplicate(same.iterator().next().getLong("id"));
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Long> insert(UnitOfWork unit, NewRfp rfp, long file) {
        var said = rfp.said();
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        said.documentName,
                        rfp.path(),
                        file,
                        (long) rfp.content().length,
                        rfp.mediaType(),
                        said.clientName,
                        said.customerId,
                        said.currency,
                        said.deadline,
                        Words.of(said.source))
                .map(rows -> rows.iterator().next().getLong("id"));
    }

    /** Tells of a request that was written in this unit, and orders the reading of its document. */
    public Uni<Void> received(UnitOfWork unit, long id) {
        return rfps.lock(unit, id)
                .invoke(made -> unit.changed(new Change(
                        RfpRepository.ENTITY,
                        Long.toString(id),
                        "received",
                        RfpView.of(made, Locale.ENGLISH),
                        null,
                        Map.of())))
                .chain(() -> queue(unit, id));
    }

    private Uni<Void> queue(UnitOfWork unit, long id) {
        return jobs.queue(unit, ANALYSIS, JsonNodeFactory.instance.objectNode().put("rfp_id", id))
                .replaceWithVoid();
    }

    Uni<Answer> update(UnitOfWork unit, long id, String ifMatch, Fields fields, Locale language) {
        return rfps.lock(unit, id).chain(before -> rfps.lock(unit, id).chain(rfp -> {
            RfpFields.applyPatch(fields, rfp);
            Precondition.require(ifMatch, fields, before.version);
            fields.checkStrictly();
            if (!before.state.mayBecome(rfp.state) || !before.state.isOpen() && isChanged(before, rfp)) {
                throw RfpProblems.state();
            }
            return RfpFields.requireReferences(unit, rfp).chain(() -> save(unit, before, rfp, language));
        }));
    }

    private static boolean isChanged(RfpDocument before, RfpDocument now) {
        return !RfpView.of(before, Locale.ENGLISH).equals(RfpView.of(now, Locale.ENGLISH));
    }

    private Uni<Answer> save(UnitOfWork unit, RfpDocument before, RfpDocument rfp, Locale language) {
        return (isChanged(before, rfp)
                        ? write(unit, before, rfp, "updated")
                        : Uni.createFrom().voidItem())
                .chain(() -> answer(unit, rfp.id, language));
    }

    private Uni<Void> write(UnitOfWork unit, RfpDocument before, RfpDocument rfp, String verb) {
        return unit.run(
                        UPDATE,
                        unit.caller().tenant(),
                        rfp.id,
                        rfp.clientName,
                        rfp.customerId,
                        rfp.currency,
                        rfp.deadline,
                        rfp.projectValue,
                        Words.of(rfp.state))
                .chain(() -> rfps.changed(unit, before, verb, Map.of()));
    }

    private Uni<Answer> answer(UnitOfWork unit, long id, Locale language) {
        return rfps.full(unit, id).map(rfp -> Answer.ok(RfpView.of(rfp, language)));
    }

    /** 409 where a quotation was made of it; its analysis ends with it. */
    Uni<Answer> delete(UnitOfWork unit, long id, String ifMatch) {
        return rfps.lock(unit, id)
                .invoke(rfp -> ETags.requireMatch(ifMatch, rfp.version))
                .call(() -> unit.run(QUOTED, unit.caller().tenant(), id).invoke(quoted -> {
                    if (quoted.size() > 0) {
                        throw RfpProblems.state();
                    }
                }))
                .call(() -> unit.runAll(List.of(Query.of(DELETE, unit.caller().tenant(), id))))
                .call(rfp -> rfp.fileId == null ? Uni.createFrom().voidItem() : files.dropUnused(unit, rfp.fileId))
                .invoke(rfp -> {
                    var view = RfpView.of(rfp, Locale.ENGLISH);
                    unit.changed(Change.of(RfpRepository.ENTITY, Long.toString(id), "deleted", view, view));
                })
                .replaceWith(Answer.empty());
    }

    /** Reads the document once more; what people decided on its lines stays. */
    Uni<Answer> analyze(UnitOfWork unit, long id, Locale language) {
        return rfps.lock(unit, id)
                .invoke(rfp -> {
                    if (rfp.analysisStatus.isUnderWay() || !rfp.state.isBeforeQuotation()) {
                        throw RfpProblems.state();
                    }
                })
                .call(() -> unit.run(PENDING, unit.caller().tenant(), id))
                .call(() -> queue(unit, id))
                .call(rfp -> rfps.changed(unit, rfp, "updated", Map.of()))
                .chain(() -> answer(unit, id, language));
    }

    Uni<Answer> close(UnitOfWork unit, long id, String ifMatch, Locale language) {
        return rfps.lock(unit, id).chain(before -> rfps.lock(unit, id).chain(rfp -> {
            ETags.requireMatch(ifMatch, rfp.version);
            if (rfp.analysisStatus.isUnderWay() || !before.state.mayBecome(RfpState.CLOSED)) {
                throw RfpProblems.state();
            }
            rfp.state = RfpState.CLOSED;
            return write(unit, before, rfp, "closed").chain(() -> answer(unit, id, language));
        }));
    }
}
