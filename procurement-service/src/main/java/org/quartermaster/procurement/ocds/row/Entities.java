package org.quartermaster.procurement.ocds.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.procurement.ocds.OwnMember;
import org.quartermaster.procurement.ocds.Pointer;
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
    private static final Pointer PARTIES = Pointer.ROOT.at("parties");

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
        var place = placeOfRole(role);
        return place == null ? null : Texts.of(release.at(place.toString()));
    }

    /** Where the name of the first party in a role stands, or null. */
    Pointer placeOfRole(String role) {
        var parties = release.path("parties");
        for (var i = 0; i < parties.size(); i++) {
            var party = parties.path(i);
            if (Texts.list(party.path("roles")).contains(role) && Texts.of(party.path("name")) != null) {
                return PARTIES.at(i).at("name");
            }
        }
        return null;
    }

    /** Where the name of a reference stands: with it, or with the party it refers to; null where neither has one. */
    Pointer placeOfName(JsonNode reference, Pointer at) {
        if (Texts.of(reference.path("name")) != null) {
            return at.at("name");
        }
        var party = number(reference);
        return party < 0 ? null : PARTIES.at(party).at("name");
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
        return release.path("parties").path(number(reference));
    }

    /** The index of the party that a reference names, or -1. */
    private int number(JsonNode reference) {
        var id = reference.path("id");
        var parties = release.path("parties");
        for (var i = 0; !id.isMissingNode() && i < parties.size(); i++) {
            if (parties.path(i).path("id").equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
