package org.quartermaster.catalog.rfpreading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Reads the sheets of an XLSX that its reader would see; a formula gives the value that was saved with it. */
final class WorkbookFile {
    static final String MAIN = "xl/workbook.xml";

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Parts parts;
    private final Draft draft = new Draft();

    private WorkbookFile(Parts parts) {
        this.parts = parts;
    }

    static Draft read(Parts parts) throws XMLStreamException {
        var file = new WorkbookFile(parts);
        var strings = parts.has("xl/sharedStrings.xml")
                ? CellText.strings(parts.xml("xl/sharedStrings.xml"))
                : List.<String>of();
        var formats = parts.has("xl/styles.xml") ? DateFormats.read(parts.xml("xl/styles.xml")) : new DateFormats();
        var targets = file.targets();
        var xml = parts.xml(MAIN);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && "sheet".equals(xml.getLocalName())) {
                var part = targets.get(xml.getAttributeValue(RELATIONS, "id"));
                var state = xml.getAttributeValue(null, "state");
                if (part != null && parts.has(part) && (state == null || "visible".equals(state))) {
                    var sheet = new Sheet(xml.getAttributeValue(null, "name"), new CellText(strings, formats));
                    sheet.read(parts.xml(part), file.draft);
                }
            }
        }
        return file.draft;
    }

    private Map<String, String> targets() throws XMLStreamException {
        var targets = new HashMap<String, String>();
        if (!parts.has("xl/_rels/workbook.xml.rels")) {
            return targets;
        }
        var xml = parts.xml("xl/_rels/workbook.xml.rels");
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && "Relationship".equals(xml.getLocalName())) {
                var target = xml.getAttributeValue(null, "Target");
                targets.put(
                        xml.getAttributeValue(null, "Id"),
                        target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
        return targets;
    }
}
