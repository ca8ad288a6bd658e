package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;

/**
 * The machines that a request means: those of its list, or those that its filter finds.
 *
 * @param ids the list, or null where there is a filter
 */
record PlanTargets(List<String> ids, String type, String brand, String model) {
    private static final int MAX = 1_000;
    private static final String FOUND = """
            select equipment_id from equipment
            where deleted_at is null and (cast(?1 as text) is null or equipment_type = ?1)
              and (cast(?2 as text) is null or brand = ?2) and (cast(?3 as text) is null or model = ?3)
            order by equipment_id limit 1001
            """;

    static PlanTargets read(Fields fields) {
        var ids = MachineRepository.listed(fields, MAX);
        if (fields.object("filter", 2_000, 1).value() == null) {
            return new PlanTargets(ids, null, null, null);
        }
        var wanted = fields.nested("filter");
        var type = wanted.word("equipment_type", EquipmentType.class).value();
        var brand = wanted.text("brand", 0, 100).value();
        var model = wanted.text("model", 0, 100).value();
        if (type == null && brand == null && model == null) {
            fields.error("filter", "missing");
        }
        return new PlanTargets(null, type == null ? null : Words.of(type), brand, model);
    }

    /** Locks the machines; 422 where one of the list is unknown, or the filter finds none or too many. */
    Uni<List<Machine>> lock(UnitOfWork unit, MachineRepository machines) {
        return ids == null ? found(unit).chain(machines::lockAll) : machines.lockListed(ids);
    }

    private Uni<List<String>> found(UnitOfWork unit) {
        return unit.session()
                .createNativeQuery(FOUND, String.class)
                .setParameter(1, type)
                .setParameter(2, brand)
                .setParameter(3, model)
                .getResultList()
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw Problem.invalid("filter", "equipment_not_found");
                    }
                    if (found.size() > MAX) {
                        throw Problem.invalid("filter", "less_than_equal", MAX);
                    }
                });
    }
}
