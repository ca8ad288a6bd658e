package org.quartermaster.procurement.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The member of a release, or of a part of one, with what OCDS has no place for. */
public final class OwnMember {
    public static final String NAME = "quartermaster";

    private static final String REMOVED = "removed";

    private OwnMember() {}

    /** Whether a member of a list that merges by id was taken out of it, which OCDS cannot say. */
    public static boolean isRemoved(JsonNode member) {
        return member.path(NAME).path(REMOVED).asBoolean();
    }

    /** Says that it is taken out. */
    public static ObjectNode remove(ObjectNode member) {
        member.putObject(NAME).put(REMOVED, true);
        return member;
    }

    /** Says that it is back. */
    public static void restore(ObjectNode member) {
        member.putObject(NAME).putNull(REMOVED);
    }
}
