package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.row.ChangeClass;
import org.quartermaster.procurement.ocds.row.CompiledTender;
import org.quartermaster.procurement.source.Source;

/**
 * What a process comes to with the releases that it has now.
 *
 * @param isKnown whether it was there before
 * @param members all its releases
 * @param source of the first of them, whose facts the row takes
 * @param statusBefore null where it was not there before
 */
record ProcessState(
        StoredProcess process,
        boolean isKnown,
        List<StoredRelease> members,
        Source source,
        JsonNode compiled,
        boolean isConflict,
        CompiledTender tender,
        Set<ChangeClass> classes,
        String statusBefore,
        List<Issue> compileIssues,
        List<Issue> rowIssues,
        Written written) {

    boolean isMaterial() {
        return !classes.equals(Set.of(ChangeClass.COSMETIC));
    }

    Release first() {
        return members.stream().map(StoredRelease::release).min(Release.ORDER).orElseThrow();
    }

    Release last() {
        return members.stream().map(StoredRelease::release).max(Release.ORDER).orElseThrow();
    }

    /** The last of those that came just now; where none did, because releases were placed anew, the last of all. */
    StoredRelease lastNew() {
        return members.stream()
                .filter(StoredRelease::isNew)
                .max((one, other) -> Release.ORDER.compare(one.release(), other.release()))
                .orElseGet(() -> members.stream()
                        .max((one, other) -> Release.ORDER.compare(one.release(), other.release()))
                        .orElseThrow());
    }

    /** What the import tells of it: of releases that came just now, and of the row. */
    List<Issue> news() {
        var position = lastNew().position() == null ? 0 : lastNew().position();
        var arrived = members.stream()
                .filter(StoredRelease::isNew)
                .map(member -> member.release().id())
                .collect(Collectors.toSet());
        return Stream.concat(
                        compileIssues.stream().filter(issue -> arrived.contains(issue.releaseId())), rowIssues.stream())
                .map(issue -> new Issue(
                        issue.code(), position, issue.ocid(), issue.releaseId(), issue.pointer(), issue.message()))
                .toList();
    }
}
