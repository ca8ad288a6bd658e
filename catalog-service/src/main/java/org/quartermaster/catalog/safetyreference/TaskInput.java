package org.quartermaster.catalog.safetyreference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.catalog.safety.CodeCheck;
import org.quartermaster.catalog.safety.HazardRating;
import org.quartermaster.catalog.text.Words;
import org.quartermaster.platform.rest.Fields;

/**
 * A task as it is written.
 *
 * @param foldedWords of its name and synonyms, by which it is found
 */
record TaskInput(
        String taskId,
        String taskName,
        String nameAr,
        List<String> synonyms,
        String maintenanceType,
        List<HazardRating> hazards,
        List<String> toolClasses,
        JsonNode controls,
        String safetyNotes,
        String foldedWords)
        implements SafetyInput<TaskInput> {
    private static final String TOOLS = "tool_classes";

    static final SafetyList<TaskInput, TaskView> LIST = new SafetyList<>(
            "taskhazardmapping",
            "id",
            true,
            "safety_task",
            TaskInput.class,
            TaskView.class,
            view -> Long.toString(view.id()),
            view -> "tasks/" + view.id());

    static TaskInput read(Fields fields) {
        fields.require("hazards");
        var name = SafetyFields.requiredName(fields, "task_name");
        var nameAr = SafetyFields.name(fields, "name_ar");
        var synonyms = SafetyFields.texts(fields, "synonyms", SafetyFields.NAME);
        var input = new TaskInput(
                SafetyFields.requiredCode(fields, "task_id"),
                name,
                nameAr,
                synonyms,
                SafetyFields.code(fields, "maintenance_type"),
                TaskHazard.read(fields),
                toolClasses(fields),
                Control.read(fields),
                SafetyFields.text(fields, "safety_notes"),
                words(name, nameAr, synonyms));
        fields.checkStrictly();
        return input;
    }

    static String words(String name, String nameAr, List<String> synonyms) {
        return Stream.concat(Stream.of(name == null ? "" : name, nameAr == null ? "" : nameAr), synonyms.stream())
                .flatMap(text -> Words.of(text).stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static List<String> toolClasses(Fields fields) {
        var classes = SafetyFields.texts(fields, TOOLS, SafetyFields.CODE);
        for (var i = 0; i < classes.size(); i++) {
            if (!SafetyFields.isEtim(classes.get(i))) {
                fields.error(TOOLS + '[' + i + ']', "etim.form");
            }
        }
        return classes;
    }

    TaskInput with(List<HazardRating> ratings) {
        return new TaskInput(
                taskId,
                taskName,
                nameAr,
                synonyms,
                maintenanceType,
                ratings,
                toolClasses,
                controls,
                safetyNotes,
                foldedWords);
    }

    @Override
    public TaskInput checked(CodeCheck check) {
        var ratings = new ArrayList<HazardRating>();
        for (var i = 0; i < hazards.size(); i++) {
            ratings.add(TaskHazard.checked(hazards.get(i), "hazards[" + i + "].", check));
        }
        return with(ratings);
    }
}
