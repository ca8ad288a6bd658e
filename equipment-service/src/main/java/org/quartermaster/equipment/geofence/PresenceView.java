package org.quartermaster.equipment.geofence;

import java.time.Instant;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MachineStatus;

/** A machine in a zone. */
record PresenceView(
        String equipmentId,
        String name,
        EquipmentType equipmentType,
        MachineStatus status,
        Instant since,
        Double currentLat,
        Double currentLon,
        Instant currentPositionAt) {}
