package org.quartermaster.vehicle.asset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.quartermaster.platform.db.Words;
import org.quartermaster.vehicle.completeness.Fill;

/** Which fields of an asset say something; the values are those of its view. */
record AssetFill(ObjectNode values) implements Function<String, Fill> {
    private static final int SERIAL_NUMBER_LENGTH = 3;

    @Override
    public Fill apply(String field) {
        var fill = Fill.of(text(field));
        return field.equals("vin") && !fill.isFilled() && hasSerialNumberInstead() ? Fill.SERIAL_NUMBER : fill;
    }

    private String text(String field) {
        var value = values.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private boolean hasSerialNumberInstead() {
        var kind = Words.find(AssetKind.class, text("asset_kind")).orElseThrow();
        return kind.mayLackVin()
                && Fill.of(text("serial_number")).isFilled()
                && text("serial_number").strip().length() >= SERIAL_NUMBER_LENGTH;
    }
}
