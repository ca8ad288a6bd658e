package org.quartermaster.catalog.tendersubscription;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;

/** Changes of subscriptions. */
@ApplicationScoped
class TenderSubscriptionService {
    private static final String ENTITY = "tendersubscription";

    private final TenderSubscriptionRepository subscriptions;

    @Inject
    TenderSubscriptionService(TenderSubscriptionRepository subscriptions) {
        this.subscriptions = subscriptions;
    }

    Uni<Answer> create(UnitOfWork unit, TenderSubscription said) {
        return subscriptions
                .insert(unit, said)
                .invoke(made -> unit.changed(Change.created(ENTITY, Long.toString(made.id()), made)))
                .map(made -> Answer.created(made, "/api/v1/tender-subscriptions/" + made.id()));
    }

    Uni<Answer> replace(UnitOfWork unit, long id, String ifMatch, TenderSubscription said) {
        return subscriptions.lock(unit, id).chain(before -> {
            ETags.requireMatch(ifMatch, before.version());
            return subscriptions
                    .update(unit, id, said)
                    .invoke(now -> {
                        if (now.version() != before.version()) {
                            unit.changed(Change.of(ENTITY, Long.toString(id), "updated", now, before));
                        }
                    })
                    .map(Answer::ok);
        });
    }

    Uni<Answer> delete(UnitOfWork unit, long id, String ifMatch) {
        return subscriptions.lock(unit, id).chain(before -> {
            ETags.requireMatch(ifMatch, before.version());
            unit.changed(Change.of(ENTITY, Long.toString(id), "deleted", before, before));
            return subscriptions.delete(unit, id).replaceWith(Answer.empty());
        });
    }
}
