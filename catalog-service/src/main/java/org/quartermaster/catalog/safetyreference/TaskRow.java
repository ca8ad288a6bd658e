package org.quartermaster.catalog.safetyreference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.safety.HazardRating;

/** A row of a file of tasks: the task, and one of its hazards. */
record TaskRow(
        String taskId,
        String taskName,
        List<String> synonyms,
        String maintenanceType,
        List<String> toolClasses,
        HazardRating hazard) {

    String key() {
        return key(taskId, hazard.code());
    }

    /** NB: no code has a line break. */
    private static String key(String taskId, String hazard) {
        return taskId + '\n' + hazard;
    }

    /** The tasks that are there, as a file would have them. */
    static Map<String, TaskRow> of(Map<String, TaskInput> tasks) {
        var rows = new LinkedHashMap<String, TaskRow>();
        tasks.values().forEach(task -> task.hazards()
                .forEach(hazard -> rows.put(
                        key(task.taskId(), hazard.code()),
                        new TaskRow(
                                task.taskId(),
                                task.taskName(),
                                task.synonyms(),
                                task.maintenanceType(),
                                task.toolClasses(),
                                hazard))));
        return rows;
    }

    boolean isOfSameTask(TaskRow other) {
        return other.with(hazard).equals(this);
    }

    private TaskRow with(HazardRating other) {
        return new TaskRow(taskId, taskName, synonyms, maintenanceType, toolClasses, other);
    }

    /** The task with this hazard in the place of the one with its code. */
    TaskInput in(TaskInput task) {
        var hazards = new ArrayList<HazardRating>(task == null ? List.of() : task.hazards());
        var at = 0;
        while (at < hazards.size() && !hazards.get(at).code().equals(hazard.code())) {
            at++;
        }
        if (at < hazards.size()) {
            hazards.set(at, hazard);
        } else {
            hazards.add(hazard);
        }
        var nameAr = task == null ? null : task.nameAr();
        return new TaskInput(
                taskId,
                taskName,
                nameAr,
                synonyms,
                maintenanceType,
                hazards,
                toolClasses,
                task == null ? JsonNodeFactory.instance.arrayNode() : task.controls(),
                task == null ? null : task.safetyNotes(),
                TaskInput.words(taskName, nameAr, synonyms));
    }
}
