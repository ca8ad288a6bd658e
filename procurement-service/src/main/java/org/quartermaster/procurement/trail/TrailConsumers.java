package org.quartermaster.procurement.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.quartermaster.platform.consumer.EventConsumer;
import org.quartermaster.procurement.tenant.KnownTenants;

/** The trail is made of the streams of all four services. */
@ApplicationScoped
class TrailConsumers {
    private final KnownTenants tenants;

    @Inject
    TrailConsumers(KnownTenants tenants) {
        this.tenants = tenants;
    }

    @Produces
    @Singleton
    EventConsumer<ToldChange> equipment() {
        return new TrailConsumer("equipment", tenants);
    }

    @Produces
    @Singleton
    EventConsumer<ToldChange> vehicle() {
        return new TrailConsumer("vehicle", tenants);
    }

    @Produces
    @Singleton
    EventConsumer<ToldChange> catalog() {
        return new TrailConsumer("catalog", tenants);
    }

    @Produces
    @Singleton
    EventConsumer<ToldChange> procurement() {
        return new TrailConsumer("procurement", tenants);
    }
}
