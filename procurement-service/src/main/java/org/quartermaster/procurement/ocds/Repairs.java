package org.quartermaster.procurement.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.chain.CanonicalJson;

/** Makes of what a publisher gave a release that can be placed, and tells each repair. */
public final class Repairs {
    private static final int HASH_DIGITS = 16;

    /**
     * What came of a release.
     *
     * @param release null where it has no ocid or no readable date
     */
    public record Outcome(Release release, List<Issue> issues) {}

    private final long position;
    private final List<Issue> issues = new ArrayList<>();

    private Repairs(long position) {
        this.position = position;
    }

    /**
     * Places a release: a missing id is made from its content, a date without time or zone gets them.
     *
     * @param zone of the source
     */
    public static Outcome place(JsonNode value, ZoneId zone, long position) {
        var repairs = new Repairs(position);
        var release = value instanceof ObjectNode object ? repairs.release(object, zone) : repairs.noObject();
        return new Outcome(release, List.copyOf(repairs.issues));
    }

    private Release noObject() {
        issues.add(Issue.at(position, IssueCode.NOT_AN_OBJECT, "found no object, a release is an object"));
        return null;
    }

    private Release release(ObjectNode value, ZoneId zone) {
        var ocid = Texts.of(value.path("ocid"));
        var givenId = Texts.id(value.path("id"));
        var date = SourceDate.start(Texts.of(value.path("date")), zone);
        var hash = CanonicalJson.hash(value);
        var id = givenId == null ? "gen-" + hash.substring(0, HASH_DIGITS) : givenId;
        if (ocid == null) {
            add(IssueCode.OCID_MISSING, null, givenId, "/ocid", "found no ocid, a text is required");
        }
        if (date == null) {
            var found =
                    value.path("date").isValueNode() ? "'" + value.path("date").asText() + "'" : "nothing";
            add(
                    IssueCode.DATE_UNREADABLE,
                    ocid,
                    givenId,
                    "/date",
                    "found " + found + ", allowed is a date of RFC 3339");
        }
        return ocid == null || date == null
                ? null
                : new Release(ocid, id, givenId == null, date.instant(), hash, body(value, ocid, id, date));
    }

    private ObjectNode body(ObjectNode value, String ocid, String id, SourceDate date) {
        var body = value;
        if (!value.path("id").isTextual() || !value.get("id").textValue().equals(id)) {
            body = value.deepCopy().put("id", id);
        }
        if (Texts.id(value.path("id")) == null) {
            add(IssueCode.ID_GENERATED, ocid, id, "/id", "found no id, " + id + " was made from the content");
        }
        if (!date.isComplete()) {
            body = (body == value ? value.deepCopy() : body).put("date", date.text());
            var found = value.get("date").textValue();
            add(IssueCode.DATE_COMPLETED, ocid, id, "/date", "found '" + found + "', taken as " + date.text());
        }
        return body.path("ocid").asText().equals(ocid) ? body : body.deepCopy().put("ocid", ocid);
    }

    private void add(IssueCode code, String ocid, String id, String pointer, String message) {
        issues.add(new Issue(code, position, ocid, id, pointer, message));
    }
}
