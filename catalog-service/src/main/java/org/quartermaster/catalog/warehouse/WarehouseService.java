package org.quartermaster.catalog.warehouse;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** Changes of warehouses; one that stock lies in, or ever lay in, stays. */
@ApplicationScoped
class WarehouseService {
    private static final String ENTITY = "warehouse";
    private static final ProblemType IN_USE = new ProblemType(409, "in_use");

    private final WarehouseRepository warehouses;

    @Inject
    WarehouseService(WarehouseRepository warehouses) {
        this.warehouses = warehouses;
    }

    /** @param warehouse filled with what the request says */
    Uni<Answer> create(UnitOfWork unit, Warehouse warehouse) {
        warehouse.tenantId = unit.caller().tenant();
        warehouse.createdAt = unit.now();
        warehouse.updatedAt = unit.now();
        return warehouses.persistAndFlush(warehouse).map(kept -> {
            var view = WarehouseView.of(kept);
            unit.changed(Change.created(ENTITY, kept.id.toString(), view));
            return Answer.created(view, "/api/v1/warehouses/" + kept.id);
        });
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return warehouses.lock(unit, id, "no key update").map(warehouse -> {
            ETags.requireMatch(ifMatch, warehouse.version);
            var before = WarehouseView.of(warehouse);
            WarehouseFields.apply(fields, warehouse);
            fields.checkStrictly();
            if (!WarehouseView.of(warehouse).equals(before)) {
                warehouse.version++;
                warehouse.updatedAt = unit.now();
                unit.changed(
                        Change.of(ENTITY, warehouse.id.toString(), "updated", WarehouseView.of(warehouse), before));
            }
            return Answer.ok(WarehouseView.of(warehouse));
        });
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return warehouses.lock(unit, id, "update").chain(warehouse -> {
            ETags.requireMatch(ifMatch, warehouse.version);
            return warehouses
                    .isUsed(unit, warehouse)
                    .invoke(used -> {
                        if (used) {
                            throw Problem.of(IN_USE);
                        }
                    })
                    .chain(() -> warehouses.delete(warehouse))
                    .invoke(() -> {
                        var view = WarehouseView.of(warehouse);
                        unit.changed(Change.of(ENTITY, warehouse.id.toString(), "deleted", view, view));
                    })
                    .replaceWith(Answer.empty());
        });
    }
}
