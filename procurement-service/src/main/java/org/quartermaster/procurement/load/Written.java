package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.procurement.load.Parties.Party;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.row.CompiledTender;
import org.quartermaster.procurement.ocds.row.CompiledTender.Entity;
import org.quartermaster.procurement.source.Source;
import org.quartermaster.procurement.text.SearchVector;

/**
 * What of a process takes long to write down; made where processes are compiled, on all cores, and not on the one that
 * sends rows.
 *
 * @param search the literal of the tender's vector
 * @param parties by the entities of the tender, in their order
 */
record Written(String compiled, String difference, String warnings, String search, Map<Entity, Party> parties) {
    private static final int MOST_WARNINGS = 200;

    static Written of(
            JsonNode compiled, JsonNode difference, List<Issue> issues, CompiledTender tender, Source source) {
        var parties = new LinkedHashMap<Entity, Party>();
        tender.entities().forEach(entity -> parties.put(entity, Party.of(entity, source.sourceId, source.country)));
        return new Written(Json.text(compiled), Json.text(difference), warnings(issues), search(tender), parties);
    }

    private static String warnings(List<Issue> issues) {
        var list = Json.NODES.arrayNode();
        issues.stream().limit(MOST_WARNINGS).forEach(issue -> list.addObject()
                .put("code", issue.code().code())
                .put("pointer", issue.pointer())
                .put("message", issue.message()));
        return Json.text(list);
    }

    private static String search(CompiledTender tender) {
        return SearchVector.of(
                        tender.words().title(),
                        tender.words().description(),
                        tender.buyer().name(),
                        tender.winner())
                .literal();
    }

    /** The party of the first entity in a role, or null. */
    Party inRole(String role) {
        return parties.entrySet().stream()
                .filter(entry -> entry.getKey().role().equals(role))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
