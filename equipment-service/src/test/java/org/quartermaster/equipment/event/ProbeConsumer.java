package org.quartermaster.equipment.event;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.consumer.EventConsumer;

/** Writes one row for each event of a service that exists in tests alone, and fails as often as it is told to. */
@Alternative
@ApplicationScoped
class ProbeConsumer implements EventConsumer<ProbeConsumer.Thing> {
    /** How often the thing of this name still fails. */
    static final Map<String, Integer> FAILURES = new ConcurrentHashMap<>();

    /** Things at which NATS dies before their effect is committed. */
    static final Set<String> DEADLY = ConcurrentHashMap.newKeySet();

    @Inject
    Writes writes;

    record Thing(String name, String otherTenant) {}

    @Override
    public String subject() {
        return "qm.probe.*.thing.made";
    }

    @Override
    public Class<Thing> data() {
        return Thing.class;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<Thing> event) {
        var thing = event.data();
        var written = write(unit, event.id(), thing).chain(() -> elsewhere(unit, event));
        return DEADLY.remove(thing.name()) ? written.call(ProbeConsumer::killNats) : written.invoke(() -> fail(thing));
    }

    private static Uni<Void> write(UnitOfWork unit, String eventId, Thing thing) {
        return unit.session()
                .createNativeQuery("insert into testing.effect (tenant_id, event_id, name) values (?1, ?2, ?3)")
                .setParameter(1, unit.caller().tenant())
                .setParameter(2, eventId)
                .setParameter(3, thing.name())
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> elsewhere(UnitOfWork unit, Event<Thing> event) {
        var other = event.data().otherTenant();
        return other == null
                ? Uni.createFrom().voidItem()
                : writes.within(unit, unit.caller().within(other), inside -> write(inside, event.id(), event.data()));
    }

    private static void fail(Thing thing) {
        if (FAILURES.merge(thing.name(), 0, (left, zero) -> left) > 0) {
            FAILURES.merge(thing.name(), -1, Integer::sum);
            throw new IllegalStateException("told to fail");
        }
    }

    private static Uni<Void> killNats() {
        var context = Vertx.currentContext();
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> {
                    try {
                        LocalServers.nats().kill();
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                })
                .emitOn(back -> context.runOnContext(ignored -> back.run()));
    }
}
