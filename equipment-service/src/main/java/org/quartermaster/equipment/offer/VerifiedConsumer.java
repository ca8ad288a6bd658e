package org.quartermaster.equipment.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;

/** A vehicle whose data were verified is offered as a machine. */
@ApplicationScoped
class VerifiedConsumer implements EventConsumer<VerifiedAsset> {
    private final Offers offers;

    @Inject
    VerifiedConsumer(Offers offers) {
        this.offers = offers;
    }

    @Override
    public String subject() {
        return "qm.vehicle.*.asset.verified";
    }

    @Override
    public Class<VerifiedAsset> data() {
        return VerifiedAsset.class;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<VerifiedAsset> event) {
        return offers.hear(unit, VerifiedAsset.news(event));
    }
}
