package org.quartermaster.procurement.ocds.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quartermaster.procurement.ocds.row.CompiledTender;
import org.quartermaster.procurement.ocds.row.Money;

/** The cells of a tender in a CSV of rows; unknown is empty. */
public final class TenderCsv {
    /** The names of the columns. */
    public static final List<String> HEADER = List.of(
            "ocid", "title", "description", "procuring_entity", "category", "main_category", "procedure", "status",
            "ocds_status", "publication_date", "opening_date", "closing_date", "estimated_value",
            "estimated_currency", "actual_value", "actual_currency", "cpv_code", "cpv_codes", "winner", "language",
            "country", "lots_count", "documents_count");

    private TenderCsv() {}

    /** One cell for each column of the header. */
    public static List<String> cells(CompiledTender tender) {
        var words = tender.words();
        var stage = tender.stage();
        var dates = tender.dates();
        var cells = new ArrayList<String>();
        add(cells, tender.ocid(), words.title(), words.description(), tender.buyer().name(), words.category());
        add(cells, words.mainCategory(), stage.procedure(), stage.status(), stage.ocdsStatus());
        add(cells, dates.publication(), dates.opening(), dates.closing());
        addMoney(cells, tender.estimated());
        addMoney(cells, tender.actual());
        add(cells, tender.cpv().main(), String.join(" ", tender.cpv().all()), tender.winner(), tender.language());
        add(cells, tender.country(), tender.lots().size(), tender.documents().size());
        return cells;
    }

    private static void addMoney(List<String> cells, Money money) {
        BigDecimal amount = money.amount();
        add(cells, amount == null ? null : amount.toPlainString(), money.currency());
    }

    private static void add(List<String> cells, Object... values) {
        Arrays.stream(values).map(value -> value == null ? "" : value.toString()).forEach(cells::add);
    }
}
