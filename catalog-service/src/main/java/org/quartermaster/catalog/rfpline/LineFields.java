package org.quartermaster.catalog.rfpline;

import java.math.BigDecimal;
import java.util.Optional;
import org.quartermaster.catalog.matching.Wish;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.unit.Measures;
import org.quartermaster.catalog.unit.Unit;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.rest.Fields;

/** Reads what a client says of a line. */
final class LineFields {
    private static final String LEAST = "0.000001";
    private static final String MOST = "999999999999.999999";
    private static final int DECIMALS = 6;
    private static final int READ_DECIMALS = 12;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_CODE = 64;
    private static final Measures MEASURES = new Measures(Units.standard());

    private LineFields() {}

    /** A line that was missed; its number is given later. */
    static NewLine missed(Fields fields) {
        fields.require("description");
        var description = fields.text("description", 1, LONGEST_TEXT).or("");
        var raw = fields.text("raw_text", 0, LONGEST_TEXT).or(description);
        var lot = fields.text("lot", 0, LONGEST_NAME).value();
        var brand = fields.text("brand", 0, LONGEST_NAME).value();
        var mpn = fields.text("mpn", 0, LONGEST_NAME).value();
        var said = new RfpLine();
        amount(fields, said);
        fields.checkStrictly();
        var wish = Wish.of(description, brand, mpn, MEASURES.in(description));
        return new NewLine(0, lot, "{}", raw, said.quantity, said.uom, said.uomRaw, wish, null);
    }

    /** Quantity and unit; a quantity has no more decimals than its unit. */
    static void amount(Fields fields, RfpLine line) {
        fields.text("uom", 0, LONGEST_CODE).to(value -> {
            var unit = unit(value);
            if (value != null && unit.isEmpty()) {
                fields.error("uom", "unit.unknown");
            }
            line.uom = unit.map(Unit::code).orElse(null);
            line.uomRaw = value;
        });
        fields.decimal("quantity", READ_DECIMALS, LEAST, MOST).to(value -> line.quantity = value);
        var decimals = unit(line.uom).map(Unit::decimals).orElse(DECIMALS);
        if (fields.has("quantity") && scale(line.quantity) > Math.min(decimals, DECIMALS)) {
            fields.error("quantity", "decimal_max_places", decimals);
        }
    }

    private static Optional<Unit> unit(String word) {
        return word == null ? Optional.empty() : Units.standard().find(word);
    }

    private static int scale(BigDecimal value) {
        return value == null ? 0 : value.stripTrailingZeros().scale();
    }

    /** What a person decides; null where the request says nothing of it. */
    static LineStatus decision(Fields fields, Long product) {
        var given = fields.word("status", LineStatus.class).value();
        if (given != null && !given.isDecision()) {
            fields.error("status", "enum", "confirmed, rejected, excluded");
        }
        return given == null && product != null ? LineStatus.CONFIRMED : given;
    }

    static Long product(Fields fields) {
        fields.require("product_id");
        return Numbers.id(fields, "product_id").value();
    }

    static String pack(Fields fields, String now) {
        var given = fields.text("pack_code", 0, LONGEST_CODE);
        return given.given() ? given.value() : now;
    }
}
