package org.quartermaster.catalog.pricelist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.request.References;
import org.quartermaster.platform.asyncapi.PublishedEvents;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** Changes of price lists, and what is published about them. */
@ApplicationScoped
class PriceLists implements PublishedEvents {
    private static final String ENTITY = "pricelist";
    private static final ProblemType IN_USE = new ProblemType(409, "in_use");

    private final PriceListTable table;

    @Inject
    PriceLists(PriceListTable table) {
        this.table = table;
    }

    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("pricelist.created", "A price list was made", PriceListView.class),
                EventType.of("pricelist.updated", "A price list changed", PriceListView.class),
                EventType.of("pricelist.deleted", "A price list was deleted", PriceListView.class));
    }

    Uni<Answer> create(UnitOfWork unit, PriceList list) {
        return require(unit, list)
                .chain(() -> table.insert(unit, list))
                .invoke(view -> unit.changed(Change.created(ENTITY, Long.toString(view.id()), view)))
                .map(view -> Answer.created(view, "/api/v1/price-lists/" + view.id()));
    }

    /** The given fields change. */
    Uni<Answer> patch(UnitOfWork unit, long id, String ifMatch, Fields fields) {
        fields.require("code", "name", "currency", "priority", "is_default", "is_active");
        return table.lock(unit, id).chain(list -> save(unit, PriceListView.of(list), list, ifMatch, fields));
    }

    /** All fields change: what is not given is what it is at first. */
    Uni<Answer> put(UnitOfWork unit, long id, String ifMatch, Fields fields) {
        fields.require("code", "name", "currency");
        return table.lock(unit, id).chain(list -> {
            var fresh = new PriceList();
            fresh.id = list.id;
            return save(unit, PriceListView.of(list), fresh, ifMatch, fields);
        });
    }

    private Uni<Answer> save(UnitOfWork unit, PriceListView before, PriceList list, String ifMatch, Fields fields) {
        ETags.requireMatch(ifMatch, before.version());
        list.apply(fields);
        fields.checkStrictly();
        return require(unit, list)
                .chain(() -> table.update(unit, list))
                .invoke(view -> {
                    if (view.version() != before.version()) {
                        unit.changed(Change.of(ENTITY, Long.toString(view.id()), "updated", view, before));
                    }
                })
                .map(Answer::ok);
    }

    Uni<Answer> delete(UnitOfWork unit, long id, String ifMatch) {
        return table.lock(unit, id)
                .map(PriceListView::of)
                .invoke(before -> ETags.requireMatch(ifMatch, before.version()))
                .call(() -> table.isUsed(unit, id).invoke(PriceLists::refuseUsed))
                .call(() -> table.delete(unit, id))
                .invoke(before -> unit.changed(Change.of(ENTITY, Long.toString(id), "deleted", before, before)))
                .replaceWith(Answer.empty());
    }

    private static Uni<Void> require(UnitOfWork unit, PriceList list) {
        return new References(unit)
                .currency("currency", list.currency)
                .row("customer_group_id", "customergroup", list.customerGroupId)
                .living("customer_id", "customer", list.customerId)
                .require(unit);
    }

    private static void refuseUsed(boolean isUsed) {
        if (isUsed) {
            throw Problem.of(IN_USE);
        }
    }
}
