package org.quartermaster.equipment.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Json;

/** Plans in the database; a plan is changed only under the lock of its machine. */
@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<Plan, String> {
    static final ProblemType NOT_FOUND = new ProblemType(404, "plan_not_found");

    private static final Rows<Plan> ROWS = Rows.of(Plan.class, Plan::new);

    static Plan read(Row row) {
        return ROWS.read(row);
    }

    Uni<List<Plan>> active(String equipmentId) {
        return active(List.of(equipmentId));
    }

    /** The active plans of many machines, those of one machine together. */
    Uni<List<Plan>> active(List<String> equipmentIds) {
        return list(
                "equipmentId in ?1 and state = ?2 and deletedAt is null order by equipmentId, planId",
                equipmentIds,
                PlanState.ACTIVE);
    }

    /** The primary plan of a machine, unless it is done for good; null where there is none. */
    Uni<Plan> primary(String equipmentId) {
        return find(
                        "equipmentId = ?1 and isPrimary and deletedAt is null and state <> ?2",
                        equipmentId,
                        PlanState.COMPLETED)
                .firstResult();
    }

    /** Those of the machines that have a primary plan. */
    Uni<List<String>> withPrimary(List<String> equipmentIds) {
        return find(
                        "select equipmentId from Plan where equipmentId in ?1 and isPrimary and deletedAt is null"
                                + " and state <> ?2",
                        equipmentIds,
                        PlanState.COMPLETED)
                .project(String.class)
                .list();
    }

    /** The plans whose work was last done by the record. */
    Uni<List<Plan>> doneBy(String equipmentId, String recordId) {
        return list(
                "equipmentId = ?1 and lastRecordId = ?2 and deletedAt is null order by planId", equipmentId, recordId);
    }

    /** The plan as it was shown before the record closed it, from the audit; null where the audit knows nothing. */
    Uni<JsonNode> before(UnitOfWork unit, String planId, String recordId) {
        return unit.session()
                .createNativeQuery("""
                        select cast(after || before as text) from equipment_audit
                        where entity = 'plan' and entity_id = ?1 and after ->> 'last_record_id' = ?2
                          and jsonb_exists(before, 'last_record_id')
                        order by at limit 1
                        """, String.class)
                .setParameter(1, planId)
                .setParameter(2, recordId)
                .getSingleResultOrNull()
                .map(Json::stored);
    }

    /** Takes the plans of machines that are deleted off the tick. */
    Uni<Void> rest(List<String> equipmentIds) {
        return equipmentIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : update("nextCheckAt = null where equipmentId in ?1", equipmentIds)
                        .replaceWithVoid();
    }

    /** Which machine to lock before the plan is read. */
    Uni<String> machineOf(UnitOfWork unit, String planId) {
        return unit.session()
                .createQuery(
                        "select p.equipmentId from Plan p where p.planId = ?1 and p.deletedAt is null", String.class)
                .setParameter(1, planId)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }

    /** The plan itself, once its machine is locked. */
    Uni<Plan> present(String planId) {
        return find("planId = ?1 and deletedAt is null", planId)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }
}
