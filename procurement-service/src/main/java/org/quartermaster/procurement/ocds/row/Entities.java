package org.quartermaster.procurement.ocds.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.procurement.ocds.OwnMember;
import org.quartermaster.procurement.ocds.Texts;
import org.quartermaster.procurement.ocds.row.CompiledTender.Entity;

/** The organizations of a compiled release with their roles; a reference takes what its party knows more. */
final class Entities {
    private static final Map<String, String> ROLES = Map.of(
            "buyer", "buyer",
            "procuringEntity", "procuring_entity",
            "supplier", "supplier",
            "tenderer", "tenderer",
            "payer", "payer");

    private final JsonNode release;

    Entities(JsonNode release) {
        this.release = release;
    }

    List<Entity> all() {
        var found = new LinkedHashSet<Entity>();
        add(found, "buyer", release.path("buyer"));
        add(found, "procuring_entity", release.path("tender").path("procuringEntity"));
        release.path("tender").path("tenderers").forEach(tenderer -> add(found, "tenderer", tenderer));
        for (var award : release.path("awards")) {
            if (!OwnMember.isRemoved(award)) {
                found.addAll(suppliers(award));
            }
        }
        for (var party : release.path("parties")) {
            Texts.list(party.path("roles")).forEach(role -> add(found, ROLES.getOrDefault(role, "other"), party));
        }
        return List.copyOf(found);
    }

    List<Entity> suppliers(JsonNode award) {
        var found = new LinkedHashSet<Entity>();
        award.path("suppliers").forEach(supplier -> add(found, "supplier", supplier));
        return new ArrayList<>(found);
    }

    /** The name of a reference, or that of the party it refers to. */
    String name(JsonNode reference) {
        return Texts.first(
                Texts.of(reference.path("name")), Texts.of(party(reference).path("name")));
    }

    /** The name of the first party in a role, or null. */
    String nameOfRole(String role) {
        for (var party : release.path("parties")) {
            if (Texts.list(party.path("roles")).contains(role) && Texts.of(party.path("name")) != null) {
                return Texts.of(party.path("name"));
            }
        }
        return null;
    }

    private void add(Set<Entity> found, String role, JsonNode reference) {
        var party = party(reference);
        var identifier =
                reference.path("identifier").has("id") ? reference.path("identifier") : party.path("identifier");
        var entity = new Entity(
                role,
                Texts.of(identifier.path("scheme")),
                Texts.id(identifier.path("id")),
                Texts.id(reference.path("id")),
                name(reference),
                Texts.first(
                        Texts.of(reference.path("address").path("countryName")),
                        Texts.of(party.path("address").path("countryName"))));
        if (entity.name() != null || entity.partyId() != null || entity.identifier() != null) {
            found.add(entity);
        }
    }

    private JsonNode party(JsonNode reference) {
        var id = reference.path("id");
        for (var party : release.path("parties")) {
            if (!id.isMissingNode() && party.path("id").equals(id)) {
                return party;
            }
        }
        return release.path("");
    }
}
