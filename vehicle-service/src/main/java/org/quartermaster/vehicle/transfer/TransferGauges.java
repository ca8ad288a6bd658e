package org.quartermaster.vehicle.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.vehicle.gauge.DatabaseGauges;
import org.quartermaster.vehicle.gauge.Gauge;

/** How many requests wait for an answer. */
@ApplicationScoped
class TransferGauges implements DatabaseGauges {
    private static final Gauge PENDING = new Gauge("vehicle_transfers_pending", List.of(), """
            select count(*) from vehicle.vehicle_transfer_requests where status = 'pending' and expires_at > now()
            """);

    @Override
    public List<Gauge> gauges() {
        return List.of(PENDING);
    }
}
