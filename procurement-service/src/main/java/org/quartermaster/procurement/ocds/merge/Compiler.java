package org.quartermaster.procurement.ocds.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Pointer;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.schema.Shape;

/** Compiles the releases of one process, given in any order, under a schema. */
public final class Compiler {
    private final Merge merge;
    private final List<Release> ordered;
    private final List<Release> merged = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();

    private Compiler(Collection<Release> releases, Shape schema) {
        merge = new Merge(schema);
        var seen = new HashSet<Map.Entry<String, String>>();
        ordered = releases.stream()
                .sorted(Release.ORDER)
                .filter(release -> seen.add(Map.entry(release.id(), release.hash())))
                .toList();
    }

    /** The compiled and the versioned release; a release given twice counts once. */
    public static Compiled compile(Collection<Release> releases, Shape schema) {
        return new Compiler(releases, schema).run();
    }

    private Compiled run() {
        for (int i = 0; i < ordered.size(); i++) {
            add(ordered.get(i), i);
        }
        var form = new CompiledForm(ordered);
        var state = form.write(merge.root(), Pointer.ROOT);
        var versioned = new VersionedForm(ordered).write(merge.root());
        var conflict = merged.size() < ordered.size();
        return new Compiled(
                withHead(state), versioned, form.setBy(), List.copyOf(merged), List.copyOf(issues), conflict);
    }

    private void add(Release release, int number) {
        try {
            for (var twin : merge.add(release.body(), number)) {
                add(IssueCode.DUPLICATE_ID, release, number, twin, "found an id twice in one list, the members were merged");
            }
            merged.add(release);
        } catch (InconsistentType e) {
            add(IssueCode.INCONSISTENT_TYPE, release, number, e.pointer(), e.getMessage() + "; the release is left out");
        }
    }

    private void add(IssueCode code, Release release, int number, Pointer at, String message) {
        issues.add(new Issue(code, number, release.ocid(), release.id(), at.toString(), message));
    }

    private ObjectNode withHead(ObjectNode state) {
        var compiled = Json.NODES.objectNode();
        if (!merged.isEmpty()) {
            var last = merged.get(merged.size() - 1);
            compiled.put("ocid", last.ocid());
            compiled.put("id", last.ocid() + "-" + last.dateText());
            compiled.put("date", last.dateText());
            compiled.putArray("tag").add("compiled");
        }
        return compiled.setAll(state);
    }
}
