package org.quartermaster.procurement.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.procurement.history.ChangeHistory.ChangedField;
import org.quartermaster.procurement.history.ProcessReleases.Past;
import org.quartermaster.procurement.history.ProcessReleases.Step;
import org.quartermaster.procurement.ocds.row.TenderRow;

/** What tenders were, compiled anew from the releases that were known then. */
@ApplicationScoped
class Versions {
    private final ObjectMapper json;

    @Inject
    Versions(ObjectMapper json) {
        this.json = json;
    }

    /** A tender at a material version. */
    @Schema(name = "TenderVersion")
    record TenderVersionView(long materialVersion, List<String> classes, Instant date, TenderState tender) {}

    /** What differs between two material versions. */
    @Schema(name = "TenderDiff")
    record TenderDiff(int from, int to, List<ChangedField> changed) {}

    /** 404 where the tender never had that version. */
    TenderVersionView at(Past past, long version) {
        var steps =
                past.steps().stream().filter(step -> step.version() == version).toList();
        if (steps.isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        var made = steps.get(0);
        return new TenderVersionView(version, made.classes(), made.date(), state(past, steps.get(steps.size() - 1)));
    }

    private static TenderState state(Past past, Step last) {
        return TenderState.of(TenderRow.of(past.after(last), past.source()).tender());
    }

    TenderDiff between(Past past, int from, int to) {
        ObjectNode before = json.valueToTree(at(past, from).tender());
        ObjectNode after = json.valueToTree(at(past, to).tender());
        var changed = new ArrayList<ChangedField>();
        after.fieldNames().forEachRemaining(name -> {
            JsonNode was = before.get(name);
            JsonNode is = after.get(name);
            if (!was.equals(is)) {
                changed.add(new ChangedField("/" + name, was, is));
            }
        });
        return new TenderDiff(from, to, changed);
    }
}
