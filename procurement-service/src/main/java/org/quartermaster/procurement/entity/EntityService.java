package org.quartermaster.procurement.entity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.audit.AuditLog.Target;

/** Changes buyers and suppliers: nobody guesses that two are one, a data admin says so, and may take it back. */
@ApplicationScoped
class EntityService {
    private static final ProblemType MERGED_ALREADY = new ProblemType(409, "merged_already");
    private static final ProblemType NOT_MERGED = new ProblemType(409, "not_merged");
    private static final ProblemType HAS_MERGED = new ProblemType(409, "has_merged");

    /** NB: in one order, so that two merges of the same pair do not wait for each other. */
    private static final String LOCK =
            "select entity_id from procurement.entities where entity_id = any ($1) order by entity_id for update";

    private static final String READ =
            "select " + EntityView.COLUMNS + " from " + EntityView.FROM + " where e.entity_id = $1";
    private static final String HAS_OTHERS = "select 1 from procurement.entities where merged_into = $1 limit 1";
    private static final String UPDATE =
            "update procurement.entities set name = $2, category_id = $3 where entity_id = $1";
    private static final String CATEGORY = "select 1 from procurement.entity_categories where category_id = $1";

    private final EntityMerges merges;
    private final AuditLog audit;

    @Inject
    EntityService(EntityMerges merges, AuditLog audit) {
        this.merges = merges;
        this.audit = audit;
    }

    Uni<Answer> merge(UnitOfWork unit, UUID id, UUID into, String address) {
        if (id.equals(into)) {
            throw Problem.invalid("into", "merge_with_itself");
        }
        return unit.run(LOCK, (Object) new UUID[] {id, into})
                .chain(() -> read(unit, id))
                .invoke(EntityService::requireOwn)
                .chain(() -> unit.run(READ, into))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.invalid("into", ProblemType.NOT_FOUND.code());
                    }
                    return EntityView.read(rows.iterator().next());
                })
                .invoke(EntityService::requireOwn)
                .chain(() -> unit.run(HAS_OTHERS, id))
                .invoke(rows -> {
                    if (rows.size() > 0) {
                        throw Problem.of(HAS_MERGED);
                    }
                })
                .chain(() -> merges.merge(unit, id, into))
                .chain(() -> note(unit, "entity.merged", id, Map.of("into", into.toString()), address))
                .chain(() -> read(unit, id))
                .map(Answer::ok);
    }

    private static void requireOwn(EntityView entity) {
        if (entity.mergedInto() != null) {
            throw Problem.of(MERGED_ALREADY);
        }
    }

    Uni<Answer> unmerge(UnitOfWork unit, UUID id, String address) {
        return unit.run(LOCK, (Object) new UUID[] {id})
                .chain(() -> read(unit, id))
                .chain(entity -> {
                    if (entity.mergedInto() == null) {
                        throw Problem.of(NOT_MERGED);
                    }
                    var from = entity.mergedInto();
                    return merges.part(unit, id, from)
                            .chain(() -> note(unit, "entity.unmerged", id, Map.of("from", from.toString()), address));
                })
                .chain(() -> read(unit, id))
                .map(Answer::ok);
    }

    /** NB: the folded name stays, by which the next import finds the entity under its published name. */
    Uni<Answer> update(UnitOfWork unit, UUID id, String ifMatch, Fields fields, String address) {
        fields.require("name");
        var name = fields.text("name", 1, 500);
        var category = fields.uuid("category_id");
        fields.checkStrictly();
        return unit.run(LOCK, (Object) new UUID[] {id})
                .chain(() -> read(unit, id))
                .invoke(before -> ETags.requireMatch(ifMatch, before.version()))
                .call(() -> requireCategory(unit, category.value()))
                .chain(before -> {
                    var newName = name.or(before.name());
                    var newCategory = category.given() ? category.value() : before.categoryId();
                    return unit.run(UPDATE, id, newName, newCategory)
                            .chain(() -> note(
                                    unit,
                                    "entity.changed",
                                    id,
                                    Map.of("name", Map.of("before", before.name(), "after", newName)),
                                    address));
                })
                .chain(() -> read(unit, id))
                .map(Answer::ok);
    }

    private static Uni<Void> requireCategory(UnitOfWork unit, UUID category) {
        return category == null
                ? Uni.createFrom().voidItem()
                : unit.run(CATEGORY, category)
                        .invoke(rows -> {
                            if (rows.size() == 0) {
                                throw Problem.invalid("category_id", ProblemType.NOT_FOUND.code());
                            }
                        })
                        .replaceWithVoid();
    }

    private static Uni<EntityView> read(UnitOfWork unit, UUID id) {
        return unit.run(READ, id).map(ProblemType.NOT_FOUND::require).map(EntityView::read);
    }

    private Uni<Void> note(UnitOfWork unit, String action, UUID id, Map<String, Object> changes, String address) {
        var admin = UUID.fromString(unit.caller().subject());
        return audit.noteAdmin(unit, admin, action, new Target("entity", id.toString()), changes, address);
    }
}
