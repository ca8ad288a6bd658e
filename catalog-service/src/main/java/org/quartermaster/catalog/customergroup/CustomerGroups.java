package org.quartermaster.catalog.customergroup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** Changes of customer groups, and what is published about them. */
@ApplicationScoped
class CustomerGroups implements PublishedEvents {
    private static final String ENTITY = "customergroup";
    private static final ProblemType IN_USE = new ProblemType(409, "in_use");

    private final CustomerGroupTable table;

    @Inject
    CustomerGroups(CustomerGroupTable table) {
        this.table = table;
    }

    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("customergroup.created", "A customer group was made", CustomerGroupView.class),
                EventType.of("customergroup.updated", "A customer group changed", CustomerGroupView.class),
                EventType.of("customergroup.deleted", "A customer group was deleted", CustomerGroupView.class));
    }

    Uni<Answer> create(UnitOfWork unit, CustomerGroup group) {
        return table.insert(unit, group)
                .invoke(view -> unit.changed(Change.created(ENTITY, Long.toString(view.id()), view)))
                .map(view -> Answer.created(view, "/api/v1/customer-groups/" + view.id()));
    }

    /** The given fields change. */
    Uni<Answer> patch(UnitOfWork unit, long id, String ifMatch, Fields fields) {
        fields.require("code", "name", "price_type", "discount_percent");
        return table.lock(unit, id).chain(group -> save(unit, CustomerGroupView.of(group), group, ifMatch, fields));
    }

    /** All fields change: what is not given is what it is at first. */
    Uni<Answer> put(UnitOfWork unit, long id, String ifMatch, Fields fields) {
        fields.require("code", "name");
        return table.lock(unit, id).chain(group -> {
            var fresh = new CustomerGroup();
            fresh.id = group.id;
            return save(unit, CustomerGroupView.of(group), fresh, ifMatch, fields);
        });
    }

    private Uni<Answer> save(
            UnitOfWork unit, CustomerGroupView before, CustomerGroup group, String ifMatch, Fields fields) {
        ETags.requireMatch(ifMatch, before.version());
        group.apply(fields);
        fields.checkStrictly();
        return table.update(unit, group)
                .invoke(view -> {
                    if (view.version() != before.version()) {
                        unit.changed(Change.of(ENTITY, Long.toString(view.id()), "updated", view, before));
                    }
                })
                .map(Answer::ok);
    }

    Uni<Answer> delete(UnitOfWork unit, long id, String ifMatch) {
        return table.lock(unit, id)
                .map(CustomerGroupView::of)
                .invoke(before -> ETags.requireMatch(ifMatch, before.version()))
                .call(() -> table.isUsed(unit, id).invoke(CustomerGroups::refuseUsed))
                .call(() -> table.delete(unit, id))
                .invoke(before -> unit.changed(Change.of(ENTITY, Long.toString(id), "deleted", before, before)))
                .replaceWith(Answer.empty());
    }

    private static void refuseUsed(boolean isUsed) {
        if (isUsed) {
            throw Problem.of(IN_USE);
        }
    }
}
