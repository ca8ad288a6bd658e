package org.quartermaster.platform.access;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;
import org.quartermaster.platform.consumer.EventConsumer.Event;
import org.quartermaster.platform.token.Revocations;

/** Refuses the tokens of users who were disabled or deleted, until they are enabled. */
@ApplicationScoped
@IfBuildProperty(name = "qm.issuer.followed", stringValue = "true")
class UserConsumers {
    private final Revocations revocations;

    @Inject
    UserConsumers(Revocations revocations) {
        this.revocations = revocations;
    }

    /** What is read of a user. */
    record User(String userId) {}

    @FunctionalInterface
    private interface Effect {
        Uni<Void> of(UnitOfWork unit, Event<User> event);
    }

    private record UserConsumer(String verb, Effect effect) implements EventConsumer<User> {
        @Override
        public String subject() {
            return "qm.procurement.*.user." + verb;
        }

        @Override
        public Class<User> data() {
            return User.class;
        }

        @Override
        public Uni<Void> handle(UnitOfWork unit, Event<User> event) {
            Objects.requireNonNull(event.data().userId(), "user_id is missing");
            return effect.of(unit, event);
        }
    }

    @Produces
    @Singleton
    EventConsumer<User> disabled() {
        return new UserConsumer("disabled", this::refuse);
    }

    @Produces
    @Singleton
    EventConsumer<User> deleted() {
        return new UserConsumer("deleted", this::refuse);
    }

    @Produces
    @Singleton
    EventConsumer<User> enabled() {
        return new UserConsumer("enabled", this::allow);
    }

    private Uni<Void> refuse(UnitOfWork unit, Event<User> event) {
        return revocations.refuse(unit.session(), event.data().userId(), event.time());
    }

    private Uni<Void> allow(UnitOfWork unit, Event<User> event) {
        return revocations.allow(unit.session(), event.data().userId(), event.time());
    }
}
