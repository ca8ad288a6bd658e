package org.quartermaster.vehicle.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.vehicle.gauge.DatabaseGauges;
import org.quartermaster.vehicle.gauge.Gauge;

/** How many assets there are of each quality. */
@ApplicationScoped
class AssetGauges implements DatabaseGauges {
    private static final Gauge ASSETS = new Gauge("vehicle_assets", List.of("data_status"), """
            select s.status, coalesce(n.assets, 0)
            from unnest(array['draft', 'verified', 'archived']) as s (status)
            left join (select data_status, count(*) as assets from vehicle.assets group by data_status) n
              on n.data_status = s.status
            """);

    @Override
    public List<Gauge> gauges() {
        return List.of(ASSETS);
    }
}
