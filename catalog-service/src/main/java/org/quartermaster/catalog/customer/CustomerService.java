package org.quartermaster.catalog.customer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.quartermaster.catalog.activity.ActivityAction;
import org.quartermaster.catalog.activity.ActivityLog;
import org.quartermaster.catalog.request.References;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** Changes of customers; who looked at one is noted too. */
@ApplicationScoped
class CustomerService {
    private static final String ENTITY = "customer";
    private static final String PATH = "/api/v1/customers/";

    private final CustomerTable table;
    private final ActivityLog log;

    @Inject
    CustomerService(CustomerTable table, ActivityLog log) {
        this.table = table;
        this.log = log;
    }

    Uni<CustomerView> view(UnitOfWork unit, long id, boolean isWithDeleted) {
        return table.find(unit, id)
                .invoke(customer -> {
                    if (!isWithDeleted) {
                        requireLiving(customer);
                    }
                })
                .call(() -> log.viewed(unit, ENTITY, id))
                .map(CustomerView::of);
    }

    Uni<Answer> create(UnitOfWork unit, CustomerRow customer) {
        return check(unit, customer)
                .chain(() -> table.insert(unit, customer))
                .map(CustomerView::of)
                .call(view -> tell(unit, ActivityAction.CREATED, null, view))
                .map(view -> Answer.created(view, PATH + view.id()));
    }

    Uni<Answer> save(UnitOfWork unit, long id, String ifMatch, Saving saving, Fields fields) {
        return change(unit, id, ifMatch, ActivityAction.UPDATED, customer -> {
            requireLiving(customer);
            CustomerInput.apply(fields, saving, customer);
            fields.checkStrictly();
            return check(unit, customer);
        });
    }

    Uni<Answer> delete(UnitOfWork unit, long id, String ifMatch) {
        return change(unit, id, ifMatch, ActivityAction.DELETED, customer -> {
                    requireLiving(customer);
                    customer.deletedAt = unit.now();
                    return Uni.createFrom().voidItem();
                })
                .replaceWith(Answer.empty());
    }

    /** One that was not deleted is given as it is; its e-mail address or code may have been taken since (409). */
    Uni<Answer> restore(UnitOfWork unit, long id) {
        return change(unit, id, null, ActivityAction.RESTORED, customer -> {
            customer.deletedAt = null;
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Answer> change(
            UnitOfWork unit, long id, String ifMatch, ActivityAction action, Function<CustomerRow, Uni<Void>> change) {
        return table.lock(unit, id).chain(customer -> {
            var before = CustomerView.of(customer);
            return Uni.createFrom()
                    .deferred(() -> change.apply(customer))
                    .invoke(() -> ETags.requireMatch(ifMatch, before.version()))
                    .chain(() -> keep(unit, action, before, customer))
                    .map(Answer::ok);
        });
    }

    private Uni<CustomerView> keep(UnitOfWork unit, ActivityAction action, CustomerView before, CustomerRow customer) {
        if (CustomerView.of(customer).equals(before)) {
            return Uni.createFrom().item(before);
        }
        return table.update(unit, customer, before.addresses())
                .map(CustomerView::of)
                .call(view -> tell(unit, action, before, view));
    }

    /** NB: the event shows less than the log keeps, so the two are told apart. */
    private Uni<Void> tell(UnitOfWork unit, ActivityAction action, CustomerView before, CustomerView view) {
        var former = before == null ? null : ToldCustomer.of(before);
        var id = Long.toString(view.id());
        unit.changed(Change.of(ENTITY, id, Words.of(action), ToldCustomer.of(view), former)
                .unaudited());
        return log.changed(unit, action, ENTITY, view.id(), before, view);
    }

    private static Uni<Void> check(UnitOfWork unit, CustomerRow customer) {
        return new References(unit)
                .row("customer_group_id", "customergroup", customer.customerGroupId)
                .currency("currency", customer.currency)
                .require(unit);
    }

    private static void requireLiving(CustomerRow customer) {
        if (customer.deletedAt != null) {
            throw Problem.of(CustomerTable.DELETED);
        }
    }
}
