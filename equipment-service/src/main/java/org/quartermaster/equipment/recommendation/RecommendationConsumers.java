package org.quartermaster.equipment.recommendation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;
import org.quartermaster.platform.consumer.EventConsumer.Event;

/** Takes what the catalogue recommends; an update says all of it anew. */
@ApplicationScoped
class RecommendationConsumers {
    private final Recommendations recommendations;

    @Inject
    RecommendationConsumers(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @FunctionalInterface
    private interface Effect {
        Uni<Void> of(UnitOfWork unit, Event<Recommended> event);
    }

    private record RecommendationConsumer(String verb, Effect effect) implements EventConsumer<Recommended> {
        @Override
        public String subject() {
            return "qm.catalog.*.recommendation." + verb;
        }

        @Override
        public Class<Recommended> data() {
            return Recommended.class;
        }

        @Override
        public Uni<Void> handle(UnitOfWork unit, Event<Recommended> event) {
            return effect.of(unit, event);
        }
    }

    @Produces
    @Singleton
    EventConsumer<Recommended> created() {
        return new RecommendationConsumer("created", recommendations::attach);
    }

    @Produces
    @Singleton
    EventConsumer<Recommended> updated() {
        return new RecommendationConsumer("updated", recommendations::attach);
    }

    @Produces
    @Singleton
    EventConsumer<Recommended> cancelled() {
        return new RecommendationConsumer("cancelled", recommendations::remove);
    }
}
