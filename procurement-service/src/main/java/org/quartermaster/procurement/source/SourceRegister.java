package org.quartermaster.procurement.source;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.LockMode;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Publishers: reads and changes. */
@ApplicationScoped
class SourceRegister implements PanacheRepositoryBase<Source, String> {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "source_not_found");
    private static final ProblemType IN_USE = new ProblemType(409, "source_in_use");
    private static final String COLUMNS = "s.*";
    private static final SortKey ID = SortKey.of("source_id", "s.source_id", "text");
    private static final String USED = """
            select 1 where $1 = 'manual' or exists (select from procurement.ocds_releases where source_id = $1)
              or exists (select from procurement.ocds_imports where source_id = $1)
              or exists (select from procurement.tenders where source_id = $1)
            """;
    private static final Rows<Source> ROWS = Rows.of(Source.class, Source::new);

    private final TenantDatabase database;

    @Inject
    SourceRegister(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<SourceView>> find(Caller caller, Fields query) {
        return new ListQuery("ocds-sources", COLUMNS, "procurement.ocds_sources s")
                .pageByCursor(query)
                .order(List.of(), ID)
                .run(database, caller, query, SourceRegister::view);
    }

    Uni<SourceView> get(Caller caller, String id) {
        return database.read(caller, "select s.* from procurement.ocds_sources s where s.source_id = $1", id)
                .map(NOT_FOUND::require)
                .map(SourceRegister::view);
    }

    private static SourceView view(Row row) {
        return SourceView.of(ROWS.read(row));
    }

    Uni<Answer> create(UnitOfWork unit, Source source) {
        source.createdAt = unit.now();
        source.updatedAt = unit.now();
        return findById(source.sourceId)
                .invoke(known -> {
                    if (known != null) {
                        throw Problem.duplicate("source_id");
                    }
                })
                .chain(() -> persistAndFlush(source))
                .map(kept -> Answer.created(SourceView.of(kept), "/api/v1/ocds/sources/" + kept.sourceId));
    }

    Uni<Answer> change(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return lock(id, ifMatch).map(source -> {
            fields.require("name", "publisher", "timezone");
            SourceFields.apply(fields, source);
            fields.checkStrictly();
            source.rv++;
            source.updatedAt = unit.now();
            return Answer.ok(SourceView.of(source));
        });
    }

    Uni<Answer> remove(UnitOfWork unit, String id, String ifMatch) {
        return lock(id, ifMatch)
                .call(() -> unit.run(USED, id).invoke(used -> {
                    if (used.size() > 0) {
                        throw Problem.of(IN_USE);
                    }
                }))
                .chain(this::delete)
                .replaceWith(Answer.empty());
    }

    private Uni<Source> lock(String id, String ifMatch) {
        return getSession()
                .chain(session -> session.find(Source.class, id, LockMode.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND))
                .invoke(source -> ETags.requireMatch(ifMatch, source.rv));
    }
}
