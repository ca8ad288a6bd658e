package org.quartermaster.catalog.safety;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What tasks and tools together ask for, each with its hazards.
 *
 * @param mandatory codes of equipment
 * @param recommended codes of equipment that nothing demands
 * @param standards citations
 */
record Grounds(
        SortedMap<String, SortedSet<String>> mandatory,
        SortedMap<String, SortedSet<String>> recommended,
        SortedMap<String, SortedSet<String>> standards) {

    /** NB: what a tool asks for is asked for by all of its hazards. */
    static Grounds of(TaskUnion tasks, List<AskedTool> tools) {
        var mandatory = with(tasks.mandatory(), tools, KnownTool::mandatoryPpe);
        var recommended = with(tasks.recommended(), tools, KnownTool::recommendedPpe);
        recommended.keySet().removeAll(mandatory.keySet());
        return new Grounds(mandatory, recommended, with(tasks.standards(), tools, KnownTool::oshaStandards));
    }

    private static SortedMap<String, SortedSet<String>> with(
            SortedMap<String, SortedSet<String>> ofTasks,
            List<AskedTool> tools,
            Function<KnownTool, List<String>> asked) {
        var all = new TreeMap<String, SortedSet<String>>();
        ofTasks.forEach((code, hazards) -> all.put(code, new TreeSet<>(hazards)));
        tools.stream().map(AskedTool::tool).forEach(tool -> asked.apply(tool)
                .forEach(code ->
                        all.computeIfAbsent(code, key -> new TreeSet<>()).addAll(tool.hazards())));
        return all;
    }

    /** The hazards that tools alone bring, with the names of these. */
    static Map<String, SortedSet<String>> hazards(List<AskedTool> tools) {
        var hazards = new LinkedHashMap<String, SortedSet<String>>();
        tools.forEach(
                asked -> asked.tool().hazards().forEach(code -> hazards.computeIfAbsent(code, key -> new TreeSet<>())
                        .add(asked.tool().toolName())));
        return hazards;
    }

    /** Codes of all equipment. */
    SortedSet<String> equipment() {
        var codes = new TreeSet<>(mandatory.keySet());
        codes.addAll(recommended.keySet());
        return codes;
    }
}
