package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.row.CompiledTender.Award;

/** Sends the rows below tenders to the tables of a batch. */
final class PartRows {
    private static final int NAME = 500;
    private static final int WORD = 100;

    private final Copies copies;

    PartRows(Copies copies) {
        this.copies = copies;
    }

    void parts(List<ProcessState> states) throws SQLException {
        copies.copy("b_lots", TenderMerge.LOTS, states, (rows, state) -> {
            for (var lot : state.tender().lots()) {
                rows.add(state.process().tenderId())
                        .add(Cut.to(lot.id(), NAME))
                        .add(lot.title())
                        .add(lot.description())
                        .add(lot.status())
                        .add(lot.value().amount())
                        .add(lot.value().currency())
                        .add(lot.closing())
                        .endRow();
            }
        });
        copies.copy("b_items", TenderMerge.ITEMS, states, (rows, state) -> {
            for (var item : state.tender().items()) {
                rows.add(state.process().tenderId())
                        .add(Cut.to(item.id(), NAME))
                        .add(item.description())
                        .add(item.cpv())
                        .add(item.additionalCpv())
                        .add(item.quantity())
                        .add(item.unit())
                        .add(item.unitValue().amount())
                        .add(item.unitValue().currency())
                        .add(item.lotId())
                        .endRow();
            }
        });
        outcomes(states);
        documents(states);
    }

    private void outcomes(List<ProcessState> states) throws SQLException {
        copies.copy("b_awards", TenderMerge.AWARDS, states, (rows, state) -> {
            for (var award : state.tender().awards()) {
                rows.add(state.process().tenderId())
                        .add(Cut.to(award.id(), NAME))
                        .add(award.title())
                        .add(award.status())
                        .add(award.date())
                        .add(award.value().amount())
                        .add(award.value().currency())
                        .add(award.lotIds())
                        .add(Json.text(suppliers(award)))
                        .endRow();
            }
        });
        copies.copy("b_contracts", TenderMerge.CONTRACTS, states, (rows, state) -> {
            for (var contract : state.tender().contracts()) {
                rows.add(state.process().tenderId())
                        .add(Cut.to(contract.id(), NAME))
                        .add(contract.awardId())
                        .add(contract.title())
                        .add(contract.status())
                        .add(contract.signed())
                        .add(contract.value().amount())
                        .add(contract.value().currency())
                        .add(contract.start())
                        .add(contract.end())
                        .endRow();
            }
        });
    }

    private static ArrayNode suppliers(Award award) {
        var list = Json.NODES.arrayNode();
        award.suppliers()
                .forEach(supplier ->
                        list.addObject().put("id", supplier.partyId()).put("name", supplier.name()));
        return list;
    }

    private void documents(List<ProcessState> states) throws SQLException {
        copies.copy("b_documents", TenderMerge.DOCUMENTS, states, (rows, state) -> {
            for (var document : state.tender().documents()) {
                rows.add(state.process().tenderId())
                        .add(Cut.to(document.id(), NAME))
                        .add(Cut.to(document.type(), WORD))
                        .add(Cut.to(document.title(), NAME))
                        .add(document.url())
                        .add(Cut.to(document.format(), WORD))
                        .add(document.language())
                        .add(document.published())
                        .endRow();
            }
        });
    }
}
