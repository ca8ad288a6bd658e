package org.quartermaster.equipment.aemp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a snapshot names its machine; what is absent is null. */
record Identity(String pin, String maker, String model, String serialNumber) {
    private static final int LONGEST = 200;

    static Identity of(Element header) {
        return new Identity(
                header.text("PIN"), header.text("OEMName"), header.text("Model"), header.text("SerialNumber"));
    }

    /**
     * Names the machine of a sample.
     * NB: one that is not here keeps the name by which it may be registered yet; a serial number alone, without its
     * maker, could be that of another machine.
     *
     * @param known the machine's id, or null when it is not here
     */
    void name(ObjectNode sample, String known) {
        if (known != null) {
            sample.put("equipment_id", known);
        } else if (pin != null) {
            sample.put("vin", pin);
        } else if (serialNumber != null) {
            var name = Stream.of(maker, model, serialNumber)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            sample.put("equipment_id", name.substring(0, Math.min(name.length(), LONGEST)));
        }
    }
}
