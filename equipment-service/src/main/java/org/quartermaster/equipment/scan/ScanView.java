package org.quartermaster.equipment.scan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.platform.rest.Versioned;

/** All that a scan without a login shows: no place, serial number, hours or owner. */
@Schema(name = "Scan")
record ScanView(
        String name,
        String nameAr,
        EquipmentType equipmentType,
        String brand,
        String model,
        MachineStatus status,
        String photoUrl)
        implements Versioned {

    static ScanView of(Scanned machine) {
        return new ScanView(
                machine.name(),
                machine.nameAr(),
                machine.equipmentType(),
                machine.brand(),
                machine.model(),
                machine.status(),
                machine.photoUrl());
    }

    /** NB: without the machine's version, which is nobody's business here. */
    @Override
    public long version() {
        return 0;
    }
}
