package org.quartermaster.equipment.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;

/** Machines that are vehicles of vehicle-service, by the id that they have there. */
@ApplicationScoped
public class VehicleMachines {
    private static final String MATCH = """
            select equipment_id from equipment
            where deleted_at is null and vehicle_asset_id is null
              and (vin_key = $1 or serial_key = $1 or serial_key = $2)
            order by vin_key = $1 desc nulls last, created_at, equipment_id limit 1
            """;
    private static final String VIN_TAKEN = """
            select equipment_id from equipment where vin_key = $1 and equipment_id <> $2 and deleted_at is null
            """;

    private final MachineRepository machines;
    private final MachineService service;
    private final ObjectMapper json;

    @Inject
    VehicleMachines(MachineRepository machines, MachineService service, ObjectMapper json) {
        this.machines = machines;
        this.service = service;
        this.json = json;
    }

    /** Locks the machine that is the vehicle; null where there is none. */
    public Uni<Machine> lock(String assetId) {
        return machines.lockByAsset(assetId);
    }

    /** True when the vehicle was the tenant's, and went to another. */
    public Uni<Boolean> isGone(String assetId) {
        return machines.count("vehicleAssetId = ?1 and deleteReason = ?2", assetId, DeleteReason.TRANSFERRED)
                .map(found -> found > 0);
    }

    /** A machine of no vehicle that has the VIN, also as its serial number, or the serial number; null for none. */
    public Uni<String> match(UnitOfWork unit, String vin, String serialNumber) {
        return unit.run(MATCH, MachineNames.key(vin), MachineNames.key(serialNumber))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString(0));
    }

    /** Registers the vehicle as a new machine, by the rules of POST. */
    public Uni<Machine> register(UnitOfWork unit, String assetId, ObjectNode register) {
        var machine = MachineService.blank(unit.caller(), unit.now());
        machine.vehicleAssetId = assetId;
        return service.register(unit, machine, Fields.ofJson(register, Fields.Nulls.IGNORED));
    }

    /**
     * Makes a machine of the tenant the vehicle, which fills what it does not say yet; null where it has no such machine.
     * 409 where the machine is another vehicle, or the vehicle another machine.
     */
    public Uni<Machine> link(UnitOfWork unit, String equipmentId, String assetId, ObjectNode register) {
        return machines.lockIfThere(equipmentId)
                .chain(machine -> machine == null
                        ? Uni.createFrom().nullItem()
                        : machines.derive(unit, machine).chain(found -> claim(unit, found, assetId, register)));
    }

    private Uni<Machine> claim(UnitOfWork unit, Machine machine, String assetId, ObjectNode register) {
        if (machine.vehicleAssetId != null && !machine.vehicleAssetId.equals(assetId)) {
            throw Problem.duplicate("vehicle_asset_id");
        }
        var missing = missing(machine, register);
        return service.fill(unit, machine, Fields.ofJson(missing, Fields.Nulls.IGNORED), assetId);
    }

    /** Fills what a locked machine does not say yet; a VIN that another machine has is left out. */
    public Uni<Machine> fill(UnitOfWork unit, Machine machine, ObjectNode register) {
        var vin = register.path("vin").asText("");
        return unit.run(VIN_TAKEN, MachineNames.key(vin), machine.equipmentId)
                .invoke(taken -> {
                    if (taken.size() > 0) {
                        register.remove("vin");
                    }
                })
                .chain(() -> machines.derive(unit, machine))
                .chain(found -> claim(unit, found, machine.vehicleAssetId, register));
    }

    private ObjectNode missing(Machine machine, ObjectNode register) {
        ObjectNode known = json.valueToTree(MachineView.of(machine));
        var missing = register.deepCopy();
        known.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                missing.remove(field.getKey());
            }
        });
        // A price and its currency come together, or an amount would change its currency.
        if (machine.purchasePrice != null || machine.purchaseCurrency != null) {
            missing.remove(List.of("purchase_price", "purchase_currency"));
        }
        return missing;
    }

    /** Takes the locked machine of a vehicle that went to another tenant out of the register; its history stays. */
    public Uni<Void> transferred(UnitOfWork unit, Machine machine) {
        return service.delete(unit, machine.equipmentId, null, DeleteReason.TRANSFERRED)
                .replaceWithVoid();
    }
}
