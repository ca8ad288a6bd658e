package org.quartermaster.procurement.ocds.row;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.procurement.ocds.row.CompiledTender.Award;
import org.quartermaster.procurement.ocds.row.CompiledTender.Contract;
import org.quartermaster.procurement.ocds.row.CompiledTender.Document;
import org.quartermaster.procurement.ocds.row.CompiledTender.Lot;

/** Compares two states of a tender on meaning: instants, decimals, texts without regard to spaces. */
public final class MaterialChange {
    private final CompiledTender before;
    private final CompiledTender after;
    private final Set<ChangeClass> classes = EnumSet.noneOf(ChangeClass.class);

    private MaterialChange(CompiledTender before, CompiledTender after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The classes of a change; only cosmetic where nothing of meaning differs.
     *
     * @param before null where the tender is new
     */
    public static Set<ChangeClass> between(CompiledTender before, CompiledTender after) {
        if (before == null) {
            return EnumSet.of(ChangeClass.PUBLISHED);
        }
        var change = new MaterialChange(before, after);
        change.compareTender();
        change.compareParts();
        change.compareStatus();
        return change.classes.isEmpty() ? EnumSet.of(ChangeClass.COSMETIC) : change.classes;
    }

    private void compareTender() {
        mark(ChangeClass.DEADLINE_MOVED, tender -> tender.dates().closing());
        mark(ChangeClass.VALUE_CHANGED, tender -> List.of(plain(tender.estimated()), plain(tender.actual())));
        mark(ChangeClass.CPV_CHANGED, CompiledTender::cpv);
        mark(ChangeClass.BUYER_CHANGED, tender -> folded(tender.buyer().name()));
        mark(ChangeClass.PROCEDURE_CHANGED, tender -> tender.stage().procedure());
        mark(ChangeClass.PROCEDURE_CHANGED, tender -> folded(tender.stage().procedureDetails()));
        mark(ChangeClass.TEXT_CHANGED, tender -> folded(tender.words().title()));
        mark(ChangeClass.TEXT_CHANGED, tender -> folded(tender.words().description()));
    }

    private void compareParts() {
        mark(ChangeClass.LOTS_CHANGED, tender -> each(tender.lots(), MaterialChange::plain));
        mark(ChangeClass.CONTRACT_CHANGED, tender -> each(tender.contracts(), MaterialChange::plain));
        if (!each(before.documents(), Document::id).containsAll(each(after.documents(), Document::id))) {
            classes.add(ChangeClass.DOCUMENTS_ADDED);
        }
        var awards = each(activeAwards(before), MaterialChange::plain);
        if (!awards.containsAll(each(activeAwards(after), MaterialChange::plain))) {
            classes.add(ChangeClass.AWARDED);
        }
    }

    private void compareStatus() {
        mark(ChangeClass.STATUS_CHANGED, tender -> tender.stage().status());
        mark(ChangeClass.STATUS_CHANGED, tender -> tender.stage().ocdsStatus());
        if (becomes("cancelled")) {
            classes.add(ChangeClass.CANCELLED);
        }
        if (becomes("awarded")) {
            classes.add(ChangeClass.AWARDED);
        }
    }

    private boolean becomes(String status) {
        return after.stage().status().equals(status) && !before.stage().status().equals(status);
    }

    private void mark(ChangeClass change, Function<CompiledTender, Object> meaning) {
        if (!Objects.equals(meaning.apply(before), meaning.apply(after))) {
            classes.add(change);
        }
    }

    private static <T> Set<Object> each(Collection<T> parts, Function<T, Object> meaning) {
        return parts.stream().map(meaning).collect(Collectors.toSet());
    }

    private static List<Award> activeAwards(CompiledTender tender) {
        return tender.awards().stream().filter(award -> "active".equals(award.status())).toList();
    }

    private static Object plain(Lot lot) {
        return new Lot(
                lot.id(), folded(lot.title()), folded(lot.description()), lot.status(), plain(lot.value()), lot.closing());
    }

    private static Object plain(Contract contract) {
        return new Contract(
                contract.id(),
                contract.awardId(),
                folded(contract.title()),
                contract.status(),
                contract.signed(),
                plain(contract.value()),
                contract.start(),
                contract.end());
    }

    private static Object plain(Award award) {
        var suppliers = award.suppliers().stream().map(supplier -> folded(supplier.name())).toList();
        return List.of(award.id(), plain(award.value()), suppliers.toString());
    }

    private static Money plain(Money money) {
        BigDecimal amount = money.amount() == null ? null : money.amount().stripTrailingZeros();
        return new Money(amount, money.currency());
    }

    private static String folded(String text) {
        return text == null ? null : text.strip().replaceAll("\\s+", " ");
    }
}
