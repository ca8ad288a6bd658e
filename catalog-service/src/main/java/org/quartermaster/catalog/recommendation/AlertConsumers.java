package org.quartermaster.catalog.recommendation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;

/** Hears of alerts of machines. */
@ApplicationScoped
class AlertConsumers {
    private final AlertRecommendations recommendations;

    @Inject
    AlertConsumers(AlertRecommendations recommendations) {
        this.recommendations = recommendations;
    }

    @FunctionalInterface
    private interface Effect<T> {
        Uni<Void> of(UnitOfWork unit, T alert);
    }

    private record AlertConsumer<T>(String verb, Class<T> data, Effect<T> effect) implements EventConsumer<T> {
        @Override
        public String subject() {
            return "qm.equipment.*.alert." + verb;
        }

        @Override
        public Uni<Void> handle(UnitOfWork unit, Event<T> event) {
            return effect.of(unit, event.data());
        }
    }

    @Produces
    @Singleton
    EventConsumer<RaisedAlert> raised() {
        return new AlertConsumer<>("raised", RaisedAlert.class, recommendations::raised);
    }

    @Produces
    @Singleton
    EventConsumer<ResolvedAlert> resolved() {
        return new AlertConsumer<>("resolved", ResolvedAlert.class, recommendations::resolved);
    }
}
