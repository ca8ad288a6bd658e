package org.quartermaster.equipment.scan;

import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MachineStatus;

/**
 * A machine that somebody scanned.
 *
 * @param primaryPhotoId may be null
 */
record Scanned(
        String tenant,
        String equipmentId,
        String token,
        String name,
        String nameAr,
        EquipmentType equipmentType,
        String brand,
        String model,
        MachineStatus status,
        String primaryPhotoId) {

    /** Where anybody with the token may see the primary photo; null where there is none. */
    String photoUrl() {
        return primaryPhotoId == null ? null : "/scan/" + token + "/photo";
    }
}
