package org.quartermaster.procurement.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.procurement.ocds.row.CompiledTender;
import org.quartermaster.procurement.ocds.row.Money;

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
        List<StateLot> lots,
        List<StateAward> awards,
        List<StateContract> contracts,
        List<StateDocument> documents) {

    @Schema(name = "StateLot")
    record StateLot(
            String lotId, String title, String status, BigDecimal value, String currency, Instant closingDate) {}

    @Schema(name = "StateAward")
    record StateAward(
            String awardId, String title, String status, BigDecimal value, String currency, List<String> suppliers) {}

    @Schema(name = "StateContract")
    record StateContract(
            String contractId, String awardId, String status, BigDecimal value, String currency, Instant dateSigned) {}

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
                tender.awards().stream().map(TenderState::award).toList(),
                tender.contracts().stream().map(TenderState::contract).toList(),
                tender.documents().stream()
                        .map(each -> new StateDocument(each.id(), each.title(), each.url()))
                        .toList());
    }

    private static StateLot lot(CompiledTender.Lot lot) {
        Money value = lot.value();
        return new StateLot(lot.id(), lot.title(), lot.status(), value.amount(), value.currency(), lot.closing());
    }

    private static StateAward award(CompiledTender.Award award) {
        var suppliers =
                award.suppliers().stream().map(CompiledTender.Entity::name).toList();
        return new StateAward(
                award.id(),
                award.title(),
                award.status(),
                award.value().amount(),
                award.value().currency(),
                suppliers);
    }

    private static StateContract contract(CompiledTender.Contract contract) {
        return new StateContract(
                contract.id(),
                contract.awardId(),
                contract.status(),
                contract.value().amount(),
                contract.value().currency(),
                contract.signed());
    }
}
