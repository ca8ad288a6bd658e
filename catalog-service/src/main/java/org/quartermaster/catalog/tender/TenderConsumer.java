package org.quartermaster.catalog.tender;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.consumer.EventConsumer;

/** A tender that was published becomes a request of each tenant who subscribed to one of its codes. */
@ApplicationScoped
class TenderConsumer implements EventConsumer<PublishedTender> {
    private static final String TENANTS = "select tenant from catalog.tenants_for_cpv($1) as tenant";

    private final Writes writes;
    private final TenderRequests requests;

    @Inject
    TenderConsumer(Writes writes, TenderRequests requests) {
        this.writes = writes;
        this.requests = requests;
    }

    @Override
    public String subject() {
        return "qm.procurement.*.tender.published";
    }

    @Override
    public Class<PublishedTender> data() {
        return PublishedTender.class;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<PublishedTender> event) {
        var tender = event.data();
        var reference = tender.tenderId() == null ? event.entityId() : tender.tenderId();
        var codes = tender.codes().stream().map(code -> code.digits()).toArray(String[]::new);
        return unit.run(TENANTS, (Object) codes)
                .map(TenderConsumer::tenants)
                .chain(tenants -> InTurn.each(
                        tenants,
                        tenant -> writes.within(
                                unit, unit.caller().within(tenant), there -> requests.take(there, reference, tender))));
    }

    private static List<String> tenants(RowSet<Row> rows) {
        var tenants = new ArrayList<String>();
        rows.forEach(row -> tenants.add(row.getString("tenant")));
        return tenants;
    }
}
