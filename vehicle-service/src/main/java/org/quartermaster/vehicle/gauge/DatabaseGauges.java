package org.quartermaster.vehicle.gauge;

import java.util.List;

/** The metrics of a feature that are read from the database now and then. */
public interface DatabaseGauges {
    List<Gauge> gauges();
}
