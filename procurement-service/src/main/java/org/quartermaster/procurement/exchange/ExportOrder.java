package org.quartermaster.procurement.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.search.Asked;
import org.quartermaster.procurement.search.Found;

/**
 * What is to be exported.
 *
 * @param instant that the criteria are judged at, however long the export takes
 */
record ExportOrder(ExportFormat format, Criteria criteria, Instant instant) {
    static ExportOrder of(ObjectNode parameters) {
        return new ExportOrder(
                Words.find(ExportFormat.class, parameters.get("format").textValue())
                        .orElseThrow(),
                Criteria.stored((ObjectNode) parameters.get("criteria")),
                Instant.parse(parameters.get("instant").textValue()));
    }

    /** What {@link #of} reads. */
    ObjectNode parameters() {
        var parameters = Json.NODES.objectNode().put("format", Words.of(format)).put("instant", instant.toString());
        parameters.set("criteria", criteria.toJson());
        return parameters;
    }

    Query count() {
        return Found.query("count(*)", Asked.of(criteria), instant);
    }

    /** The next tenders {@code t} in the order of their ids. */
    Query after(String tenderId, String columns, int limit) {
        var next = new Asked(List.of(criteria), null, List.of(new Part("t.tender_id > ?", tenderId)), false);
        var found = Found.query(columns, next, instant);
        return new Query(found.sql() + " order by t.tender_id limit " + limit, found.parameters());
    }
}
