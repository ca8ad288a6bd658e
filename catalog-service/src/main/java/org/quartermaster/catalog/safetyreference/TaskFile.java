package org.quartermaster.catalog.safetyreference;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.reference.ReferenceRow;
import org.quartermaster.catalog.reference.ReferenceTable;
import org.quartermaster.catalog.reference.Tally;
import org.quartermaster.catalog.safety.HazardRating;
import org.quartermaster.catalog.safety.SafetyCodes;

/** The rows of a file of tasks that can be taken: they name nothing that is in no list. */
final class TaskFile {
    private static final String HAZARD = "hazard_code";
    private static final String[] SEVERITY = {"severity_1_5", "severity"};
    private static final String[] LIKELIHOOD = {"likelihood_1_5", "likelihood"};
    private static final String[] STANDARDS = {"osha_sections", "standards"};
    private static final String[] TOOLS = {"tool_etim_classes", "tool_classes"};
    private static final String MANDATORY = "mandatory_ppe";
    private static final String RECOMMENDED = "recommended_ppe";

    private final SafetyCodes codes;
    private final Tally<TaskRow> tally;
    private final Map<String, TaskRow> firsts = new HashMap<>();

    TaskFile(SafetyCodes codes, Tally<TaskRow> tally) {
        this.codes = codes;
        this.tally = tally;
    }

    void read(InputStream input) throws IOException {
        try (var table = ReferenceTable.open(input)
                .require("task_id")
                .require("task_name")
                .require(HAZARD)
                .require(SEVERITY)
                .require(LIKELIHOOD)) {
            for (var row = table.next(); row != null; row = table.next()) {
                read(row);
            }
        }
    }

    private void read(ReferenceRow row) {
        var cells = new Cells<>(row, tally);
        var found = new TaskRow(
                cells.required(SafetyFields.CODE, "task_id"),
                cells.required(SafetyFields.NAME, "task_name"),
                cells.parts(SafetyFields.NAME, "synonyms"),
                cells.text(SafetyFields.CODE, "maintenance_type"),
                tools(cells),
                rating(cells));
        if (cells.areFine()
                && !firsts.computeIfAbsent(found.taskId(), id -> found).isOfSameTask(found)) {
            cells.reject("task_name", "safety_task.differs", found.taskId());
        }
        if (cells.areFine()) {
            tally.take(row.line(), found.key(), found);
        }
    }

    private static List<String> tools(Cells<TaskRow> cells) {
        var classes = cells.parts(SafetyFields.CODE, TOOLS);
        if (!classes.stream().allMatch(SafetyFields::isEtim)) {
            cells.reject(TOOLS[0], "etim.form");
        }
        return classes;
    }

    private HazardRating rating(Cells<TaskRow> cells) {
        var check = codes.check();
        var code = cells.required(SafetyFields.CODE, HAZARD);
        if (code != null) {
            check.hazard(HAZARD, code);
        }
        var standards = check.standards(STANDARDS[0], cells.parts(SafetyFields.NAME, STANDARDS));
        var mandatory = cells.parts(SafetyFields.CODE, MANDATORY);
        check.equipment(MANDATORY, mandatory);
        var recommended = cells.parts(SafetyFields.CODE, RECOMMENDED);
        check.equipment(RECOMMENDED, recommended);
        var rating = new HazardRating(
                code, cells.rating(SEVERITY), cells.rating(LIKELIHOOD), standards, mandatory, recommended);
        check.errors().forEach(error -> cells.reject(error.field().replaceFirst("\\[.*", ""), error.code()));
        return rating;
    }
}
