package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
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
    private interface Effect {
        Uni<Void> of(UnitOfWork unit, JsonNode alert);
    }

    private record AlertConsumer(String verb, Effect effect) implements EventConsumer<JsonNode> {
        @Override
        public String subject() {
            return "qm.equipment.*.alert." + verb;
        }

        @Override
        public Class<JsonNode> data() {
            return JsonNode.class;
        }

        @Override
        public Uni<Void> handle(UnitOfWork unit, Event<JsonNode> event) {
            return effect.of(unit, event.data());
        }
    }

    @Produces
    @Singleton
    EventConsumer<JsonNode> raised() {
        return new AlertConsumer("raised", recommendations::raised);
    }

    @Produces
    @Singleton
    EventConsumer<JsonNode> resolved() {
        return new AlertConsumer("resolved", recommendations::resolved);
    }
}
