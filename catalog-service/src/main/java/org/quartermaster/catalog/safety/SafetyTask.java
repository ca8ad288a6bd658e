package org.quartermaster.catalog.safety;

import java.util.List;

/** A task with the words by which people call it, and its hazards. */
record SafetyTask(String taskId, String taskName, List<String> synonyms, List<HazardRating> hazards) {}
