package org.quartermaster.catalog.rfpanalysis;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.matching.Wish;
import org.quartermaster.catalog.rfpline.NewLine;
import org.quartermaster.catalog.rfpreading.Extraction;
import org.quartermaster.catalog.rfpreading.Extractor;
import org.quartermaster.catalog.rfpreading.Item;
import org.quartermaster.catalog.rfpreading.RfpFile;
import org.quartermaster.catalog.rfpreading.UnreadableFile;
import org.quartermaster.catalog.unit.Measures;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.db.DatabaseJson;

/**
 * What reading gave.
 *
 * @param content the whole text, or null where there is no document
 * @param facts what the document says of itself, or null likewise
 * @param packs by line number, what asked packs hold by the words of the line
 */
record ReadRequest(String content, Extraction facts, List<NewLine> lines, Map<Integer, BigDecimal> packs) {
    private static final Extractor EXTRACTOR = new Extractor(Units.standard());
    private static final Measures MEASURES = new Measures(Units.standard());
    private static final ReadRequest NOTHING = new ReadRequest(null, null, List.of(), Map.of());

    /** Reads a file; of a tender its text, unless it came with lines, and if that names nothing its title. */
    static ReadRequest of(Source source, DatabaseJson json) throws UnreadableFile {
        if (!source.isTender()) {
            return file(source, json);
        }
        if (source.hasLines()) {
            return NOTHING;
        }
        try {
            var read = file(source, json);
            return read.lines().isEmpty() ? title(source) : read;
        } catch (UnreadableFile noText) {
            return title(source);
        }
    }

    private static ReadRequest title(Source source) {
        var title = source.title();
        var wish = Wish.of(title, null, null, MEASURES.in(title));
        var line = new NewLine(1, null, "{}", title, null, null, null, wish, source.unspscHint());
        return new ReadRequest(null, null, List.of(line), Map.of());
    }

    private static ReadRequest file(Source source, DatabaseJson json) throws UnreadableFile {
        var document = RfpFile.read(source.content());
        var facts = EXTRACTOR.extract(document);
        var packs = new HashMap<Integer, BigDecimal>();
        facts.items().forEach(item -> {
            if (item.quantity().perPack() != null) {
                packs.put(item.lineNo(), item.quantity().perPack());
            }
        });
        var lines = facts.items().stream().map(item -> line(item, source, json)).toList();
        return new ReadRequest(document.content().replace('\0', ' '), facts, lines, packs);
    }

    private static NewLine line(Item item, Source source, DatabaseJson json) {
        return new NewLine(
                item.lineNo(),
                item.lot(),
                json.text(item.span()),
                item.rawText(),
                item.amount(),
                item.quantity().uom(),
                item.quantity().uomRaw(),
                Wish.of(item),
                source.unspscHint());
    }
}
