package org.quartermaster.equipment.machine;

import java.util.Arrays;
import java.util.List;

/** What of a machine is register data, in contrast to what it reports by itself. */
final class Register {
    private Register() {}

    static boolean differs(MachineView before, Machine machine) {
        return !data(before).equals(data(MachineView.of(machine)));
    }

    private static List<Object> data(MachineView view) {
        return Arrays.asList(
                view.name(),
                view.nameAr(),
                view.equipmentType(),
                view.status(),
                view.brand(),
                view.model(),
                view.serialNumber(),
                view.year(),
                view.purchaseDate(),
                view.purchasePrice(),
                view.purchaseCurrency(),
                view.fieldId(),
                view.locationName(),
                view.horsepower(),
                view.fuelCapacityLiters(),
                view.qrCode(),
                view.metadata(),
                view.vin(),
                view.vehicleAssetId(),
                view.silentAfterMinutes(),
                view.nextMaintenanceAt(),
                view.nextMaintenanceHours(),
                view.deletedAt());
    }
}
