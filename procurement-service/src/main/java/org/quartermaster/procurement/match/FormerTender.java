package org.quartermaster.procurement.match;

import java.util.List;
import java.util.Objects;
import org.quartermaster.platform.db.Words;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.criteria.MainCategory;
import org.quartermaster.procurement.criteria.Procedure;
import org.quartermaster.procurement.criteria.TenderStatus;
import org.quartermaster.procurement.ocds.row.CompiledTender;
import org.quartermaster.procurement.ocds.row.Money;
import org.quartermaster.procurement.verdict.TenderVersion;

/** What criteria ask of a tender at a version that it has left behind. */
final class FormerTender {
    private FormerTender() {}

    /**
     * The version as it was compiled. NB: entities are those of now where the names are the same, and else unknown; texts
     * of documents belong to no version.
     */
    static TenderVersion of(CompiledTender then, int version, TenderVersion now) {
        var isSameBuyer = Objects.equals(then.buyer().name(), now.procuringEntity());
        var isSameWinner = Objects.equals(then.winner(), now.winner());
        return new TenderVersion(
                now.tenderId(),
                version,
                then.words().title(),
                then.words().description(),
                then.buyer().name(),
                isSameBuyer ? now.buyerEntityId() : null,
                then.winner(),
                isSameWinner ? now.supplierIds() : List.of(),
                then.cpv().all(),
                Cpv.wholeCode(then.cpv().main()).orElse(null),
                money(then.estimated()),
                money(then.actual()),
                word(Procedure.class, then.stage().procedure()),
                word(MainCategory.class, then.words().mainCategory()),
                word(TenderStatus.class, then.stage().status()),
                now.country(),
                then.language() == null ? now.language() : then.language(),
                now.sourceId(),
                then.dates().publication(),
                then.dates().closing(),
                now.chunks());
    }

    private static TenderVersion.Money money(Money money) {
        return new TenderVersion.Money(money.amount(), money.currency());
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return word == null ? null : Words.find(type, word).orElseThrow();
    }
}
