package org.quartermaster.equipment.offer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.equipment.maintenance.PastService;
import org.quartermaster.platform.db.DatabaseJson;

/** Reads and writes what an offer keeps as JSON. */
@ApplicationScoped
class OfferJson {
    private static final TypeReference<List<PastService>> SERVICES = new TypeReference<>() {};

    private final DatabaseJson kept;
    private final ObjectMapper json;

    @Inject
    OfferJson(DatabaseJson kept, ObjectMapper json) {
        this.kept = kept;
        this.json = json;
    }

    OfferView view(Offer offer) {
        return OfferView.of(offer, proposal(offer), services(offer).size());
    }

    /** An offer of a list, whose services were counted and not read. */
    OfferView listed(Offer offer) {
        return OfferView.of(offer, proposal(offer), offer.serviceCount);
    }

    OfferDetail detail(Offer offer) {
        return new OfferDetail(view(offer), services(offer));
    }

    Proposal proposal(Offer offer) {
        return kept.read(offer.proposal, Proposal.class);
    }

    List<PastService> services(Offer offer) {
        return kept.read(offer.services, SERVICES);
    }

    /** The proposal as a request to register it would say it, with a name made of what is known. */
    ObjectNode register(String vin, Proposal proposal) {
        ObjectNode register = json.valueToTree(proposal.over(Proposal.vehicle()));
        register.remove(List.of("value", "value_currency", "valued_at"));
        if (proposal.purchasePrice() == null) {
            register.remove("purchase_currency");
        }
        var name = Stream.of(proposal.brand(), proposal.model(), proposal.year())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        register.put(
                "name",
                Stream.of(name, vin == null ? "" : vin, "Vehicle")
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElseThrow());
        return register.put("vin", vin);
    }

    String text(Object value) {
        return kept.text(value);
    }
}
