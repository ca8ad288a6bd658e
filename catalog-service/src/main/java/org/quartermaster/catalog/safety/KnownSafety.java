package org.quartermaster.catalog.safety;

import java.util.List;
import java.util.Map;

/** The lists of safety as one question sees them. */
record KnownSafety(
        List<KnownTask> tasks,
        List<KnownTool> tools,
        Map<String, String> hazards,
        Map<String, KnownPpe> ppe,
        CitationCheck citations) {}
