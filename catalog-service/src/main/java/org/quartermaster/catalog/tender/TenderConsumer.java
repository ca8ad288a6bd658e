package org.quartermaster.catalog.tender;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.BroadcastConsumer;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/** A tender that was published becomes a request of each tenant who subscribed to one of its codes. */
@ApplicationScoped
class TenderConsumer implements BroadcastConsumer<PublishedTender> {
    private static final String TENANTS = "select tenant from catalog.tenants_for_cpv($1) as tenant";

    private final TenantDatabase database;
    private final TenderRequests requests;

    @Inject
    TenderConsumer(TenantDatabase database, TenderRequests requests) {
        this.database = database;
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
    public Uni<List<String>> tenants(Caller caller, PublishedTender tender) {
        var codes = tender.codes().stream().map(code -> code.digits()).toArray(String[]::new);
        return database.read(caller, TENANTS, (Object) codes).map(TenderConsumer::tenants);
    }

    private static List<String> tenants(RowSet<Row> rows) {
        var tenants = new ArrayList<String>();
        rows.forEach(row -> tenants.add(row.getString("tenant")));
        return tenants;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<PublishedTender> event) {
        var tender = event.data();
        var reference = tender.tenderId() == null ? event.entityId() : tender.tenderId();
        return requests.take(unit, reference, tender);
    }
}
