package org.quartermaster.catalog.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.row.Input;
import org.quartermaster.catalog.row.RowChanges;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The mappings of a tenant. */
@ApplicationScoped
class ImportMappings {
    private static final String TABLE = "catalog.importmapping";
    private static final int LONGEST_NAME = 300;
    private static final int MOST = 64 * 1024;
    private static final int DEEPEST = 4;
    private static final ProblemType NOT_FOUND = new ProblemType(404, "importmapping_not_found");
    private static final SortKey ID = SortKey.of("id", "m.id", "bigint");
    private static final List<SortKey> SORTS =
            List.of(ID, SortKey.of("name", "m.name", "text"), SortKey.of("created_at", "m.created_at", "timestamptz"));

    private final TenantDatabase database;
    private final RowTable<ImportMapping> table;
    private final RowChanges<ImportMapping> changes;
    private final Instance<ImportTarget> targets;

    @Inject
    ImportMappings(TenantDatabase database, DatabaseJson json, @Any Instance<ImportTarget> targets) {
        this.database = database;
        this.targets = targets;
        this.table = new RowTable<>(json, TABLE, ImportMapping.class);
        this.changes =
                new RowChanges<>(table, "importmapping", "/api/v1/import-mappings/", NOT_FOUND, ImportMappingView::of);
    }

    Uni<Slice<ImportMappingView>> find(Caller caller, Fields query) {
        var list = new ListQuery("import-mappings", table.select("m"), TABLE + " m")
                .where("m.tenant_id = ?", caller.tenant());
        query.word("kind", FileKind.class).to(kind -> list.where("m.kind = ?", Words.of(kind)));
        return list.page(query)
                .sort(query, SORTS, "name", ID)
                .run(database, caller, query, row -> ImportMappingView.of(table.read(row)));
    }

    Uni<Answer> get(Caller caller, String id) {
        var query = table.where("t.tenant_id = $1 and t.id = $2", caller.tenant(), changes.id(id));
        return database.readAll(caller, List.of(query))
                .map(rows -> Answer.ok(ImportMappingView.of(table.read(NOT_FOUND.require(rows.get(0))))));
    }

    Uni<Answer> create(UnitOfWork unit, ImportMapping mapping) {
        return changes.create(unit, mapping);
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return changes.update(unit, id, ifMatch, mapping -> {
            apply(fields, mapping);
            return Uni.createFrom().voidItem();
        });
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return changes.delete(unit, id, ifMatch);
    }

    /** Takes the fields of a request over. */
    void apply(Fields fields, ImportMapping mapping) {
        fields.require("kind", "name", "mapping");
        fields.word("kind", FileKind.class).to(kind -> mapping.kind = Words.of(kind));
        Input.line(fields, "name", 1, LONGEST_NAME).to(name -> mapping.name = name);
        fields.object("mapping", MOST, DEEPEST).to(given -> mapping.mapping = given);
        fields.checkStrictly();
        check(mapping.kind, mapping.mapping instanceof ObjectNode given ? given : null, "mapping.");
    }

    /** 422 where the mapping is none for that kind of file. */
    private void check(String kind, ObjectNode mapping, String place) {
        if (mapping == null) {
            return;
        }
        var columns = targets.stream()
                .filter(target -> target.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .columns();
        var fields = Fields.ofStored(mapping);
        FileMapping.read(fields, columns);
        fields.refuseUnknown();
        if (!fields.errors().isEmpty()) {
            throw Problem.invalid(fields.errors().stream()
                    .map(error -> new Problem.FieldError(place + error.field(), error.code(), error.arguments()))
                    .toList());
        }
    }

    /**
     * The kept mapping that an import names, or null; 422 where there is none of its kind, and where the given one is
     * wrong. Blocking.
     */
    ObjectNode of(Caller caller, String kind, ImportSettings settings) {
        check(kind, settings.mapping(), "mapping.");
        if (settings.mappingId() == null) {
            return null;
        }
        var query = table.where(
                "t.tenant_id = $1 and t.id = $2 and t.kind = $3", caller.tenant(), settings.mappingId(), kind);
        var rows =
                Awaiting.result(() -> database.readAll(caller, List.of(query))).get(0);
        if (rows.size() == 0) {
            throw Problem.invalid("mapping_id", "reference.unknown");
        }
        return (ObjectNode) table.read(rows.iterator().next()).mapping;
    }
}
