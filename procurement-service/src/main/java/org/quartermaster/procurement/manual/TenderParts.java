package org.quartermaster.procurement.manual;

import static org.quartermaster.procurement.manual.SectionFields.ID;
import static org.quartermaster.procurement.manual.SectionFields.LINE;
import static org.quartermaster.procurement.manual.SectionFields.LONG;
import static org.quartermaster.procurement.manual.SectionFields.NAME;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.ocds.Json;

/** Reads the lots, items and awards of a request as members of the lists of a release. */
final class TenderParts {
    private TenderParts() {}

    static ObjectNode lot(Fields fields, int place) {
        var lot = part(fields, "lot_id", place);
        var from = new SectionFields(fields);
        from.text("title", 0, LINE, lot, "title");
        from.text("description", 0, LONG, lot, "description");
        from.text("status", 0, ID, lot, "status");
        from.value("value", "currency", lot);
        from.end("closing_date").to(date -> lot.putObject("tenderPeriod").put("endDate", date));
        return lot;
    }

    static ObjectNode item(Fields fields, int place) {
        var item = part(fields, "item_id", place);
        var from = new SectionFields(fields);
        from.text("description", 0, LONG, item, "description");
        var code = fields.text("cpv_code", 0, ID).value();
        if (code != null) {
            from.checkCpv("cpv_code", code);
            item.set("classification", SectionFields.classification(code));
        }
        from.amount("quantity").to(quantity -> item.set("quantity", SectionFields.number(quantity)));
        var unit = Json.NODES.objectNode();
        from.text("unit", 0, NAME, unit, "name");
        from.value("unit_value", "currency", unit);
        if (!unit.isEmpty()) {
            item.set("unit", unit);
        }
        from.text("lot_id", 0, ID, item, "relatedLot");
        return item;
    }

    static ObjectNode award(Fields fields, int place) {
        var award = part(fields, "award_id", place);
        var from = new SectionFields(fields);
        fields.require("supplier_name");
        var supplier = Json.NODES.objectNode().put("id", "supplier-" + (place + 1));
        from.text("supplier_name", 1, NAME, supplier, "name");
        award.putArray("suppliers").add(supplier);
        from.value("value", "currency", award);
        from.start("date").to(date -> award.put("date", date));
        award.put("status", Words.of(fields.word("status", AwardStatus.class).or(AwardStatus.ACTIVE)));
        return award;
    }

    private static ObjectNode part(Fields fields, String id, int place) {
        return Json.NODES.objectNode().put("id", fields.text(id, 0, ID).or(Integer.toString(place + 1)));
    }
}
