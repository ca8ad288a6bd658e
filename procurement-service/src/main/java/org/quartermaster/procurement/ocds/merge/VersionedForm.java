package org.quartermaster.procurement.ocds.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.merge.State.Branch;
import org.quartermaster.procurement.ocds.merge.State.Given;
import org.quartermaster.procurement.ocds.merge.State.Leaf;
import org.quartermaster.procurement.ocds.merge.State.Members;

/** Writes all successive values of a merge with the release of each; ids that lists merge by stay plain. */
final class VersionedForm {
    private final List<Release> releases;

    VersionedForm(List<Release> releases) {
        this.releases = releases;
    }

    ObjectNode write(Branch root) {
        return object(root, "ocid");
    }

    private ObjectNode object(Branch branch, String plain) {
        var object = Json.NODES.objectNode();
        branch.fields.forEach((name, state) -> {
            var value = name.equals(plain) && state instanceof Leaf leaf ? leaf.last().value() : value(state);
            if (!value.isEmpty() || value.isValueNode()) {
                object.set(name, value);
            }
        });
        return object;
    }

    private JsonNode value(State state) {
        if (state instanceof Leaf leaf) {
            return versions(leaf);
        }
        return state instanceof Members members ? list(members) : object((Branch) state, null);
    }

    private ArrayNode versions(Leaf leaf) {
        var versions = Json.NODES.arrayNode();
        leaf.given.forEach(given -> versions.add(version(given)));
        return versions;
    }

    private ObjectNode version(Given given) {
        var release = releases.get(given.release());
        var version = Json.NODES.objectNode();
        version.put("releaseID", release.id());
        version.put("releaseDate", release.dateText());
        if (release.body().has("tag")) {
            version.set("releaseTag", release.body().get("tag"));
        }
        return version.set("value", given.value());
    }

    private ArrayNode list(Members members) {
        var list = Json.NODES.arrayNode();
        members.byId.values().stream()
                .map(member -> object(member, "id"))
                .filter(member -> !member.isEmpty())
                .forEach(list::add);
        return list;
    }
}
