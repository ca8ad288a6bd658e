package org.quartermaster.catalog.rfpreading;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quartermaster.catalog.rfpreading.ReadDocument.Cell;
import org.quartermaster.catalog.rfpreading.ReadDocument.Row;
import org.quartermaster.catalog.text.Words;

/** The header of a table of items: which column holds what. */
final class Header {
    private static final Map<String, Column> WORDS = new HashMap<>();
    private static final int MOST_WORDS = 4;

    static {
        words(
                Column.NUMBER,
                "no|nr|pos|position|line|sl|sr|s no|sl no|sr no|item no|line no|№|n|п/п|№ п/п|رقم|م|ت|رقم البند|"
                        + "número|numéro|nº|n°|rb|р бр|ред бр|р број|редни број|реден број|lfd nr|num");
        words(Column.ITEM, "item|article|artikel|artículo|artikal|البند|الصنف|бенд");
        words(
                Column.DESCRIPTION,
                "description|item description|product|product name|goods|material|name|description of goods|"
                        + "beschreibung|bezeichnung|artikelbezeichnung|produkt|descripción|descripción del artículo|producto|concepto|"
                        + "désignation|désignation des articles|produit|libellé|наименование|описание|товар|наименование товара|"
                        + "назив|опис|назив артикла|производ|артикал|назив на производ|الوصف|وصف|البيان|المادة|اسم الصنف|وصف الصنف");
        words(
                Column.QUANTITY,
                "qty|quantity|q'ty|quantities|qty required|required qty|menge|anzahl|stückzahl|cantidad|cant|cdad|"
                        + "quantité|qté|кол|кол во|количество|количина|количина кол|الكمية|كمية|العدد|الكميه المطلوبة");
        words(
                Column.UNIT,
                "unit|uom|units|unit of measure|u/m|einheit|me|unidad|ud|unidad de medida|u m|unité|ед|ед изм|"
                        + "единица|единица измерения|јединица|јед мере|јм|јединица мере|единица мерка|ем|الوحدة|وحدة|وحدة القياس");
        words(
                Column.CODE,
                "sku|part number|part no|mpn|article number|article no|art no|code|item code|ref|reference|catalog no|"
                        + "catalogue no|model|p/n|pn|artikelnummer|art nr|bestellnummer|teilenummer|código|referencia|référence|"
                        + "код|артикул|шифра|каталожный номер|каталошки број|رقم الصنف|رقم القطعة|الرمز|الكود");
        words(
                Column.BRAND,
                "brand|make|manufacturer|maker|marke|hersteller|marca|fabricante|marque|fabricant|марка|бренд|"
                        + "производитель|произвођач|производител|الماركة|العلامة التجارية|الشركة المصنعة");
        words(
                Column.DETAIL,
                "specification|specifications|spec|size|dimension|dimensions|technical specification|details|"
                        + "spezifikation|größe|maße|especificación|especificaciones|tamaño|medidas|spécification|spécifications|taille|"
                        + "характеристики|размер|спецификация|спецификација|димензија|величина|المواصفات|المقاس|الحجم");
        words(Column.LOT, "lot|los|lote|лот|партия|партија|дел|الحصة");
    }

    /** What a column can hold. */
    enum Column {
        NUMBER,
        ITEM,
        DESCRIPTION,
        QUANTITY,
        UNIT,
        CODE,
        BRAND,
        DETAIL,
        LOT
    }

    private final Map<Column, Cell> columns;
    private final Row row;

    private Header(Map<Column, Cell> columns, Row row) {
        this.columns = columns;
        this.row = row;
    }

    private static void words(Column column, String words) {
        for (var word : words.split("\\|")) {
            WORDS.putIfAbsent(key(word), column);
        }
    }

    private static String key(String text) {
        return String.join(" ", Words.of(text.replace("№", " no ").replace("/", "")));
    }

    /** A row is a header when it names the goods and one thing more about them. */
    static Optional<Header> of(Row row) {
        var columns = new EnumMap<Column, Cell>(Column.class);
        for (var cell : row.cells()) {
            column(cell.text()).ifPresent(column -> columns.putIfAbsent(column, cell));
        }
        if (columns.containsKey(Column.ITEM)) {
            var isName = !columns.containsKey(Column.DESCRIPTION);
            columns.putIfAbsent(isName ? Column.DESCRIPTION : Column.NUMBER, columns.remove(Column.ITEM));
        }
        var isNamed = columns.containsKey(Column.DESCRIPTION) || columns.containsKey(Column.CODE);
        var isMore = columns.containsKey(Column.QUANTITY) || columns.containsKey(Column.UNIT) || columns.size() > 2;
        return isNamed && isMore ? Optional.of(new Header(columns, row)) : Optional.empty();
    }

    /** NB: headers are often written in two languages, "Quantity / الكمية": one that is known is enough. */
    private static Optional<Column> column(String text) {
        var whole = WORDS.get(key(text));
        if (whole != null || text.length() > 60) {
            return Optional.ofNullable(whole);
        }
        for (var part : text.split("[/|(),\\n]")) {
            var words = Words.of(part);
            var found = words.size() > MOST_WORDS ? null : WORDS.get(String.join(" ", words));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Whether a row can belong to this table: not one of another sheet, nor a line below a real table. */
    boolean isFor(Row other) {
        return row.isGrid() == other.isGrid()
                && Objects.equals(row.place().sheet(), other.place().sheet());
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** The text of a row under a column, cells that went into it joined; empty when there is none. */
    String text(Row other, Column column) {
        var under = columns.get(column);
        return other.cells().stream()
                .filter(cell -> under != null && nearest(cell) == under)
                .map(Cell::text)
                .collect(Collectors.joining(" "));
    }

    boolean isMerged(Row other, Column column) {
        var under = columns.get(column);
        return other.cells().stream().anyMatch(cell -> under != null && cell.isMerged() && nearest(cell) == under);
    }

    private Cell nearest(Cell cell) {
        Cell best = row.cells().get(0);
        var most = Double.NEGATIVE_INFINITY;
        for (var header : row.cells()) {
            var overlap = Math.min(cell.right(), header.right()) - Math.max(cell.left(), header.left());
            if (overlap > most) {
                most = overlap;
                best = header;
            }
        }
        return best;
    }
}
