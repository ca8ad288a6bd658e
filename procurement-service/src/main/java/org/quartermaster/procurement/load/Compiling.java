package org.quartermaster.procurement.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.merge.Compiled;
import org.quartermaster.procurement.ocds.merge.Compiler;
import org.quartermaster.procurement.ocds.row.CompiledTender;
import org.quartermaster.procurement.ocds.row.MaterialChange;
import org.quartermaster.procurement.ocds.row.TenderRow;
import org.quartermaster.procurement.ocds.schema.Shape;
import org.quartermaster.procurement.ocds.weld.WeldGuard;
import org.quartermaster.procurement.ocds.weld.WeldGuard.Group;
import org.quartermaster.procurement.source.Source;

/** Parts the releases of one ocid into processes and compiles those that are not what they were. */
final class Compiling {
    private final Shape schema;
    private final Map<String, Source> sources;

    Compiling(Shape schema, Map<String, Source> sources) {
        this.schema = schema;
        this.sources = sources;
    }

    /**
     * All that is known of an ocid.
     *
     * @param joined keys of buyers that a data admin said to be one
     */
    record Known(String ocid, List<ReleaseRow> rows, List<StoredProcess> processes, List<Set<String>> joined) {}

    OcidState compile(Known known) {
        var releases = known.rows().stream().map(ReleaseRow::stored).toList();
        var byRelease = new IdentityHashMap<Release, StoredRelease>();
        releases.forEach(stored -> byRelease.put(stored.release(), stored));
        var parting = WeldGuard.part(
                byRelease.keySet(), release -> byRelease.get(release).buyerKeys(), known.joined());
        var left = known.processes().stream().collect(Collectors.toMap(StoredProcess::buyerKey, Function.identity()));
        var changed = new ArrayList<ProcessState>();
        var remarked = new ArrayList<StoredProcess>();
        for (var group : parting.groups()) {
            var before = left.remove(group.buyerKey());
            var process = process(known.ocid(), group, before, parting.isWelded());
            var members = group.releases().stream().map(byRelease::get).toList();
            var former = before == null ? List.<StoredRelease>of() : membersOf(before, releases);
            if (before == null || !new HashSet<>(keys(former)).equals(new HashSet<>(keys(members)))) {
                changed.add(state(process, before != null, former, members));
            } else if (before.isWelded() != parting.isWelded()) {
                remarked.add(process);
            }
        }
        var unplaced = parting.unplaced().stream().map(byRelease::get).toList();
        return new OcidState(
                known.ocid(),
                parting.isWelded(),
                parting.groups().size(),
                changed,
                remarked,
                List.copyOf(left.values()),
                unplaced);
    }

    private static StoredProcess process(String ocid, Group group, StoredProcess before, boolean isWelded) {
        return before == null
                ? new StoredProcess(Ids.uuid(), ocid, group.buyerKey(), group.tenderId(TenderIds.of(ocid)), isWelded)
                : new StoredProcess(before.id(), ocid, before.buyerKey(), before.tenderId(), isWelded);
    }

    private static List<StoredRelease> membersOf(StoredProcess process, Collection<StoredRelease> releases) {
        return releases.stream()
                .filter(release -> process.id().equals(release.processId()))
                .toList();
    }

    private static List<Long> keys(Collection<StoredRelease> releases) {
        return releases.stream().map(StoredRelease::key).toList();
    }

    private ProcessState state(
            StoredProcess process, boolean isKnown, List<StoredRelease> former, List<StoredRelease> members) {
        var source = sources.get(members.stream()
                .min((one, other) -> Release.ORDER.compare(one.release(), other.release()))
                .orElseThrow()
                .sourceId());
        var compiled = compiled(members);
        var row = TenderRow.of(compiled, source.facts());
        var before = former.isEmpty() ? null : compiled(former);
        var rowBefore = before == null ? null : tender(before, source);
        var difference = Difference.between(before == null ? null : before.release(), compiled.release());
        var rowIssues = distinct(row.issues());
        var issues =
                Stream.concat(compiled.issues().stream(), rowIssues.stream()).toList();
        return new ProcessState(
                process,
                isKnown,
                members,
                source,
                compiled.release(),
                compiled.conflict(),
                row.tender(),
                MaterialChange.between(rowBefore, row.tender()),
                rowBefore == null ? null : rowBefore.stage().status(),
                compiled.issues(),
                rowIssues,
                Written.of(compiled.release(), difference, issues, row.tender(), source));
    }

    /** NB: a date stands in several places of a row and is read for each. */
    private static List<Issue> distinct(List<Issue> issues) {
        return issues.stream().distinct().toList();
    }

    private CompiledTender tender(Compiled compiled, Source source) {
        return TenderRow.of(compiled, source.facts()).tender();
    }

    private Compiled compiled(List<StoredRelease> releases) {
        return Compiler.compile(releases.stream().map(StoredRelease::release).toList(), schema);
    }
}
