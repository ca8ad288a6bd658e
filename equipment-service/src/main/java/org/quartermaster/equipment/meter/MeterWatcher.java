package org.quartermaster.equipment.meter;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;

/** What follows when meters cannot be trusted any more, or again; the machines are locked. */
public interface MeterWatcher {
    Uni<Void> suspect(UnitOfWork unit, List<String> machines);

    Uni<Void> trusted(UnitOfWork unit, List<String> machines);
}
