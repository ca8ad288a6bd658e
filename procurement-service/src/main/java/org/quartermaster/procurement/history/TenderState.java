package org.quartermaster.procurement.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.procurement.ocds.row.CompiledTender;
import org.quartermaster.procurement.tender.TenderAward;
import org.quartermaster.procurement.tender.TenderAward.AwardSupplier;
import org.quartermaster.procurement.tender.TenderContract;
import org.quartermaster.procurement.tender.TenderItem;
import org.quartermaster.procurement.tender.TenderLot;

/** What a tender was at a material version, under the names that it is shown with now. */
@Schema(name = "TenderState")
record TenderState(
        String ocid,
        String title,
        String description,
        String category,
        String mainCategory,
        String procuringEntity,
        String procedure,
        String procedureDetails,
        String status,
        String ocdsStatus,
        Instant publicationDate,
        Instant openingDate,
        Instant closingDate,
        BigDecimal estimatedValue,
        String estimatedCurrency,
        BigDecimal actualValue,
        String actualCurrency,
        String cpvCode,
        List<String> cpvCodes,
        String winner,
        String language,
        List<TenderLot> lots,
        List<TenderItem> items,
        List<TenderAward> awards,
        List<TenderContract> contracts,
        List<StateDocument> documents) {

    @Schema(name = "StateDocument")
    record StateDocument(String documentId, String title, String url) {}

    static TenderState of(CompiledTender tender) {
        return new TenderState(
                tender.ocid(),
                tender.words().title(),
                tender.words().description(),
                tender.words().category(),
                tender.words().mainCategory(),
                tender.buyer().name(),
                tender.stage().procedure(),
                tender.stage().procedureDetails(),
                tender.stage().status(),
                tender.stage().ocdsStatus(),
                tender.dates().publication(),
                tender.dates().opening(),
                tender.dates().closing(),
                tender.estimated().amount(),
                tender.estimated().currency(),
                tender.actual().amount(),
                tender.actual().currency(),
                tender.cpv().main(),
                tender.cpv().all(),
                tender.winner(),
                tender.language(),
                tender.lots().stream().map(TenderState::lot).toList(),
                tender.items().stream().map(TenderState::item).toList(),
                tender.awards().stream().map(TenderState::award).toList(),
                tender.contracts().stream().map(TenderState::contract).toList(),
                tender.documents().stream()
                        .map(each -> new StateDocument(each.id(), each.title(), each.url()))
                        .toList());
    }

    private static TenderLot lot(CompiledTender.Lot lot) {
        return new TenderLot(
                lot.id(),
                lot.title(),
                lot.description(),
                lot.status(),
                lot.value().amount(),
                lot.value().currency(),
                lot.closing());
    }

    private static TenderItem item(CompiledTender.Item item) {
        return new TenderItem(
                item.id(),
                item.description(),
                item.cpv(),
                item.additionalCpv(),
                item.quantity(),
                item.unit(),
                item.unitValue().amount(),
                item.unitValue().currency(),
                item.lotId());
    }

    private static TenderAward award(CompiledTender.Award award) {
        var suppliers = award.suppliers().stream()
                .map(supplier -> new AwardSupplier(supplier.partyId(), supplier.name()))
                .toList();
        return new TenderAward(
                award.id(),
                award.title(),
                award.status(),
                award.date(),
                award.value().amount(),
                award.value().currency(),
                award.lotIds(),
                suppliers);
    }

    private static TenderContract contract(CompiledTender.Contract contract) {
        return new TenderContract(
                contract.id(),
                contract.awardId(),
                contract.title(),
                contract.status(),
                contract.signed(),
                contract.value().amount(),
                contract.value().currency(),
                contract.start(),
                contract.end());
    }
}
