package org.quartermaster.catalog.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the demo data is on its way; whoever starts the local stack finds all of it. */
@Readiness
@ApplicationScoped
class DemoReadiness implements HealthCheck {
    private final DemoData data;

    @Inject
    DemoReadiness(DemoData data) {
        this.data = data;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("demo data").status(data.isDone()).build();
    }
}
