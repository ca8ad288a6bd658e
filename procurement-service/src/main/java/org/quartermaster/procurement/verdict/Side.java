package org.quartermaster.procurement.verdict;

import java.util.List;
import java.util.UUID;
import org.quartermaster.procurement.text.Part;

/** A side of a tender. */
enum Side {
    BUYER("buyers", Part.BUYER, "t.buyer_entity_id", "", """
            (t.procuring_entity is null and t.buyer_entity_id is null)\
            """),
    /** NB: a cancelled tender gets no supplier any more, so that it is not unknown. */
    SUPPLIER("suppliers", Part.SUPPLIERS, """
            exists (select from procurement.tender_entity_link l \
            where l.tender_id = t.tender_id and l.entity_type = 'supplier' and l.entity_id\
            """, ")", """
            (t.winner is null and t.status <> 'cancelled' and not exists (select from procurement.tender_entity_link l \
            where l.tender_id = t.tender_id and l.entity_type = 'supplier'))\
            """);

    private final String plural;
    private final Texts texts;
    private final String linked;
    private final String linkedEnd;
    private final String missing;

    Side(String plural, Part part, String linked, String linkedEnd, String missing) {
        this.plural = plural;
        this.texts = Texts.of(part);
        this.linked = linked;
        this.linkedEnd = linkedEnd;
        this.missing = missing;
    }

    String plural() {
        return plural;
    }

    Texts texts() {
        return texts;
    }

    String linked() {
        return linked;
    }

    String linkedEnd() {
        return linkedEnd;
    }

    /** The condition that it is unknown. */
    String missing() {
        return missing;
    }

    boolean isKnown(Subject subject) {
        return this == BUYER ? subject.hasBuyer() : subject.hasSupplier();
    }

    String name(Subject subject) {
        return this == BUYER
                ? subject.tender().procuringEntity()
                : subject.tender().winner();
    }

    List<UUID> entities(Subject subject) {
        var buyer = subject.tender().buyerEntityId();
        return this == SUPPLIER ? subject.tender().supplierIds() : buyer == null ? List.of() : List.of(buyer);
    }
}
