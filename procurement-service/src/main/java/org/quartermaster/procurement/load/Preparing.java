package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.Repairs;
import org.quartermaster.procurement.ocds.read.ReadRelease;
import org.quartermaster.procurement.ocds.schema.SchemaValidator;
import org.quartermaster.procurement.ocds.schema.Shape;
import org.quartermaster.procurement.ocds.weld.BuyerKeys;
import org.quartermaster.procurement.text.Folding;

/** Checks and repairs single releases; has no state, so that several cores may do it at once. */
final class Preparing {
    /** Longer ids do not fit an entry of a b-tree with another one beside it. */
    private static final int LONGEST_ID = 500;

    private final Shape schema;
    private final LoadOrder order;

    Preparing(Shape schema, LoadOrder order) {
        this.schema = schema;
        this.order = order;
    }

    PreparedRelease prepare(ReadRelease read) {
        var issues = new ArrayList<>(read.issues());
        var faults = SchemaValidator.validate(read.value(), schema, read.position());
        issues.addAll(faults);
        var isValid = faults.stream().noneMatch(Issue::isError);
        var placed = Repairs.place(read.value(), order.source().zone(), read.position());
        issues.addAll(placed.issues());
        var release = order.strict() && !isValid ? null : withinLimits(placed.release(), issues, read.position());
        if (release == null) {
            return new PreparedRelease(read.position(), null, null, null, Set.of(), isValid, named(read, issues));
        }
        var storable = StorableNumbers.of(release.body(), read.position(), issues);
        var isRepaired = !read.issues().isEmpty() || storable != read.value() || isCompiled(release);
        var kept = new Release(
                release.ocid(), release.id(), release.idGenerated(), release.date(), release.hash(), storable);
        return new PreparedRelease(
                read.position(),
                read.raw(),
                kept,
                isRepaired ? storable : null,
                BuyerKeys.of(storable, Folding::key),
                isValid,
                named(kept, issues));
    }

    /** NB: the reader gives a release that was compiled elsewhere this tag, whatever its text says. */
    private static boolean isCompiled(Release release) {
        return release.tags().equals(List.of("compiled"));
    }

    private static Release withinLimits(Release release, List<Issue> issues, long position) {
        if (release == null
                || release.ocid().length() <= LONGEST_ID && release.id().length() <= LONGEST_ID) {
            return release;
        }
        var message = "found an ocid or id of more than " + LONGEST_ID + " characters, allowed are " + LONGEST_ID;
        issues.add(Issue.at(position, IssueCode.VALUE_TOO_LARGE, message));
        return null;
    }

    private static List<Issue> named(Release release, List<Issue> issues) {
        return issues.stream()
                .map(issue -> issue.of(release.ocid(), release.id()))
                .toList();
    }

    private static List<Issue> named(ReadRelease read, List<Issue> issues) {
        var ocid = shortText(read.value(), "ocid");
        var id = shortText(read.value(), "id");
        return issues.stream().map(issue -> issue.of(ocid, id)).toList();
    }

    private static String shortText(ObjectNode value, String name) {
        var text = value.path(name).isValueNode() ? value.path(name).asText() : "";
        return text.isEmpty() || text.length() > LONGEST_ID ? null : text;
    }
}
