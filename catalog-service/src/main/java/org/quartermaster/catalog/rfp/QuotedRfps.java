package org.quartermaster.catalog.rfp;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;

/** Notes of requests that quotations are made of them. */
@ApplicationScoped
public class QuotedRfps {
    private static final String QUOTED = """
            update catalog.rfpdocument set state = 'quoted'
            where tenant_id = $1 and id = $2 and state not in ('quoted', 'closed', 'rejected')
            """;

    private final RfpRepository rfps;

    @Inject
    QuotedRfps(RfpRepository rfps) {
        this.rfps = rfps;
    }

    /** Moves the request on and tells of it; one that is closed or rejected stays so. */
    public Uni<Void> quoted(UnitOfWork unit, long id, long quotationId) {
        return rfps.lock(unit, id)
                .call(() -> unit.run(QUOTED, unit.caller().tenant(), id))
                .chain(before -> rfps.changed(unit, before, "quoted", Map.of("quotation_id", quotationId)));
    }
}
