package org.quartermaster.catalog.recommendation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quartermaster.catalog.kit.KitList;
import org.quartermaster.catalog.kit.KitView;
import org.quartermaster.catalog.request.References;
import org.quartermaster.platform.change.UnitOfWork;

/** Makes proposals of parts, protective equipment and tools, each with its reason; always the same for the same data. */
@ApplicationScoped
class Suggestions {
    private final KitList kits;
    private final NeededEquipment equipment;
    private final WorkItems items;

    @Inject
    Suggestions(KitList kits, NeededEquipment equipment, WorkItems items) {
        this.kits = kits;
        this.equipment = equipment;
        this.items = items;
    }

    /** What is needed so far, and what could not be found. */
    private record Needs(List<Wish> wishes, List<String> notes) {}

    /** @param named parts that are asked for by themselves; they come first */
    Uni<Suggestion> suggest(UnitOfWork unit, WorkQuestion question, WorkPriority priority, List<Wish> named) {
        var needs = new Needs(new ArrayList<>(named), new ArrayList<>());
        return check(unit, question)
                .chain(() -> kit(unit, question, needs))
                .chain(() -> tasks(unit, question, needs))
                .chain(() -> document(unit, question, needs))
                .chain(() -> items.propose(unit, needs.wishes()))
                .map(WorkItem::merged)
                .map(found -> Suggestion.of(question.title(), priority, question.sourceRef(), found, needs.notes()));
    }

    private static Uni<Void> check(UnitOfWork unit, WorkQuestion question) {
        return new References(unit)
                .row("rfp_id", "rfpdocument", question.rfpId())
                .row("quotation_id", "quotation", question.quotationId())
                .require(unit);
    }

    private Uni<Void> kit(UnitOfWork unit, WorkQuestion question, Needs needs) {
        var type = question.maintenanceType();
        return type == null
                ? Uni.createFrom().voidItem()
                : kits.best(unit, type, question.equipmentType(), question.brand(), question.model())
                        .invoke(kit -> add(kit, type, needs))
                        .replaceWithVoid();
    }

    private static void add(Optional<KitView> kit, String type, Needs needs) {
        if (kit.isEmpty() || !kit.get().maintenanceType().equalsIgnoreCase(type)) {
            needs.notes().add("No kit for the maintenance type " + type);
        }
        kit.ifPresent(found -> found.items().forEach(item -> needs.wishes().add(Wish.of(item, found.name()))));
    }

    private Uni<Void> tasks(UnitOfWork unit, WorkQuestion question, Needs needs) {
        if (question.task() == null && question.taskId() == null && question.maintenanceType() == null) {
            return Uni.createFrom().voidItem();
        }
        return taskIds(unit, question, needs)
                .chain(ids -> equipment.of(unit, question.maintenanceType(), ids))
                .invoke(found -> needs.wishes().addAll(found))
                .replaceWithVoid();
    }

    private Uni<List<String>> taskIds(UnitOfWork unit, WorkQuestion question, Needs needs) {
        var named =
                new ArrayList<>(Optional.ofNullable(question.taskId()).stream().toList());
        return question.task() == null
                ? Uni.createFrom().item(named)
                : equipment.tasks(unit, question.task()).map(found -> {
                    if (found.isEmpty()) {
                        needs.notes().add("No task is known by these words");
                    }
                    named.addAll(found);
                    return named;
                });
    }

    private Uni<Void> document(UnitOfWork unit, WorkQuestion question, Needs needs) {
        return question.isForDocument()
                ? equipment
                        .of(unit, question.quotationId(), question.rfpId())
                        .invoke(found -> needs.wishes().addAll(found))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
