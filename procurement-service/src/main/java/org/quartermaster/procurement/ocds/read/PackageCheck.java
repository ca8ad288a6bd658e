package org.quartermaster.procurement.ocds.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.schema.CompactSchema;
import org.quartermaster.procurement.ocds.schema.SchemaValidator;
import org.quartermaster.procurement.ocds.schema.Shape;

/** Finds what is wrong with the envelope of a package; none of it keeps a release out. */
final class PackageCheck {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");

    private static final Shape SHAPE = CompactSchema.envelope();

    List<Issue> check(JsonNode members, long position) {
        var faults = new ArrayList<Issue>();
        for (var issue : SchemaValidator.validate(members, SHAPE, position)) {
            faults.add(fault(position, issue.pointer(), issue.message()));
        }
        var version = members.path("version");
        if (version.isTextual() && !VERSION.matcher(version.textValue()).matches()) {
            var message = "found '" + version.textValue() + "', allowed is a version as 1.1";
            faults.add(fault(position, "/version", message));
        }
        return faults;
    }

    private static Issue fault(long position, String pointer, String message) {
        return new Issue(IssueCode.PACKAGE_FAULT, position, null, null, pointer, message);
    }
}
