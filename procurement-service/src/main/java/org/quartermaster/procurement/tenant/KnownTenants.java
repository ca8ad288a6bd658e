package org.quartermaster.procurement.tenant;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.change.UnitOfWork;

/** Events of other services may be of tenants that have no organization here: those are told of, and left. */
@ApplicationScoped
public class KnownTenants {
    private static final String KNOWN = "select 1 from procurement.organizations where tenant_id = $1";

    private final MeterRegistry meters;

    @Inject
    KnownTenants(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Does the work where the tenant of the unit has an organization, or is that of global rows.
     *
     * @param what the work is for, in the log and the metric {@code events_of_unknown_tenants}
     */
    public Uni<Void> ifKnown(UnitOfWork unit, String what, Supplier<Uni<Void>> work) {
        var tenant = unit.caller().tenant();
        if (tenant.equals(SystemWrites.PUBLIC)) {
            return work.get();
        }
        return unit.run(KNOWN, tenant).chain(found -> {
            if (found.size() > 0) {
                return work.get();
            }
            meters.counter("events_of_unknown_tenants", "consumer", what).increment();
            Log.infof("%s: no organization here has the tenant %s", what, tenant);
            return Uni.createFrom().voidItem();
        });
    }
}
